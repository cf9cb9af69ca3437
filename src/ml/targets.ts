import { checkSameLength, shown } from "./check-input.ts";
import { type Label, sortedClasses } from "./labels.ts";

/** The classes of a problem, and of each row the position of its class among them. */
export interface ClassCodes<L extends Label> {
  /** The distinct labels in ascending order. */
  readonly classes: L[];
  /** `[nSamples]`, each from 0 to nClasses - 1. */
  readonly codes: Int32Array;
}

/**
 * Copies the numbers of y, one for each row.
 * @throws {TypeError} when y is not an array, or a target is not a number
 * @throws {RangeError} when there is not one target for each row, or one is NaN or infinite
 */
export function readTargets(who: string, nSamples: number, y: readonly number[]): Float64Array {
  checkSameLength(who, nSamples, y);
  const targets = new Float64Array(nSamples);
  for (let i = 0; i < nSamples; i++) {
    const target: unknown = y[i];
    if (typeof target !== "number") {
      throw new TypeError(`${who} needs numbers as targets, got ${shown(target)} at index ${i}.`);
    }
    if (!Number.isFinite(target)) {
      throw new RangeError(`${who} needs finite targets, got ${target} at index ${i}.`);
    }
    targets[i] = target;
  }
  return targets;
}

/**
 * The classes of the labels y, one for each row, as small whole numbers.
 * @throws {TypeError|RangeError} when there is not one label for each row, or as sortedClasses does
 * @example readClasses("Someone", 3, ["b", "a", "b"]) // { classes: ["a", "b"], codes: [1, 0, 1] }
 */
export function readClasses<L extends Label>(who: string, nSamples: number, y: readonly L[]): ClassCodes<L> {
  checkSameLength(who, nSamples, y);
  const classes = sortedClasses(who, y);
  const position = new Map(classes.map((label, k) => [label, k]));
  return { classes, codes: Int32Array.from(y, (label) => position.get(label)!) };
}
