import { shown } from "./check-input.ts";

/** The name of a class. The labels of one problem are all strings or all numbers. */
export type Label = string | number;

/**
 * The distinct labels in ascending order: numbers by size, strings by character code.
 * @throws {TypeError} when a label is neither a string nor a number, or both kinds occur
 * @throws {RangeError} when a label is NaN or infinite
 * @example sortedClasses("accuracyScore", [2, 10, 2]) // [2, 10]
 */
export function sortedClasses<L extends Label>(who: string, labels: readonly L[]): L[] {
  checkLabels(who, labels);
  return distinctAscending(labels);
}

/** The distinct labels in ascending order, of labels that are known to be of one kind. */
export function distinctAscending<L extends Label>(labels: readonly L[]): L[] {
  return [...new Set(labels)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * For each class, in order of first appearance, the numbers of its rows.
 * @throws {TypeError|RangeError} as sortedClasses does
 * @example rowsOfClasses("StratifiedKFold", ["b", "a", "b"]) // [[0, 2], [1]]
 */
export function rowsOfClasses(who: string, labels: readonly Label[]): number[][] {
  checkLabels(who, labels);
  const rows = new Map<Label, number[]>();
  labels.forEach((label, row) => {
    const sameClass = rows.get(label);
    if (sameClass) sameClass.push(row);
    else rows.set(label, [row]);
  });
  return [...rows.values()];
}

function checkLabels(who: string, labels: readonly unknown[]): void {
  if (!Array.isArray(labels)) throw new TypeError(`${who} needs an array of labels, got ${shown(labels)}.`);
  for (let i = 0; i < labels.length; i++) checkLabel(who, labels[i], typeof labels[0], i);
}

function checkLabel(who: string, label: unknown, kind: string, i: number): void {
  if (typeof label !== "string" && typeof label !== "number") {
    throw new TypeError(`${who} needs strings or numbers as labels, got ${shown(label)} at index ${i}.`);
  }
  if (typeof label !== kind) {
    throw new TypeError(
      `${who} needs labels of one kind, got a ${kind} first and ${shown(label)} at index ${i}.`,
    );
  }
  if (typeof label === "number" && !Number.isFinite(label)) {
    throw new RangeError(`${who} needs finite labels, got ${label} at index ${i}.`);
  }
}
