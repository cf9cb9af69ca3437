import { expect } from "vitest";

type Numbers = number | readonly Numbers[];

/** Expects the same shape, and numbers that differ by `within` at most, as a share of the expected one if that is above 1. */
export function expectClose(actual: Numbers, expected: Numbers, within = 1e-9, at = "value"): void {
  if (typeof actual === "number" && typeof expected === "number") {
    const allowed = within * Math.max(1, Math.abs(expected));
    expect(Math.abs(actual - expected), `${at}: ${actual} for ${expected}`).toBeLessThanOrEqual(allowed);
    return;
  }
  if (typeof actual === "number" || typeof expected === "number") {
    expect.fail(`${at}: a number on one side only`);
  }
  expect(actual.length, `length of ${at}`).toBe(expected.length);
  expected.forEach((item, i) => {
    expectClose(actual[i] ?? Number.NaN, item, within, `${at}[${i}]`);
  });
}

/** The same rows, frozen: code that changes them throws. */
export function frozen<T>(rows: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return Object.freeze(rows.map((row) => Object.freeze([...row])));
}
