import { formatNumber } from "./numbers.ts";

/** Beyond this, the distance between two numbers overflows and no axis can hold both. */
const LARGEST = 1e300;

/** Whether a value has a place on an axis. */
export function isDrawable(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= LARGEST;
}

/** The values that have a place on an axis, in their order. */
export function drawableValues(values: ArrayLike<number>): number[] {
  return Array.from(values).filter(isDrawable);
}

/** Columns with only their drawable values, without those that have none, and what to say about the rest. */
export function drawableColumns(
  columns: Readonly<Record<string, ArrayLike<number>>>,
): ReturnType<typeof drawableEntries> {
  return drawableEntries(Object.entries(columns));
}

/** The same of columns in an order that an object may not keep: names such as "2024" come first in it. */
export function drawableEntries(entries: readonly (readonly [string, ArrayLike<number>])[]): {
  readonly columns: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly notes: readonly string[];
} {
  const all = entries.map(([name, values]) => {
    const kept = drawableValues(values);
    return { name, values: kept, leftOut: values.length - kept.length, total: values.length };
  });
  const losing = all.filter(({ leftOut }) => leftOut > 0);
  const where = all.length > 1 ? losing.map(({ name, leftOut }) => `${leftOut} in ${name}`) : [];
  const empty = all.filter(({ values }) => values.length === 0).map(({ name }) => name);
  const total = all.reduce((sum, column) => sum + column.total, 0);
  const kept = all.flatMap(({ values }) => values);
  return {
    columns: all.filter(({ values }) => values.length > 0).map(({ name, values }) => ({ name, values })),
    notes: [
      ...leftOutNotes(total - kept.length, total, "values", where),
      ...(kept.length > 0 && empty.length > 0 ? [`Nothing to draw for ${listed(empty)}.`] : []),
      ...samenessNotes(kept, "value"),
    ],
  };
}

/** Says how many numbers could not be drawn, and where they were; says nothing if all could. */
export function leftOutNotes(
  leftOut: number,
  total: number,
  things: string,
  where: readonly string[] = [],
): string[] {
  if (leftOut === 0) return [];
  const places = where.length > 0 ? ` (${listed(where)})` : "";
  const [some, all] = [leftOut, total].map((count) => count.toLocaleString("en"));
  return [`${some} of ${all} ${things} left out: not a number, infinite or too large to draw${places}.`];
}

/** Says so if there is nothing to draw, a single value, or the same value throughout. */
export function samenessNotes(values: readonly number[], thing: string): string[] {
  const [first] = values;
  if (first === undefined) return [`Nothing to draw: no ${thing}s.`];
  const text = formatNumber(first, 6);
  if (values.length === 1) return [`Only one ${thing}: ${text}.`];
  return values.every((value) => value === first) ? [`All ${values.length} ${thing}s are ${text}.`] : [];
}

/** The first few of the pieces, and how many more there are. */
export function listed(pieces: readonly string[]): string {
  const few = pieces.slice(0, 5);
  return few.length === pieces.length
    ? few.join(", ")
    : `${few.join(", ")} and ${pieces.length - few.length} more`;
}
