import { checkSameLength, shown } from "../check-input.ts";
import { type Label, sortedClasses } from "../labels.ts";

/** Probabilities further from adding up to 1 than numbers of 32 bits leave them are a mistake. */
const tolerance = 1e-5;

/** Labels as positions among the classes, and the probability of each class in each row. */
export interface Probabilities<L extends Label> {
  readonly classes: readonly L[];
  readonly codes: number[];
  /** `[nSamples, nClasses]`, each row adding up to 1. */
  readonly rows: readonly (readonly number[])[];
}

/**
 * Reads labels, `[nSamples]`, and a probability for each class, `[nSamples, nClasses]`, or for the larger of two
 * labels, `[nSamples]`.
 * @param labels all classes in ascending order, as the columns are; without it, those that occur
 * @throws {TypeError|RangeError} when a probability is not from 0 to 1, a row of them does not add up to 1, there
 *   are fewer than two classes, not one probability for each, or a label that is none of them, or labels do not ascend
 */
export function readProbabilities<L extends Label>(
  who: string,
  yTrue: readonly L[],
  yProb: readonly number[] | readonly (readonly number[])[],
  labels?: readonly L[],
): Probabilities<L> {
  if (!Array.isArray(yProb))
    throw new TypeError(`${who} needs an array of probabilities, got ${shown(yProb)}.`);
  checkSameLength(who, yProb.length, yTrue);
  const classes = sortedClasses(who, labels ?? yTrue);
  if (classes.length < 2) {
    throw new RangeError(`${who} needs two classes or more, got ${classes.length}: name them all in labels.`);
  }
  if (labels?.some((label, code) => label !== classes[code])) {
    throw new RangeError(`${who} needs labels that differ and ascend, as the columns do.`);
  }
  const positions = new Map(classes.map((label, code) => [label, code]));
  const rows = yProb.map((row: number | readonly number[], i) =>
    checkRow(who, typeof row === "number" ? [1 - row, row] : row, classes.length, i),
  );
  const codes = yTrue.map((label, i) => {
    const code = positions.get(label);
    if (code !== undefined) return code;
    throw new RangeError(
      `${who} needs labels that are among the classes, got ${shown(label)} at index ${i}.`,
    );
  });
  return { classes, codes, rows };
}

/**
 * Checks that a number is a probability.
 * @throws {RangeError} when it is not from 0 to 1
 */
export function checkProbability(who: string, value: unknown, i: number): void {
  if (typeof value !== "number" || !(value >= 0 && value <= 1)) {
    throw new RangeError(`${who} needs probabilities from 0 to 1, got ${shown(value)} in row ${i}.`);
  }
}

function checkRow(who: string, row: readonly number[], nClasses: number, i: number): readonly number[] {
  if (!Array.isArray(row) || row.length !== nClasses) {
    const got = Array.isArray(row) ? row.length : shown(row);
    throw new RangeError(`${who} needs ${nClasses} probabilities for each row, got ${got} in row ${i}.`);
  }
  for (const value of row) checkProbability(who, value, i);
  const total = row.reduce((sum, value) => sum + value, 0);
  if (Math.abs(total - 1) <= tolerance) return row;
  throw new RangeError(`${who} needs probabilities that add up to 1, got ${total} in row ${i}.`);
}
