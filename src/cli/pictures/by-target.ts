import type { NumberProfile } from "../../data/profile/profile.ts";
import type { ProfiledTable } from "../../data/profile/profile-table.ts";
import { hasNumbers, type SampleColumn } from "../../data/profile/sample.ts";
import { box, type Figure, scatter } from "../../figures/index.ts";
import { quantile } from "../../figures/quantile.ts";
import { number, whole } from "../profile-words.ts";
import { captionOf, numbersOf, profileOf, sampleOf, titleOf } from "./sampled-values.ts";

/** Classes that get a box, the largest. */
const MOST_BOXES = 10;

type Class = readonly [name: string, values: readonly number[]];

/** How a column's numbers go with the target; undefined for the target itself, and where there is none. */
export function byTargetFigure(table: ProfiledTable, column: NumberProfile): Figure | undefined {
  const { target } = table.profile;
  if (target === null || target.column === column.name) return undefined;
  return target.kind === "classes"
    ? boxesFigure(table, column, target.column)
    : pointsFigure(table, column, target.column);
}

/** A box for each class. */
function boxesFigure(table: ProfiledTable, column: NumberProfile, target: string): Figure | undefined {
  const all = classesOf(table, column.name, target);
  const largest = all.toSorted(([, one], [, other]) => other.length - one.length).slice(0, MOST_BOXES);
  if (largest.length < 2) return undefined;
  const drawn = largest.toSorted(([one], [other]) => one.localeCompare(other, "en", { numeric: true }));
  const left = all.length - drawn.length;
  return box(Object.fromEntries(drawn), {
    title: `${column.name} by ${target}: ${mediansText(drawn)}`,
    xTitle: titleOf(column),
    ...captionOf(table, left > 0 ? `Without ${whole(left)} smaller classes.` : ""),
  });
}

/** The numbers of a column in each class. */
function classesOf(table: ProfiledTable, name: string, target: string): Class[] {
  const [values, classes] = [numbersOf(table, name), sampleOf(table, target)];
  const found = new Map<string, number[]>();
  if (!(values && classes)) return [];
  for (const [row, value] of values.entries()) {
    const name = textIn(classes, row);
    if (name === undefined || Number.isNaN(value)) continue;
    const those = found.get(name);
    if (those) those.push(value);
    else found.set(name, [value]);
  }
  return [...found];
}

/** What stands in a row, as text; undefined where nothing does. */
function textIn(column: SampleColumn, row: number): string | undefined {
  if (!hasNumbers(column)) return column.words[column.codes[row] ?? -1];
  const value = column.values[row] ?? Number.NaN;
  return Number.isNaN(value) ? undefined : String(value);
}

function mediansText(classes: readonly Class[]): string {
  const medians = classes
    .map(([name, values]) => ({ name, median: quantile(Float64Array.from(values).sort(), 0.5) }))
    .toSorted((one, other) => one.median - other.median);
  const [least, most] = [medians[0], medians.at(-1)];
  if (!least || !most || least.median === most.median) return "all medians are the same";
  return `median from ${number(least.median)} in class ${least.name} to ${number(most.median)} in class ${most.name}`;
}

/** A point for each row, at its value and its target. */
function pointsFigure(table: ProfiledTable, column: NumberProfile, name: string): Figure | undefined {
  const [values, wanted, target] = [
    numbersOf(table, column.name),
    numbersOf(table, name),
    profileOf(table, name),
  ];
  if (!(values && wanted && target)) return undefined;
  const isThere = (row: number) => !Number.isNaN(values[row]) && !Number.isNaN(wanted[row]);
  const rows = [...values.keys()].filter(isThere);
  const { names, cells } = table.correlations;
  const correlation = cells[names.indexOf(column.name)]?.[names.indexOf(name)] ?? null;
  return scatter(
    { x: rows.map((row) => values[row] ?? 0), y: rows.map((row) => wanted[row] ?? 0) },
    {
      title: `${name} over ${column.name}${correlation === null ? "" : `: correlation ${number(correlation)}`}`,
      xTitle: titleOf(column),
      yTitle: titleOf(target),
      ...captionOf(table),
    },
  );
}
