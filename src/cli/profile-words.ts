import type { Measure } from "../data/profile/profile.ts";
import { formatNumber, percent } from "../figures/numbers.ts";
import { flow, oneLine, shorten } from "../figures/text/words.ts";
import { type Pen, plain } from "./terminal/look.ts";
import { wrap } from "./terminal/wrap.ts";

const GROUPED = new Intl.NumberFormat("en");

/** A count, its thousands set apart. */
export function whole(value: number): string {
  return GROUPED.format(value);
}

/** "1 row", "2 rows", "no rows". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${value === 0 ? "no" : whole(value)} ${value === 1 ? one : many}`;
}

/** What is shown of a measure, with ≈ before an estimate. */
export function about<Value>({ value, exact }: Measure<Value>, show: (value: Value) => string): string {
  return `${exact ? "" : "≈ "}${show(value)}`;
}

/** A value of a column, to four digits. */
export function number(value: number): string {
  return formatNumber(value, 4);
}

/** A part of a whole as a percentage of at most one decimal place; what is not nothing does not read as nothing. */
export function share(part: number, all: number): string {
  const parts = part / all;
  const rounded = Math.round(parts * 1000) / 1000;
  return rounded === parts || (rounded > 0 && rounded < 1)
    ? `${(rounded * 100).toFixed(1)}%`
    : percent(parts);
}

/** A name or a text of the data on one line, in no more than so many cells. */
export function named(text: string, cells: number, pen: Pen): string {
  return shorten(plain(oneLine(text), pen), cells, pen.ascii ? ".." : "…");
}

const INDENT = "  ";

/** Words on as many lines as they need, indented; no line for no words. */
export function indented(text: string, pen: Pen): string[] {
  return text === "" ? [] : wrap(text, pen.width - INDENT.length).map((line) => INDENT + line);
}

/** Pieces side by side on as many lines as they need, the lines after the first indented as far as `first` is wide. */
export function beside(first: string, pieces: readonly string[], { width }: Pen, cells: number): string[] {
  const lines = flow(pieces, width - cells).flatMap((line) => wrap(line, width - cells));
  return lines.map((line, i) => (i === 0 ? first : " ".repeat(cells)) + line);
}
