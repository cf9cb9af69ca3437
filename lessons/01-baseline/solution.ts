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
  // answer:
  return columns.filter(({ knownBefore }) => knownBefore).map(({ name }) => name);
  // end
}

/**
 * The label that comes most often.
 *
 * Where several come equally often, it is the one that is first in the alphabet, so that the order of the rows does not
 * matter. Of no labels at all there is no answer: throw an error. The list itself stays as it is.
 */
export function majorityClass(labels: string[]): string {
  // answer:
  if (labels.length === 0) throw new RangeError("majorityClass needs at least one label.");
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const winners = [...counts.keys()].filter((label) => counts.get(label) === most);
  return winners.sort()[0];
  // end
}

/**
 * The share of predictions that are right, from 0 to 1.
 *
 * `actual[i]` and `predicted[i]` belong to the same row. Without any rows, or when the two lists are not equally long, there
 * is no such share: throw an error.
 */
export function accuracy(actual: string[], predicted: string[]): number {
  // answer:
  if (actual.length !== predicted.length) throw new RangeError("accuracy needs a prediction for each row.");
  if (actual.length === 0) throw new RangeError("accuracy needs at least one row.");
  return actual.filter((label, i) => label === predicted[i]).length / actual.length;
  // end
}
