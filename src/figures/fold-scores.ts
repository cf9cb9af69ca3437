import { ascendingOrder } from "./ascending.ts";
import { isDrawable } from "./drawable.ts";
import { extentOf } from "./extent.ts";
import type { Series } from "./trace.ts";

/** The scores of models on the rows that they learned from and on rows kept out, `[nSettings][nFolds]`. */
export interface FoldScores {
  readonly trainScores: readonly ArrayLike<number>[];
  readonly testScores: readonly ArrayLike<number>[];
}

/**
 * Two lines through the means over folds, each in a band from the lowest fold to the highest, and what to say of them.
 *
 * @param settings what the models differ in, along the x axis, `[nSettings]`
 * @param who the builder that a refusal names
 * @throws RangeError if there are more or fewer settings than rows of scores
 */
export function scoreSeries(
  settings: ArrayLike<number>,
  { trainScores, testScores }: FoldScores,
  who: string,
): { series: Series[]; notes: string[] } {
  for (const [name, scores] of Object.entries({ trainScores, testScores })) {
    if (scores.length !== settings.length)
      throw new RangeError(
        `${who} needs ${name} for each of ${settings.length} settings, got ${scores.length}.`,
      );
  }
  const order = ascendingOrder(settings);
  const x = order.map((i) => settings[i] ?? Number.NaN);
  const seriesOf = (name: string, scores: readonly ArrayLike<number>[]): Series => ({
    name,
    x,
    ...overFolds(order.map((i) => scores[i] ?? [])),
  });
  return {
    series: [seriesOf("rows it learned from", trainScores), seriesOf("rows kept out", testScores)],
    notes: foldNotes([...trainScores, ...testScores]),
  };
}

function overFolds(scores: readonly ArrayLike<number>[]): { y: number[]; low: number[]; high: number[] } {
  const folds = scores.map((row) => Array.from(row).filter(isDrawable));
  const mean = (row: readonly number[]) => row.reduce((sum, score) => sum + score / row.length, 0);
  const orNone = (row: readonly number[], value: number) => (row.length > 0 ? value : Number.NaN);
  return {
    y: folds.map((row) => orNone(row, mean(row))),
    low: folds.map((row) => orNone(row, extentOf(row)[0])),
    high: folds.map((row) => orNone(row, extentOf(row)[1])),
  };
}

function foldNotes(scores: readonly ArrayLike<number>[]): string[] {
  const counts = scores.map((row) => row.length);
  const most = counts.reduce((most, count) => Math.max(most, count), 0);
  const failed = scores.filter((row) => Array.from(row).some((score) => !isDrawable(score))).length;
  return [
    ...(most > 1 ? [`Lines: means of ${most} folds. Bands: from the lowest fold to the highest.`] : []),
    ...(failed > 0 ? [`Folds without a score are left out of ${failed} means.`] : []),
  ];
}
