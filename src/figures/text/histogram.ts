import type { Bin, HistogramFigure } from "../histogram.ts";
import { multiplesWithin, type RoundStep, roundStep } from "../round-steps.ts";
import { axisLine, belowAxis, besideAxis, gutterOf, ticksAcross } from "./axes.ts";
import { filledCells } from "./blocks.ts";
import type { Pen } from "./pen.ts";
import type { Scale, Tick } from "./scale.ts";
import { padEnd } from "./words.ts";

/** Rows of a panel that has its own axis below. */
const FACET_HEIGHT = 3;

/** A column's counts, one for each bar. */
interface Panel {
  readonly name: string;
  readonly counts: readonly number[];
}

/** Draws a panel for each column, one under another, with the axis of all of them below, or of each where they share none. */
export function drawHistogram({ spec }: HistogramFigure, pen: Pen): string[] {
  const bins = spec.data.values;
  const names = [...new Set(bins.map(({ name }) => name))];
  const { x, facet } = spec.encoding;
  if (facet === undefined) return drawPanels(bins, names, x.title, pen);
  const height = names.length > 1 ? FACET_HEIGHT : undefined;
  return names.flatMap((name) =>
    drawPanels(
      bins.filter((bin) => bin.name === name),
      [name],
      name,
      pen,
      height,
    ),
  );
}

function drawPanels(
  bins: readonly Bin[],
  names: readonly string[],
  xTitle: string,
  pen: Pen,
  height = heightOf(names.length, pen),
): string[] {
  const edges = bins.filter(({ name }) => name === names[0]);
  const gutter = gutterOf(["count", String(bins.reduce((most, { count }) => Math.max(most, count), 0))]);
  // One cell is kept for the tick at the last bin's upper edge.
  const room = pen.width - gutter - 1;
  const binsPerBar = Math.ceil(edges.length / room);
  const bars = Math.ceil(edges.length / binsPerBar);
  const barCells = Math.floor(room / bars);
  const columns = bars * barCells + 1;

  const panels = names.map((name) => ({ name, counts: countsOf(name, bins, binsPerBar) }));
  const plots = panels.flatMap((panel, i) => [
    padEnd("count", gutter) + (panels.length > 1 ? pen.fit(panel.name, pen.width - gutter) : ""),
    ...drawPanel(panel, { barCells, height, gutter }, pen),
    ...(i < panels.length - 1 ? [axisLine(pen.glyphs.across.repeat(columns), gutter, pen)] : []),
  ]);
  const ticks = edgeTicks(edges, bars * binsPerBar, bars * barCells);
  return [...plots, ...belowAxis(ticks, xTitle, { gutter, columns }, pen)];
}

function countsOf(name: string, bins: readonly Bin[], binsPerBar: number): number[] {
  const counts = bins.filter((bin) => bin.name === name).map(({ count }) => count);
  const bars = Array.from({ length: Math.ceil(counts.length / binsPerBar) }, (_, i) =>
    counts.slice(i * binsPerBar, (i + 1) * binsPerBar),
  );
  return bars.map((bar) => bar.reduce((sum, count) => sum + count, 0));
}

/** A single distribution gets room for detail; many keep to what fits a screen. */
function heightOf(panels: number, { width }: Pen): number {
  if (panels === 1) return Math.min(Math.max(Math.round(width / 8), 8), 16);
  return panels > 4 ? 3 : 5;
}

function drawPanel(
  { counts }: Panel,
  { barCells, height, gutter }: { barCells: number; height: number; gutter: number },
  pen: Pen,
): string[] {
  const most = counts.reduce((most, count) => Math.max(most, count), 1);
  const bars = counts.map((count) => filledCells((count / most) * height, pen.glyphs.fromBelow));
  const rows = Array.from({ length: height }, (_, row) =>
    pen.inColour(
      bars
        .map((bar) => (bar[height - 1 - row] ?? " ").repeat(barCells))
        .join("")
        .trimEnd(),
    ),
  );
  const labels = new Array<string>(height).fill("");
  for (const count of multiplesWithin(countStep(most, height), [1, most]))
    labels[height - Math.ceil((count / most) * height)] = String(count);
  return besideAxis(rows, labels, gutter, pen);
}

/** Counts are whole; at least one tick lies below the largest. */
function countStep(most: number, height: number): RoundStep {
  const step = roundStep(most, Math.max(3, Math.floor(height / 3)));
  return step.exponent < 0 ? { mantissa: 1, exponent: 0 } : step;
}

function edgeTicks([first]: readonly Bin[], bins: number, columns: number): Tick[] {
  const { from, to } = first ?? { from: 0, to: 1 };
  const scale: Scale = [from, from + (to - from) * bins];
  const at = (value: number) => Math.round(((value - from) / (scale[1] - from)) * columns);
  return ticksAcross(scale, columns, at);
}
