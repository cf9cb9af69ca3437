import type { Pen } from "./pen.ts";
import { type Scale, type Tick, ticksOn } from "./scale.ts";
import { cellsOf, padStart } from "./words.ts";

/** How many cells an axis of labels takes at the left of a plot: the widest label, a space and the line. */
export function gutterOf(labels: readonly string[]): number {
  return Math.max(0, ...labels.map(cellsOf)) + 2;
}

/** Rows of a plot with an axis of numbers at their left; a row with a label gets a tick. */
export function besideAxis(
  rows: readonly string[],
  labels: readonly string[],
  gutter: number,
  pen: Pen,
): string[] {
  return rows.map((row, i) => {
    const label = labels[i] ?? "";
    const line = label === "" ? pen.glyphs.up : pen.glyphs.tickUp;
    return `${padStart(label, gutter - 2)} ${pen.faint(line)}${row}`;
  });
}

/** Rows of a plot with their names at their left, and a line between unless the rows have one of their own. */
export function besideNames(
  rows: readonly string[],
  names: readonly string[],
  gutter: number,
  pen: Pen,
  line = pen.glyphs.up,
): string[] {
  return rows.map((row, i) => `${padStart(names[i] ?? "", gutter - 2)} ${pen.faint(line)}${row}`);
}

/** Ticks for a horizontal axis of so many cells, as close as their labels can be read. */
export function ticksAcross(scale: Scale, columns: number, at: (value: number) => number): Tick[] {
  return ticksOn(scale, Math.max(5, Math.floor(columns / 8)), at, (label) => ({
    least: cellsOf(label) + 2,
    ease: cellsOf(label) + 4,
  }));
}

/** The line of a horizontal axis, its ticks, their labels and the title, for a plot that is `columns` cells wide. */
export function belowAxis(
  ticks: readonly Tick[],
  title: string,
  { gutter, columns }: { readonly gutter: number; readonly columns: number },
  pen: Pen,
): string[] {
  const line = new Array<string>(columns).fill(pen.glyphs.across);
  let labels = "";
  for (const { at, label } of ticks) {
    line[at] = pen.glyphs.tickAcross;
    const words = pen.words(label);
    const middle = gutter + at - Math.floor((cellsOf(words) - 1) / 2);
    const start = Math.min(middle, pen.width - cellsOf(words));
    // At the ends of the line a label is moved inwards; it is left out where it would touch its neighbour.
    if (labels !== "" && start <= cellsOf(labels)) continue;
    labels += " ".repeat(Math.max(0, start - cellsOf(labels))) + words;
  }
  return [axisLine(line.join(""), gutter, pen), labels, ...titleBelow(title, { gutter, columns }, pen)];
}

/** The line below a plot that shares its axis with the next one. */
export function axisLine(line: string, gutter: number, pen: Pen): string {
  return " ".repeat(gutter - 1) + pen.faint(pen.glyphs.corner + line);
}

/** The title of a horizontal axis, under the middle of its plot; nothing for an empty title. */
export function titleBelow(
  title: string,
  { gutter, columns }: { readonly gutter: number; readonly columns: number },
  pen: Pen,
): string[] {
  return pen.lines(title).map((line) => {
    const middle = gutter + Math.floor((columns - cellsOf(line)) / 2);
    return " ".repeat(Math.max(0, Math.min(middle, pen.width - cellsOf(line)))) + line;
  });
}
