import { hasKey, isPlainArray, isPlainObject, type Plain } from "./plain.ts";

/** The first place where two values part. */
export interface Difference {
  /** Where, as one would write it behind the value: `.scale[0]`; empty for the value as a whole. */
  readonly path: string;
  readonly gave: Plain;
  readonly expected: Plain;
  /** `kind`: another sort of value. `length`: an array too long or short. `missing`: a key that isn't there. */
  readonly reason: "kind" | "length" | "missing" | "value";
}

type SameLeaf = (gave: Plain, expected: Plain) => boolean;

/**
 * Finds the first place where a value differs from the expected one, or null if there is none.
 *
 * Numbers may differ by `within`, taken relative to the expected number where that is larger than 1. NaN and undefined equal
 * nothing, not even themselves, unless `evenNaN`. Keys that are not expected are passed over.
 *
 * @example differenceOf({ mean: [1.5] }, { mean: [1] }) // { path: ".mean[0]", gave: 1.5, expected: 1, reason: "value" }
 */
export function differenceOf(
  gave: Plain,
  expected: Plain,
  within = 1e-9,
  { evenNaN = false } = {},
): Difference | null {
  const isSame = (g: Plain, e: Plain) => sameLeaf(g, e, within) || (evenNaN && Object.is(g, e));
  return walk(gave, expected, "", isSame);
}

/**
 * Finds the first place where a value hasn't the shape of a model value: another kind, length or a missing key, or, unless
 * `anyNumber`, a number that isn't finite where the model's is.
 *
 * @example misfitOf([1, Number.NaN], [3, 4]) // { path: "[1]", gave: NaN, expected: 4, reason: "kind" }
 */
export function misfitOf(gave: Plain, model: Plain, { anyNumber = false } = {}): Difference | null {
  const misfit = walk(gave, model, "", (g, m) => hasSameKind(g, m, anyNumber));
  return misfit?.reason === "value" ? { ...misfit, reason: "kind" } : misfit;
}

/** Whether a number is as near as asked; NaN is near nothing. */
export function isNear(gave: Plain, expected: number, within: number): boolean {
  if (typeof gave !== "number") return false;
  if (gave === expected) return true;
  return Math.abs(gave - expected) <= within * Math.max(1, Math.abs(expected)) && Number.isFinite(expected);
}

function sameLeaf(gave: Plain, expected: Plain, within: number): boolean {
  if (typeof expected === "number") return isNear(gave, expected, within);
  return gave !== undefined && gave === expected;
}

function hasSameKind(gave: Plain, model: Plain, anyNumber: boolean): boolean {
  if (typeof gave !== typeof model || (gave === null) !== (model === null)) return false;
  return anyNumber || typeof gave !== "number" || Number.isFinite(gave) || !Number.isFinite(model);
}

function walk(gave: Plain, expected: Plain, path: string, same: SameLeaf): Difference | null {
  if (isPlainArray(expected)) return walkArray(gave, expected, path, same);
  if (isPlainObject(expected)) return walkObject(gave, expected, path, same);
  const isLeaf = !isPlainArray(gave) && !isPlainObject(gave);
  if (isLeaf && same(gave, expected)) return null;
  return { path, gave, expected, reason: isLeaf && typeof gave === typeof expected ? "value" : "kind" };
}

function walkArray(gave: Plain, expected: readonly Plain[], path: string, same: SameLeaf): Difference | null {
  if (!isPlainArray(gave)) return { path, gave, expected, reason: "kind" };
  if (gave.length !== expected.length) return { path, gave, expected, reason: "length" };
  for (let i = 0; i < expected.length; i++) {
    // Long rows of numbers are nearly all that comes here: no path is written for one that is right.
    if (typeof expected[i] === "number" && same(gave[i], expected[i])) continue;
    const difference = walk(gave[i], expected[i], `${path}[${i}]`, same);
    if (difference) return difference;
  }
  return null;
}

function walkObject(
  gave: Plain,
  expected: { readonly [key: string]: Plain },
  path: string,
  same: SameLeaf,
): Difference | null {
  if (!isPlainObject(gave)) return { path, gave, expected, reason: "kind" };
  for (const key of Object.keys(expected)) {
    if (!hasKey(gave, key)) {
      return { path: `${path}.${key}`, gave: undefined, expected: expected[key], reason: "missing" };
    }
    const difference = walk(gave[key], expected[key], `${path}.${key}`, same);
    if (difference) return difference;
  }
  return null;
}
