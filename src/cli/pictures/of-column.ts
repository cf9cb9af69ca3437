import type { ColumnProfile, NumberProfile, TextProfile, TimeProfile } from "../../data/profile/profile.ts";
import type { ProfiledTable } from "../../data/profile/profile-table.ts";
import { type Figure, timeSeries } from "../../figures/index.ts";
import { share, whole } from "../profile-words.ts";
import { byTargetFigure } from "./by-target.ts";
import { frequenciesFigure } from "./frequencies.ts";
import { captionOf } from "./sampled-values.ts";
import { valuesFigure } from "./values.ts";

/** So many different numbers and fewer get a bar each. */
const FEW_NUMBERS = 10;

/**
 * How a column's values lie, and how its numbers go with the target. Nothing of a column that is always the same, or whose values
 * are names.
 */
export function figuresOfColumn(table: ProfiledTable, column: ColumnProfile): Figure[] {
  if (column.distinct.value < 2 || column.roles.includes("identifier")) return [];
  return figuresByType(table, column).flatMap((figure) => figure ?? []);
}

function figuresByType(table: ProfiledTable, column: ColumnProfile): (Figure | undefined)[] {
  switch (column.type) {
    case "number":
    case "integer":
      return [fewNumbersFigure(column) ?? valuesFigure(table, column.name), byTargetFigure(table, column)];
    case "date":
    case "datetime":
      return [momentsFigure(table, column)];
    case "string":
    case "boolean":
      return [textsFigure(column)];
  }
}

/** Few different numbers are shown one by one, in their order. */
function fewNumbersFigure({ name, frequent, count }: NumberProfile): Figure | undefined {
  if (frequent === null || frequent.value.length > FEW_NUMBERS) return undefined;
  const value = frequent.value.toSorted((one, other) => one.value - other.value);
  const of = { count, distinct: value.length };
  return frequenciesFigure(titleOf(name, frequent.value, of), { value, exact: frequent.exact }, of);
}

function textsFigure({ name, frequent, distinct, count }: TextProfile): Figure | undefined {
  // Where most texts come once, the most frequent are nothing but the first.
  if (distinct.value > count / 2) return undefined;
  const of = { count, distinct: distinct.value };
  return frequenciesFigure(titleOf(name, frequent.value, of), frequent, of);
}

function titleOf(
  name: string,
  [most]: readonly { readonly count: number }[],
  { count, distinct }: { count: number; distinct: number },
): string {
  return `${name}: ${whole(distinct)} different values, the most frequent in ${share(most?.count ?? 0, count)} of the rows`;
}

/** How many rows fall into each of equal spans of time. */
function momentsFigure(table: ProfiledTable, column: TimeProfile): Figure | undefined {
  const { name, histogram, minimum, maximum } = column;
  if (histogram === null) return undefined;
  const { edges, counts } = histogram.value;
  const times = counts.map((_, i) => momentOf(edges[i] ?? ""));
  return timeSeries(
    { name: "rows", times, values: counts },
    {
      title: `${name}: ${minimum} to ${maximum}`,
      yTitle: `rows in each of ${counts.length} equal spans`,
      xTitle: name,
      ...captionOf(table),
    },
  );
}

/** A date or time of a profile, which is given in UTC. */
function momentOf(iso: string): Date {
  return new Date(iso.includes("T") ? `${iso}Z` : iso);
}
