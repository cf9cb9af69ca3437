import { listed } from "./drawable.ts";
import { type HeatmapFigure, heatmapOf } from "./heatmap.ts";
import { pearson } from "./pearson.ts";
import { rowCountOf } from "./row-count.ts";
import type { Words } from "./spec.ts";

/** With more columns than this, pairs are too many to find by eye. */
const FEW_COLUMNS = 8;

/**
 * Pearson's correlation of each column with each other, over the rows in which both have a finite number.
 *
 * @param columns columns of one length by name
 * @throws RangeError if the columns have different lengths
 * @example correlation({ alcohol: [14.2, 13.2, 12.4], proline: [1065, 1050, 520] }, { title: "…" })
 * @see https://en.wikipedia.org/wiki/Pearson_correlation_coefficient
 */
export function correlation(
  columns: Readonly<Record<string, ArrayLike<number>>>,
  words: Words,
): HeatmapFigure {
  const names = Object.keys(columns);
  const values = Object.values(columns);
  rowCountOf(columns, "correlation");
  const cells = pearson(values);
  return heatmapOf(
    cells,
    {
      ...words,
      rows: names,
      columns: names,
      valueTitle: "correlation",
      scale: "diverging",
      domain: [-1, 1],
      format: written,
    },
    [
      ...(names.length === 0 ? ["Nothing to draw: no columns."] : []),
      ...gapNotes(values),
      ...unknownNotes(cells, names),
      ...(names.length > FEW_COLUMNS ? strongestNotes(cells, names) : []),
    ],
  );
}

function gapNotes(columns: readonly ArrayLike<number>[]): string[] {
  const total = columns.reduce((sum, { length }) => sum + length, 0);
  let gaps = 0;
  for (const column of columns)
    for (let i = 0; i < column.length; i++) if (!Number.isFinite(column[i])) gaps++;
  if (gaps === 0) return [];
  return [`${gaps} of ${total} values are not finite: each pair is compared where both have a number.`];
}

function unknownNotes(cells: readonly (readonly number[])[], names: readonly string[]): string[] {
  const isUnknown = names.map((_, i) => Number.isNaN(cells[i]?.[i]));
  const unknown = names.filter((_, i) => isUnknown[i]);
  const pairs = pairsOf(cells).filter(
    ({ i, j, value }) => Number.isNaN(value) && !isUnknown[i] && !isUnknown[j],
  );
  const why = "all numbers are equal, or there are fewer than three";
  return [
    ...(unknown.length > 0 ? [`No correlation with ${listed(unknown)}: ${why}.`] : []),
    ...(pairs.length > 0
      ? [
          `No correlation of ${listed(pairs.map(({ i, j }) => `${names[i]} and ${names[j]}`))}: where both are known, ${why}.`,
        ]
      : []),
  ];
}

function strongestNotes(cells: readonly (readonly number[])[], names: readonly string[]): string[] {
  const strongest = pairsOf(cells)
    .filter(({ value }) => Math.abs(value) > 0)
    .sort((one, other) => Math.abs(other.value) - Math.abs(one.value))
    .slice(0, 3)
    .map(({ i, j, value }) => `${names[i]} and ${names[j]} (${written(value)})`);
  return strongest.length === 0 ? [] : [`Strongest: ${strongest.join(", ")}.`];
}

/** Each pair of different columns once. */
function pairsOf(cells: readonly (readonly number[])[]): { i: number; j: number; value: number }[] {
  return cells.flatMap((row, i) => row.flatMap((value, j) => (j > i ? [{ i, j, value }] : [])));
}

/** Two decimals, or as many more as it takes not to claim a perfect line. */
function written(correlation: number): string {
  const size = Math.abs(correlation);
  const digits = [2, 3, 4, 5, 6].find((digits) => Number(size.toFixed(digits)) < 1) ?? 0;
  const text = size.toFixed(digits);
  return correlation < 0 && Number(text) > 0 ? `−${text}` : text;
}
