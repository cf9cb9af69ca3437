import { listed } from "./drawable.ts";
import { type HeatmapFigure, heatmapOf } from "./heatmap.ts";
import { formatNumber, percent } from "./numbers.ts";
import type { Words } from "./spec.ts";

/** With more classes than this, mistakes are too many to find by eye. */
const FEW_CLASSES = 8;

export interface ConfusionMatrixOptions extends Words {
  /** The classes in the order of rows and columns. */
  readonly labels: readonly string[];
  /** `"true"` shows each count as a share of its actual class. */
  readonly normalize?: "true" | undefined;
}

/**
 * How often each actual class (rows) was predicted as which (columns): shaded cells with their counts, the diagonal, where
 * both agree, outlined.
 *
 * @param matrix counts, `[nClasses, nClasses]`
 * @throws RangeError if there are not as many rows and columns as labels, or a label comes twice
 * @example confusionMatrix([[9, 1], [2, 8]], { title: "Three of twenty are wrong", labels: ["ham", "spam"] })
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.confusion_matrix.html
 */
export function confusionMatrix(
  matrix: readonly (readonly number[])[],
  options: ConfusionMatrixOptions,
): HeatmapFigure {
  const { labels, normalize, ...words } = options;
  refuseUnlessSquare(matrix, labels);
  const isShare = normalize === "true";
  const totals = matrix.map((row) => row.reduce((sum, count) => sum + count, 0));
  const shares = matrix.map((row, i) => row.map((count) => count / (totals[i] ?? 0)));
  const most = matrix.flat().reduce((most, count) => (count > most ? count : most), 0);
  const look = {
    rows: labels,
    columns: labels,
    rowTitle: "actual",
    columnTitle: "predicted",
    marked: (row: number, column: number) => row === column,
    ...(isShare
      ? { valueTitle: "share of the actual class", domain: [0, 1] as const, format: percent }
      : { valueTitle: "count", domain: [0, most > 0 && most <= 1e300 ? most : 1] as const }),
  };
  const without = labels.filter((_, i) => totals[i] === 0);
  return heatmapOf(isShare ? shares : matrix, { ...words, ...look }, [
    ...agreementNotes(matrix),
    ...(without.length > 0 ? [`No rows are actually ${listed(without)}.`] : []),
    ...(labels.length > FEW_CLASSES ? mistakeNotes(matrix, labels) : []),
  ]);
}

function refuseUnlessSquare(matrix: readonly (readonly number[])[], labels: readonly string[]): void {
  const lengths = [matrix.length, ...matrix.map((row) => row.length)];
  const unlike = lengths.find((length) => length !== labels.length);
  if (unlike !== undefined)
    throw new RangeError(
      `confusionMatrix needs a row and a column for each of ${labels.length} labels, got ${unlike}.`,
    );
}

function agreementNotes(matrix: readonly (readonly number[])[]): string[] {
  if (matrix.length === 0) return ["Nothing to draw: no classes."];
  const sum = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const total = sum(matrix.flat());
  const right = sum(matrix.map((row, i) => row[i] ?? 0));
  if (total === 0) return ["Nothing was counted."];
  return [`On the diagonal, where both agree: ${formatNumber(right)} of ${formatNumber(total)}.`];
}

function mistakeNotes(matrix: readonly (readonly number[])[], labels: readonly string[]): string[] {
  const mistakes = matrix.flatMap((row, i) =>
    row.flatMap((count, j) => (i !== j && count > 0 ? [{ i, j, count }] : [])),
  );
  const named = mistakes
    .sort((one, other) => other.count - one.count)
    .slice(0, 3)
    .map(({ i, j, count }) => `${labels[i]} taken for ${labels[j]} (${formatNumber(count)})`);
  return named.length === 0 ? [] : [`Most frequent mistakes: ${named.join(", ")}.`];
}
