import { expect, test } from "vitest";

import { type Dataset, type Roles, reasonNotToFit, Table } from "../../src/data/index.ts";

function dataset(roles: Roles = {}): Dataset {
  const table = new Table(
    ["a", "b", "when", "site", "kind"].map((name) => ({
      name,
      type: "number",
      values: Float64Array.of(1, 2, 3),
    })),
    { time: "when", groups: ["site"], target: "kind", ...roles },
  );
  const about = {
    title: "Tiny",
    description: "",
    target: "kind",
    split: undefined,
    licenses: [],
    sources: [],
  };
  return { name: "tiny", task: "classification", ...about, table };
}

test("a data set fits needs that it meets, and no needs at all", () => {
  expect(reasonNotToFit(dataset(), {})).toBeNull();
  const needs = { task: "classification", rows: 3, numeric: 2, groups: true, time: true } as const;
  expect(reasonNotToFit(dataset(), needs)).toBeNull();
});

test.each([
  [{ task: "regression" }, "tiny is for classification; this lesson needs regression"],
  [{ rows: 4 }, "tiny has 3 rows; this lesson needs 4"],
  [{ numeric: 3 }, "tiny has 2 numeric columns; this lesson needs 3"],
] as const)("what falls short of %o is said in numbers", (needs, reason) => {
  expect(reasonNotToFit(dataset(), needs)).toBe(reason);
});

test("a single column is one column, and none is none", () => {
  expect(reasonNotToFit(dataset({ leaks: ["b"] }), { numeric: 2 })).toContain("has 1 numeric column;");
  expect(reasonNotToFit(dataset({ leaks: ["a", "b"] }), { numeric: 2 })).toContain("has no numeric columns;");
});

test("missing groups and time are told", () => {
  const { table, ...about } = dataset();
  const plain = { ...about, table: new Table([table.column("a")]) };
  expect(reasonNotToFit(plain, { groups: true })).toContain("no groups");
  expect(reasonNotToFit(plain, { time: true })).toContain("no column that tells when");
});

test("one of several tasks is enough, and none of them is told as a list", () => {
  expect(reasonNotToFit(dataset(), { task: ["regression", "classification"] })).toBeNull();
  expect(reasonNotToFit(dataset(), { task: ["regression", "clustering"] })).toBe(
    "tiny is for classification; this lesson needs regression or clustering",
  );
});

test("words count as categories only when they come again", () => {
  const { table, ...about } = dataset();
  const words = (name: string, values: string[]) => ({ name, type: "string", values }) as const;
  const columns = [words("once", ["a", "b", "c", "d"]), words("same", ["a", "a", "a", "a"])];
  const without = { ...about, table: new Table(columns) };
  expect(reasonNotToFit(without, { categories: 1 })).toContain("has no columns of words that come again");
  const withWords = { ...about, table: new Table([...columns, words("kind", ["a", "b", "b", "a"])]) };
  expect(withWords.table.categoryNames).toEqual(["kind"]);
  expect(reasonNotToFit(withWords, { categories: 1 })).toBeNull();
});

test("gaps count in columns to learn from, and nowhere else", () => {
  const { table, ...about } = dataset();
  const gappy = { name: "a", type: "number", values: Float64Array.of(1, Number.NaN, 3) } as const;
  const full = { name: "b", type: "number", values: Float64Array.of(1, 2, 3) } as const;
  expect(reasonNotToFit({ ...about, table: new Table([gappy, full]) }, { missing: true })).toBeNull();
  const asTarget = { ...about, table: new Table([gappy, full], { target: "a" }) };
  expect(reasonNotToFit(asTarget, { missing: true })).toContain("lacks no value");
});
