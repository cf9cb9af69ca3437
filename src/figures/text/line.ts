import type { LineFigure } from "../line.ts";
import { type Guide, guideIn } from "../line-layers.ts";
import { marksIn } from "../marks.ts";
import type { LinePoint } from "../series.ts";
import { bandCells } from "./bands.ts";
import type { Grid, Sign } from "./grid.ts";
import { framedLines, type LinePlot, linePlot, placesOn, rulerOn } from "./line-plot.ts";
import { signCells } from "./line-signs.ts";
import { withMarks } from "./marks.ts";
import type { Pen } from "./pen.ts";
import { blankCanvas, canvasGrid, type DotPlace, stroke } from "./strokes.ts";
import { flow } from "./words.ts";

/** A guide is drawn with one dot of so many. */
const GUIDE_DOTS = { braille: 4, ascii: 2 };
const ASCII_LINE = "*";

/** A line's points in their order, and the number of its colour. */
interface Line {
  readonly steps: readonly LinePoint[];
  readonly colour: number;
}

/** Draws lines in braille, each with signs of its own along it, over a guide, rules and bands. */
export function drawLine({ spec }: LineFigure, pen: Pen): string[] {
  const { encoding, layer } = spec;
  const names = encoding.color.scale.domain;
  const lines = linesOf(spec.data.values, names);
  const plot = linePlot(spec, pen);
  const hasSigns = names.length > 1 || layer.some((one) => "name" in one && one.name === "points");

  const drawn = lineGrid(lines, hasSigns, plot, pen);
  const hidden = names.filter((_, colour) => isHidden(colour, lines, drawn));
  const guide = guideIn(layer);
  const guided = guide === undefined ? drawn : drawnOver(guideGrid(guide, plot, pen), drawn);
  const { grid: ruled, key: rules } = withMarks(guided, marksIn(layer), rulerOn(plot), pen);
  const banded = lines.reduce((grid, line) => drawnOver(bandGrid(line, plot, pen), grid), ruled);
  const key = [
    ...names.map((name, colour) =>
      keyOf(
        name,
        lines.filter((line) => line.colour === colour),
        hasSigns,
        pen,
      ),
    ),
    ...(guide === undefined ? [] : [`${pen.isAscii ? ". ." : "⡀⡀⡀"} ${pen.fit(guide.label, 30)}`]),
  ];
  return [
    ...[key, rules].flatMap((pieces) => flow(pieces, pen.width)),
    ...framedLines(banded, { x: encoding.x.title, y: encoding.y.title }, plot, pen),
    ...(hidden.length > 0 ? pen.lines(`Hidden under another line: ${hidden.join(", ")}.`) : []),
  ];
}

/** Points come series by series. */
function linesOf(points: readonly LinePoint[], names: readonly string[]): Line[] {
  const lines: { steps: LinePoint[]; colour: number; series: number }[] = [];
  for (const point of points) {
    const last = lines.at(-1);
    if (last?.series === point.series) last.steps.push(point);
    else lines.push({ steps: [point], colour: Math.max(0, names.indexOf(point.name)), series: point.series });
  }
  return lines;
}

/** Strokes first and signs over them, so that no line hides another one's signs. */
function lineGrid(lines: readonly Line[], hasSigns: boolean, plot: LinePlot, pen: Pen): Grid {
  const canvas = blankCanvas(plot, pen);
  const ways = lines.map(({ steps }) => placesOn(canvas, plot, steps));
  lines.forEach(({ colour }, i) => {
    let before: DotPlace | undefined;
    for (const place of ways[i] ?? []) {
      if (place !== undefined) stroke(canvas, before ?? place, place, colour);
      before = place;
    }
  });
  const sign = (colour: number) => (hasSigns ? (pen.glyphs.marks[colour] ?? "?") : ASCII_LINE);
  const grid = canvasGrid(canvas, sign);
  if (!hasSigns) return grid;
  lines.forEach(({ colour }, number) => {
    const places = (ways[number] ?? []).filter((place) => place !== undefined);
    for (const cell of signCells(places, canvas, { number, of: lines.length })) {
      const row = grid[Math.floor(cell / plot.columns)];
      if (row !== undefined) row[cell % plot.columns] = { text: sign(colour), colour };
    }
  });
  return grid;
}

function guideGrid({ from, to }: Guide, plot: LinePlot, pen: Pen): Grid {
  const canvas = blankCanvas(plot, pen);
  const ends = [from, to].map(([x, y]) => ({ x, y }));
  const [start, end] = placesOn(canvas, plot, ends);
  if (start !== undefined && end !== undefined)
    stroke(canvas, start, end, undefined, pen.isAscii ? GUIDE_DOTS.ascii : GUIDE_DOTS.braille);
  return canvasGrid(canvas, () => ".");
}

function bandGrid({ steps, colour }: Line, plot: LinePlot, pen: Pen): Grid {
  const sign: Sign = { text: shadeOf(colour, pen), colour };
  return bandCells(steps, plot, rulerOn(plot)).map((row) =>
    row.map((isInside) => (isInside ? sign : undefined)),
  );
}

/** Neighbours among bands have unlike shades, so that they are two without colour too. */
function shadeOf(colour: number, { glyphs }: Pen): string {
  return glyphs.shades[colour % 2] ?? "?";
}

function keyOf(name: string, lines: readonly Line[], hasSigns: boolean, pen: Pen): string {
  const colour = lines[0]?.colour ?? 0;
  const hasBand = lines.some(({ steps }) => steps.some(({ low }) => low !== undefined));
  const sign = pen.glyphs.marks[colour] ?? "?";
  const own = pen.isAscii ? (hasSigns ? sign : ASCII_LINE) : pen.glyphs.across;
  const beside = hasBand ? shadeOf(colour, pen) : own;
  return `${pen.inColour(beside + (hasSigns ? sign : own) + beside, colour)} ${pen.fit(name, Math.min(50, pen.width - 4))}`;
}

/** One grid over another. */
function drawnOver(under: Grid, over: Grid): Grid {
  return over.map((row, i) => row.map((sign, column) => sign ?? under[i]?.[column]));
}

function isHidden(colour: number, lines: readonly Line[], grid: Grid): boolean {
  if (!lines.some((line) => line.colour === colour)) return false;
  return !grid.some((row) => row.some((sign) => sign?.colour === colour));
}
