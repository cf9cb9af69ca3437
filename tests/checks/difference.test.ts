import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { differenceOf, isNear, misfitOf } from "../../src/checks/difference.ts";
import type { Plain } from "../../src/checks/plain.ts";

/** What arrives in place of a number when something went wrong. */
const broken: Plain[] = [Number.NaN, undefined, null, "", "1", [], [1], {}, true, 1n];

const plain = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<Plain>;

describe("differenceOf", () => {
  it("finds none between equal values", () => {
    fc.assert(fc.property(plain, (value) => differenceOf(value, structuredClone(value)) === null));
  });

  it("names the first place where they part", () => {
    expect(differenceOf({ mean: [1, 2], scale: [3] }, { mean: [1, 5], scale: [4] })).toEqual({
      path: ".mean[1]",
      gave: 2,
      expected: 5,
      reason: "value",
    });
  });

  it.each(broken)("never takes %o for 1", (value) => {
    expect(differenceOf(value, 1, 0.5)).not.toBeNull();
    expect(differenceOf([value], [1], 0.5)).toMatchObject({ path: "[0]" });
  });

  it("never takes NaN or undefined for themselves, unless it is told to", () => {
    for (const value of [Number.NaN, undefined]) {
      expect(differenceOf([value], [value])).not.toBeNull();
      expect(differenceOf([value], [value], 0, { evenNaN: true })).toBeNull();
    }
  });

  it("never takes an empty or short array for a full one", () => {
    expect(differenceOf([], [1])).toMatchObject({ path: "", reason: "length" });
    expect(differenceOf([[1], []], [[1], [2]])).toMatchObject({ path: "[1]", reason: "length" });
    expect(differenceOf([1, 2], [1])).toMatchObject({ reason: "length" });
    expect(differenceOf([], {})).toMatchObject({ reason: "kind" });
    expect(differenceOf({}, [])).toMatchObject({ reason: "kind" });
  });

  it("never takes a hole for a number", () => {
    const holed: number[] = new Array(2);
    expect(differenceOf(holed, [0, 0])).toMatchObject({ path: "[0]", gave: undefined, expected: 0 });
  });

  it("finds a missing key, and passes over one that was not asked for", () => {
    expect(differenceOf({}, { mean: 1 })).toMatchObject({ path: ".mean", reason: "missing" });
    expect(differenceOf({ mean: 1, seen: 2 }, { mean: 1 })).toBeNull();
    expect(differenceOf({}, { toString: 1 } as unknown as Plain)).toMatchObject({ reason: "missing" });
  });

  it("takes numbers for the same within the tolerance, relative to large ones", () => {
    expect(differenceOf(1e9 + 0.5, 1e9, 1e-9)).toBeNull();
    expect(differenceOf(1e9 + 2, 1e9, 1e-9)).not.toBeNull();
    expect(differenceOf(1e-12, 0, 1e-9)).toBeNull();
    expect(differenceOf(1e-6, 0, 1e-9)).not.toBeNull();
  });

  it("takes an infinity for itself alone", () => {
    expect(differenceOf(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)).toBeNull();
    expect(differenceOf(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)).not.toBeNull();
    expect(differenceOf(1e300, Number.POSITIVE_INFINITY)).not.toBeNull();
    expect(differenceOf(Number.POSITIVE_INFINITY, 1e300)).not.toBeNull();
  });
});

describe("isNear", () => {
  it("is false for whatever is no number", () => {
    for (const value of broken) expect(isNear(value, 1, Number.MAX_VALUE)).toBe(false);
    expect(isNear(1, Number.NaN, Number.MAX_VALUE)).toBe(false);
  });
});

describe("misfitOf", () => {
  it("finds none for other numbers in the same shape", () => {
    expect(misfitOf({ mean: [7], rows: [[1, 2]] }, { mean: [1], rows: [[3, 4]] })).toBeNull();
  });

  it.each(broken)("finds %o where a number belongs", (value) => {
    expect(misfitOf([1, value], [3, 4])).toMatchObject({ path: "[1]", expected: 4 });
  });

  it("finds an infinity where a finite number belongs, unless any number will do", () => {
    expect(misfitOf([Number.POSITIVE_INFINITY], [1])).toMatchObject({ path: "[0]", reason: "kind" });
    expect(misfitOf([Number.NaN], [1], { anyNumber: true })).toBeNull();
    expect(misfitOf(["NaN"], [1], { anyNumber: true })).not.toBeNull();
  });

  it("finds an array that is too short or too long, and a missing key", () => {
    expect(misfitOf([], [1])).toMatchObject({ reason: "length" });
    expect(misfitOf([1, 2], [1])).toMatchObject({ reason: "length" });
    expect(misfitOf({ mean: [1] }, { mean: [1], scale: [1] })).toMatchObject({
      path: ".scale",
      reason: "missing",
    });
  });

  it("tells null, undefined and objects apart", () => {
    expect(misfitOf(null, {})).not.toBeNull();
    expect(misfitOf({}, null)).not.toBeNull();
    expect(misfitOf(undefined, null)).not.toBeNull();
  });
});
