import { describe, expect, test } from "vitest";

import { type Column, type NumberColumn, Table } from "../../src/data/index.ts";

const columns: Column[] = [
  { name: "id", type: "integer", values: Float64Array.of(7, 8, 9) },
  { name: "height", type: "number", unit: "cm", values: Float64Array.of(1.5, Number.NaN, 3) },
  { name: "width", type: "number", values: Float64Array.of(4, 5, 6) },
  { name: "kind", type: "string", values: Object.freeze(["a", "b", null]) },
  { name: "wild", type: "boolean", values: Object.freeze(["true", null, "false"]) },
  { name: "cost", type: "number", values: Float64Array.of(10, 20, 30) },
  { name: "year", type: "integer", values: Float64Array.of(2001, 2002, 2003) },
  { name: "plot", type: "integer", values: Float64Array.of(1, 1, 2) },
];
const roles = { target: "kind", groups: ["plot"], time: "year", leaks: ["cost"], identifiers: ["id"] };
const table = new Table(columns, roles);

test("the features are the numeric columns without another role", () => {
  expect(table.featureNames).toEqual(["height", "width"]);
  expect(new Table(columns).featureNames).toEqual(["id", "height", "width", "cost", "year", "plot"]);
});

test("a matrix holds the chosen columns, in the order asked for", () => {
  expect(table.matrix(["width", "id"])).toEqual([
    [4, 7],
    [5, 8],
    [6, 9],
  ]);
});

test("a missing value in a matrix is named by column and row", () => {
  expect(() => table.matrix()).toThrow(RangeError);
  expect(() => table.matrix()).toThrow('column "height", row 1');
});

test("a matrix refuses a column of text", () => {
  expect(() => table.matrix(["kind"])).toThrow('"kind" of type string');
});

test("a mistyped column is answered with the nearest name", () => {
  expect(() => table.column("heigth")).toThrow('got "heigth". Did you mean "height"?');
  expect(() => table.matrix(["zzzzzzzz"])).toThrow(/got "zzzzzzzz"\.$/);
});

describe("the target", () => {
  test("comes as text, numbers too", () => {
    expect(new Table(columns, { target: "plot" }).target()).toEqual(["1", "1", "2"]);
    expect(table.take([1, 0]).target()).toEqual(["b", "a"]);
  });

  test("comes as numbers where it has them", () => {
    expect(new Table(columns, { target: "cost" }).targetNumbers()).toEqual([10, 20, 30]);
    expect(() => table.targetNumbers()).toThrow('"kind" of type string');
  });

  test("refuses a missing label, and a table without one", () => {
    expect(() => table.target()).toThrow('column "kind", row 2');
    expect(() => new Table(columns).target()).toThrow("no target");
  });
});

test("rows are records, with null for what is missing and true for true", () => {
  expect(table.rows()[1]).toEqual({
    id: 8,
    height: null,
    width: 5,
    kind: "b",
    wild: null,
    cost: 20,
    year: 2002,
    plot: 1,
  });
  expect(table.rows().map(({ wild }) => wild)).toEqual([true, null, false]);
});

test("a column may be called __proto__ or constructor", () => {
  const odd = new Table([
    { name: "__proto__", type: "number", values: Float64Array.of(1) },
    { name: "constructor", type: "number", values: Float64Array.of(2) },
  ]);
  expect(Object.entries(odd.rows()[0] ?? {})).toEqual([
    ["__proto__", 1],
    ["constructor", 2],
  ]);
  expect(odd.matrix()).toEqual([[1, 2]]);
});

test("take gives the rows in the order asked for, one twice if asked", () => {
  const taken = table.take(Object.freeze([2, 0, 2]));
  expect(taken.nRows).toBe(3);
  expect(taken.column("id").values).toEqual(Float64Array.of(9, 7, 9));
  expect(taken.column("kind").values).toEqual([null, "a", null]);
  expect(taken.column("height").unit).toBe("cm");
  expect(taken.featureNames).toEqual(table.featureNames);
});

test("take refuses rows that are not there", () => {
  for (const i of [-1, 3, 0.5, Number.NaN]) expect(() => table.take([i])).toThrow(RangeError);
  expect(table.take([]).nRows).toBe(0);
  expect(() => table.take([]).take([0])).toThrow(RangeError);
});

test("withoutMissing leaves out the rows that lack a value in the columns named, or in any", () => {
  expect(table.withoutMissing(["height"]).column("id").values).toEqual(Float64Array.of(7, 9));
  expect(table.withoutMissing(["width"]).nRows).toBe(3);
  expect(table.withoutMissing().column("id").values).toEqual(Float64Array.of(7));
  expect(() => table.withoutMissing(["widht"])).toThrow("Did you mean");
});

test("a table cannot be changed from outside, neither through what it was made of nor what it gives", () => {
  const values = Float64Array.of(1, 2);
  const texts: (string | null)[] = ["x", "y"];
  const mine = new Table([
    { name: "n", type: "number", values },
    { name: "t", type: "string", values: texts },
  ]);
  values[0] = 99;
  texts[0] = "changed";
  (mine.column("n") as NumberColumn).values[1] = 99;
  for (const row of mine.matrix()) row[0] = 99;
  for (const row of mine.rows()) row.n = 99;
  expect(mine.rows()).toEqual([
    { n: 1, t: "x" },
    { n: 2, t: "y" },
  ]);
  expect(Object.isFrozen(mine.column("t").values)).toBe(true);
  expect(Object.isFrozen(mine.featureNames)).toBe(true);
});

test("a table refuses columns that do not make one", () => {
  const one: Column = { name: "n", type: "number", values: Float64Array.of(1) };
  const two: Column = { name: "m", type: "number", values: Float64Array.of(1, 2) };
  expect(() => new Table([one, one])).toThrow(RangeError);
  expect(() => new Table([one, two])).toThrow('got 2 in "m"');
  expect(() => new Table([one], { target: "m" })).toThrow('got "m"');
});
