import type { ProfiledTable } from "../../data/profile/profile-table.ts";
import { hasNumbers, type SampleColumn } from "../../data/profile/sample.ts";
import { type Figure, missingness } from "../../figures/index.ts";
import { counted, share, whole } from "../profile-words.ts";
import { captionOf } from "./sampled-values.ts";

/** Columns that are drawn, those with the most gaps. */
const MOST_COLUMNS = 20;

/** Where a table has gaps; undefined where it has none. */
export function gapsFigure(table: ProfiledTable): Figure | undefined {
  const { columns } = table.profile;
  const gappy = columns.filter(({ missing }) => missing > 0);
  const [most] = gappy.toSorted((one, other) => other.missing - one.missing);
  if (most === undefined) return undefined;
  const names = new Set(gappy.map(({ name }) => name));
  const drawn = table.sample.columns.filter(({ field }) => names.has(field.name));
  const all = counted(columns.length, "column");
  return missingness(Object.fromEntries(drawn.map((column) => [column.field.name, marksOf(column)])), {
    title: `Gaps in ${whole(gappy.length)} of ${all}, most in ${most.name}: ${share(most.missing, most.count + most.missing)}`,
    most: MOST_COLUMNS,
    ...captionOf(table, wholeWords(columns.length - gappy.length)),
  });
}

function wholeWords(complete: number): string {
  if (complete === 0) return "";
  return complete === 1
    ? "The other column has no gaps."
    : `The other ${whole(complete)} columns have no gaps.`;
}

/** A number for each row, NaN where nothing is. */
function marksOf(column: SampleColumn): Float64Array {
  return hasNumbers(column) ? column.values : column.codes.map((code) => (code < 0 ? Number.NaN : code));
}
