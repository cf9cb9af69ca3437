import stringWidth from "fast-string-width";

import type {
  ColumnProfile,
  Frequency,
  NumberProfile,
  TextProfile,
  TimeProfile,
} from "../data/profile/profile.ts";
import { frequencyLines, histogramCells, smallHistogram } from "./profile-bars-text.ts";
import { about, beside, counted, indented, named, number, share, whole } from "./profile-words.ts";
import { between } from "./terminal/between.ts";
import type { Pen } from "./terminal/look.ts";

/** What a column of each type is called. */
export const typeWords = {
  number: "number",
  integer: "whole number",
  string: "text",
  boolean: "true or false",
  date: "date",
  datetime: "time",
} as const;

/** How many of a column's texts are shown. */
const MOST_TEXTS = 5;

/** Beyond this a text is so long that it is worth a word. */
const SHORT = 40;

/** Up to so many different numbers are shown one by one. */
const FEW_NUMBERS = 4;

const INDENT = "  ";

/**
 * Sets one column: what it is, how its values are distributed, and their figures.
 *
 * @param isDrawn whether a picture shows the distribution
 */
export function columnLines(column: ColumnProfile, pen: Pen, isDrawn = false): string[] {
  return [...headLines(column, pen), ...(column.count === 0 ? [] : bodyLines(column, pen, isDrawn))];
}

/** Sets what a column is, without its values. */
export function headLines(column: ColumnProfile, pen: Pen): string[] {
  const { bold, dim, yellow } = pen.colours;
  const { kind, gaps } = columnFacts(column, pen);
  const name = bold(named(column.name, pen.width, pen) || '""');
  const facts = dim(kind) + (gaps === "" ? "" : dim(", ") + yellow(gaps));
  if (stringWidth(name) + 2 + stringWidth(facts) <= pen.width) return [between(name, facts, pen.width)];
  return [name, ...indented(facts, pen)];
}

/** What a column is: its type, its roles, how many different values it has; and its gaps, if there are any. */
export function columnFacts(column: ColumnProfile, pen: Pen): { kind: string; gaps: string } {
  const { unit, type, roles, count, missing } = column;
  const ofUnit = unit === undefined ? "" : ` in ${named(unit, 20, pen)}`;
  const gaps = `${whole(missing)} missing (${share(missing, count + missing)})`;
  return {
    kind: [typeWords[type] + ofUnit, ...roles, ...differentWords(column)].join(", "),
    gaps: missing === 0 ? "" : count === 0 ? "all missing" : gaps,
  };
}

function differentWords({ distinct, count }: ColumnProfile): string[] {
  if (count === 0) return [];
  if (distinct.value === 1) return ["always the same"];
  return [about(distinct, (value) => (value === count ? "all different" : `${whole(value)} different`))];
}

/** What there is to say of a column's values beside its pictures. */
export function bodyLines(column: ColumnProfile, pen: Pen, isDrawn: boolean): string[] {
  if (column.distinct.value === 1) return indented(onlyValue(column, pen), pen);
  switch (column.type) {
    case "number":
    case "integer":
      return besideHistogram(column, numberPieces(column), pen, isDrawn);
    case "date":
    case "datetime":
      return besideHistogram(column, timePieces(column), pen, isDrawn);
    case "string":
    case "boolean":
      return textLines(column, pen, isDrawn);
  }
}

function onlyValue(column: ColumnProfile, pen: Pen): string {
  if (!("minimum" in column)) return quoted(column.frequent.value[0]?.value ?? "", pen);
  return typeof column.minimum === "number" ? number(column.minimum) : (column.minimum ?? "");
}

function besideHistogram(
  { histogram }: NumberProfile | TimeProfile,
  pieces: readonly string[],
  pen: Pen,
  isDrawn: boolean,
): string[] {
  if (isDrawn) return beside(INDENT, pieces, pen, INDENT.length);
  const bars =
    INDENT + (histogram ? smallHistogram(histogram.value.counts, pen) : " ".repeat(histogramCells));
  return beside(`${bars}  `, pieces, pen, INDENT.length + histogramCells + 2);
}

function numberPieces({
  minimum,
  maximum,
  quartiles,
  mean,
  deviation,
  frequent,
  count,
}: NumberProfile): string[] {
  if (minimum === null || maximum === null) return [];
  const list = (values: readonly number[]) => values.map(number).join("  ");
  const centre = mean ? [`mean ${about(mean, number)}`] : [];
  const spread = deviation ? [`deviation ${about(deviation, number)}`] : [];
  return [
    `${number(minimum)} to ${number(maximum)}`,
    ...(frequent && frequent.value.length <= FEW_NUMBERS
      ? [about(frequent, (few) => valuesWords(few, count))]
      : []),
    ...(quartiles ? [`quartiles ${about(quartiles, list)}`] : []),
    [...centre, ...spread].join(", "),
  ];
}

/** Each of a few numbers with its share, in their own order. */
function valuesWords(few: readonly Frequency<number>[], count: number): string {
  const ascending = few.toSorted((one, other) => one.value - other.value);
  return ascending.map((one) => `${number(one.value)}: ${share(one.count, count)}`).join("  ");
}

function timePieces({ minimum, maximum, quartiles }: TimeProfile): string[] {
  return [
    `${minimum} to ${maximum}`,
    ...(quartiles ? [`quartiles ${about(quartiles, (values) => values.join("  "))}`] : []),
  ];
}

function textLines(
  { frequent, distinct, count, shortest, longest }: TextProfile,
  pen: Pen,
  isDrawn: boolean,
): string[] {
  const isEachOnce = distinct.value === count && count > MOST_TEXTS;
  const words = [
    ...(isEachOnce
      ? [
          `such as ${frequent.value
            .slice(0, 3)
            .map(({ value }) => quoted(value, pen))
            .join(", ")}`,
        ]
      : []),
    ...(longest && longest.length > SHORT ? [`the longest has ${counted(longest.length, "character")}`] : []),
    ...(shortest?.length === 0 ? ["some are empty"] : []),
  ];
  const lines =
    isEachOnce || isDrawn
      ? []
      : frequencyLines(frequent, { total: count, distinct: distinct.value, most: MOST_TEXTS }, pen);
  return [...lines, ...indented(words.join("; "), pen)];
}

function quoted(text: string, pen: Pen): string {
  return `"${named(text, 24, pen)}"`;
}
