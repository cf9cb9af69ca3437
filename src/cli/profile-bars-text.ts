import type { Frequency, Measure } from "../data/profile/profile.ts";
import { filledCells } from "../figures/text/blocks.ts";
import { makePen } from "../figures/text/pen.ts";
import { cellsOf, padEnd, padStart } from "../figures/text/words.ts";
import { named, number, share, whole } from "./profile-words.ts";
import type { Pen } from "./terminal/look.ts";

/** Cells of a small histogram, one for each bin. */
export const histogramCells = 20;

const MOST_BAR_CELLS = 24;
const LEAST_BAR_CELLS = 10;
const INDENT = "  ";
const GAP = "  ";

/** Counts as bars one cell high, side by side; only what is nothing shows nothing. */
export function smallHistogram(counts: readonly number[], pen: Pen): string {
  const most = counts.reduce((most, count) => Math.max(most, count), 1);
  const bars = counts.map((count) => filledCells(count / most, glyphsFor(pen).fromBelow)[0] ?? " ");
  return pen.colours.cyan(padEnd(bars.join(""), histogramCells));
}

/**
 * The most frequent values, each on a line with its share, its count and a bar.
 *
 * @param total how many values there are in all
 * @param distinct how many different ones
 */
export function frequencyLines(
  { value: frequencies, exact }: Measure<readonly Frequency<string | number>[]>,
  { total, distinct, most }: { total: number; distinct: number; most: number },
  pen: Pen,
): string[] {
  const shown = frequencies.slice(0, most);
  const mark = exact ? "" : pen.ascii ? "~" : "≈";
  const shares = shown.map(({ count }) => mark + share(count, total));
  const counts = shown.map(({ count }) => mark + whole(count));
  const [shareCells, countCells] = [widest(shares), widest(counts)];
  const room = pen.width - INDENT.length - shareCells - countCells - 3 * GAP.length;
  const labelRoom = Math.max(MOST_BAR_CELLS, room) - LEAST_BAR_CELLS;
  const labels = shown.map(({ value }) =>
    typeof value === "number" ? number(value) : named(value, labelRoom, pen) || '""',
  );
  const labelCells = widest(labels);
  const barCells = Math.max(0, Math.min(MOST_BAR_CELLS, room - labelCells));
  const lines = shown.map(({ count }, i) => {
    const bar = filledCells((count / (shown[0]?.count || 1)) * barCells, glyphsFor(pen).fromLeft);
    const words = [
      padEnd(labels[i] ?? "", labelCells),
      padStart(shares[i] ?? "", shareCells),
      padStart(counts[i] ?? "", countCells),
    ];
    return `${INDENT}${words.join(GAP)}${GAP}${pen.colours.cyan(bar.slice(0, barCells).join(""))}`.trimEnd();
  });
  const others = distinct - shown.length;
  return others > 0 ? [...lines, `${INDENT}and ${whole(others)} more`] : lines;
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, cellsOf(text)), 0);
}

function glyphsFor({ width, colour, ascii }: Pen) {
  return makePen({ width, colour, ascii }).glyphs;
}
