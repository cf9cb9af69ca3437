import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readStored, StoredFields, storedNumber, storedNumbers } from "../../src/ml/stored.ts";

const fields = new StoredFields("Someone.fromJSON", {
  number: 1.5,
  words: "median",
  yes: true,
  list: [1, "NaN", "-0"],
  rows: [
    [1, 2],
    [3, "Infinity"],
  ],
  labels: ["a", "b"],
  inner: { deep: -1 },
});

test("every number survives JSON, NaN, -0 and the infinities too", () => {
  const numbers = fc.array(fc.double());
  fc.assert(
    fc.property(numbers, (values) => {
      const json = JSON.parse(JSON.stringify({ values: storedNumbers(Float64Array.from(values)) }));
      expect(new StoredFields("Someone", json).numbers("values")).toEqual(values);
    }),
  );
  const specials = [Number.NaN, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  expect(specials.map(storedNumber)).toEqual(["NaN", "-0", "Infinity", "-Infinity"]);
});

test("fields are read as what they are", () => {
  expect(fields.number("number")).toBe(1.5);
  expect(fields.oneOf("words", ["mean", "median"])).toBe("median");
  expect(fields.boolean("yes")).toBe(true);
  expect(fields.numbers("list", 3)).toEqual([1, Number.NaN, -0]);
  expect(fields.rows("rows", 2, 2)).toEqual([
    [1, 2],
    [3, Number.POSITIVE_INFINITY],
  ]);
  expect(fields.labels("labels")).toEqual(["a", "b"]);
  expect(fields.fields("inner").number("deep")).toBe(-1);
  expect([fields.has("yes"), fields.has("no")]).toEqual([true, false]);
  expect(fields.names()).toContain("inner");
});

describe("fields are refused", () => {
  test.each([
    ["a number", () => fields.number("yes"), "a number as yes, got true"],
    ["a text", () => fields.text("number"), "a text as number, got 1.5"],
    ["a word", () => fields.oneOf("words", ["mean"]), '"mean" as words, got "median"'],
    ["a list", () => fields.list("number"), "an array as number, got 1.5"],
    ["a longer list", () => fields.numbers("list", 4), "4 values in list, got 3"],
    ["narrower rows", () => fields.rows("rows", 2, 1), "1 values in rows[0], got 2"],
    [
      "labels of one kind",
      () => fields.labels("list"),
      'labels, all strings or all numbers as list[1], got "NaN"',
    ],
    ["what is not there", () => fields.fields("outer"), "an object as outer, got undefined"],
    ["what all objects have", () => fields.number("toString"), "a number as toString, got undefined"],
  ])("as %s", (_, read, message) => {
    expect(read).toThrow(new TypeError(`Someone.fromJSON needs ${message}.`));
  });
});

test("what one class stored is not read by another", () => {
  const json = { estimator: "Ridge", options: {}, learned: null };
  expect(readStored("Ridge", json).learned).toBeUndefined();
  expect(() => readStored("Lasso", json)).toThrow(
    new TypeError('Lasso.fromJSON needs what toJSON of a Lasso gave, got that of "Ridge".'),
  );
});
