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

/** A line's points in their order, and the number of its colour. */
interface Line {
  readonly steps: readonly LinePoint[];
  readonly colour: number;
}

/** What lines of a colour are drawn with: a sign in ASCII for the line itself, and one that it shows along its way. */
interface Signs {
  readonly stroke: (colour: number) => string;
  /** Undefined if nothing needs telling apart. */
  readonly own: ((colour: number) => string) | undefined;
}

/** Draws lines in braille, each with signs of its own along it, over a guide, rules and bands. */
export function drawLine({ spec }: LineFigure, pen: Pen): string[] {
  const { encoding, layer, data } = spec;
  const names = encoding.color.scale.domain;
  const lines = linesOf(data.values, names.length);
  const plot = linePlot(spec, pen);
  const hasPoints = layer.some((one) => "name" in one && one.name === "points");
  const signs = signsFor(names.length, hasPoints, pen);

  const drawn = lineGrid(lines, signs, plot, pen);
  const guide = guideIn(layer);
  const guided = guide === undefined ? drawn : drawnOver(guideGrid(guide, plot, pen), drawn);
  const { grid: ruled, key: rules } = withMarks(guided, marksIn(layer), rulerOn(plot), pen);
  const banded = lines
    .filter(hasBand)
    .reduce((grid, line) => drawnOver(bandGrid(line, plot, pen), grid), ruled);
  const key = [
    ...names.map((name, colour) => keyOf(name, colour, lines, signs, pen)),
    ...(guide === undefined ? [] : [`${pen.isAscii ? ". ." : "⡀⡀⡀"} ${pen.fit(guide.label, 30)}`]),
  ];
  const hidden = names.filter((_, colour) => isHidden(colour, lines, drawn));
  return [
    ...[key, rules].flatMap((pieces) => flow(pieces, pen.width)),
    ...framedLines(banded, { x: encoding.x.title, y: encoding.y.title }, plot, pen),
    ...(hidden.length > 0 ? pen.lines(`Hidden under another line: ${hidden.join(", ")}.`) : []),
  ];
}

/** Points come series by series; of more series than colours, the last ones share one. */
function linesOf(points: readonly LinePoint[], colours: number): Line[] {
  const lines: { steps: LinePoint[]; colour: number; series: number }[] = [];
  for (const point of points) {
    const { series } = point;
    const last = lines.at(-1);
    if (last?.series === series) last.steps.push(point);
    else lines.push({ steps: [point], colour: Math.min(series, colours - 1), series });
  }
  return lines;
}

function signsFor(names: number, hasPoints: boolean, { glyphs, isAscii }: Pen): Signs {
  const own = (colour: number) => glyphs.marks[colour] ?? "?";
  const plain = () => (isAscii ? "*" : glyphs.across);
  if (names > 1) return { stroke: isAscii ? own : plain, own };
  return { stroke: plain, own: hasPoints ? own : undefined };
}

/** Strokes first and signs over them, so that no line hides another one's signs. */
function lineGrid(
  lines: readonly Line[],
  { stroke: strokeSign, own }: Signs,
  plot: LinePlot,
  pen: Pen,
): Grid {
  const canvas = blankCanvas(plot, pen);
  const ways = lines.map(({ steps, colour }) => ({ colour, places: placesOn(canvas, plot, steps) }));
  for (const { colour, places } of ways) {
    let before: DotPlace | undefined;
    for (const place of places) {
      if (place !== undefined) stroke(canvas, before ?? place, place, colour);
      before = place;
    }
  }
  const grid = canvasGrid(canvas, strokeSign);
  if (own === undefined) return grid;
  ways.forEach(({ colour, places }, number) => {
    const seen = places.filter((place) => place !== undefined);
    for (const cell of signCells(seen, canvas, { number, of: ways.length })) {
      const row = grid[Math.floor(cell / plot.columns)];
      if (row !== undefined) row[cell % plot.columns] = { text: own(colour), colour };
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

function hasBand({ steps }: Line): boolean {
  return steps.some(({ low }) => low !== undefined);
}

/** A piece of the line as it is drawn, in its band if it has one, and its name. */
function keyOf(name: string, colour: number, lines: readonly Line[], signs: Signs, pen: Pen): string {
  const isBanded = lines.some((line) => line.colour === colour && hasBand(line));
  const stroke = signs.stroke(colour);
  const beside = isBanded ? shadeOf(colour, pen) : stroke;
  const piece = beside + (signs.own?.(colour) ?? stroke) + beside;
  return `${pen.inColour(piece, colour)} ${pen.fit(name, Math.min(50, pen.width - 4))}`;
}

/** One grid over another. */
function drawnOver(under: Grid, over: Grid): Grid {
  return over.map((row, i) => row.map((sign, column) => sign ?? under[i]?.[column]));
}

function isHidden(colour: number, lines: readonly Line[], grid: Grid): boolean {
  if (!lines.some((line) => line.colour === colour)) return false;
  return !grid.some((row) => row.some((sign) => sign?.colour === colour));
}
