// Put your code where it says "Not written yet". Everything else here is yours to use and to change.
// Save, then have it graded: npm run grade 1

/** A column of a table, and whether its value is there when the prediction is made. */
export interface Column {
  name: string;
  knownBefore: boolean;
}

/**
 * The names of the columns that a prediction may look at: those that are known before the outcome is.
 *
 * They come in the order in which they were given. Where no column is known before, the list is empty.
 */
export function usableColumns(columns: Column[]): string[] {
  throw new Error("Not written yet: usableColumns");
}

/**
 * The label that comes most often.
 *
 * Where several come equally often, it is the one that is first in the alphabet, so that the order of the rows does not
 * matter. Of no labels at all there is no answer: throw an error. The list itself stays as it is.
 */
export function majorityClass(labels: string[]): string {
  throw new Error("Not written yet: majorityClass");
}

/**
 * The share of predictions that are right, from 0 to 1.
 *
 * `actual[i]` and `predicted[i]` belong to the same row. Without any rows, or when the two lists are not equally long, there
 * is no such share: throw an error.
 */
export function accuracy(actual: string[], predicted: string[]): number {
  throw new Error("Not written yet: accuracy");
}
