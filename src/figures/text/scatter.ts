import { marksIn, placesExtent } from "../marks.ts";
import type { Point } from "../points.ts";
import type { ScatterFigure } from "../scatter.ts";
import { type Cloud, type Dot, dotCloud, markCloud, type Size, shadeCloud } from "./cloud.ts";
import { dotOf, framed, frameOf } from "./frame.ts";
import { rulerOf, withMarks } from "./marks.ts";
import type { Pen } from "./pen.ts";
import { withNames } from "./point-names.ts";
import { roundScale } from "./scale.ts";
import { sizeCloud } from "./size-cloud.ts";
import { flow } from "./words.ts";

/** With more points than this for each cell, dots run together and shades say more. */
const CROWDED = 3;

/** Draws points as braille dots, by class or size as marks, and in a crowd as shades. */
export function drawScatter({ spec }: ScatterFigure, pen: Pen): string[] {
  const { x, y } = spec.encoding;
  const points = spec.data.values;
  const marks = marksIn(spec.layer);
  const xScale = x.scale.domain ?? roundScale(placesExtent("x", points, marks));
  const yScale = y.scale.domain ?? roundScale(placesExtent("y", points, marks));
  const frame = frameOf(xScale, yScale, spec.width === spec.height, pen);

  const classes = spec.encoding.color?.scale.domain ?? [];
  const colours = new Map(classes.map((name, colour) => [name, colour]));
  const dots = points.map((point) => dotOf(point, colours.get(point.group ?? "") ?? 0, frame));
  const cloud = cloudOf(dots, spec, frame, pen);
  const named = namesAreDrawn(spec) ? namedDots(dots, points) : [];
  const { grid: withLetters, key: names } = withNames(cloud.grid, named, pen);
  const { grid, key: rules } = withMarks(withLetters, marks, rulerOf(frame), pen);
  return [
    ...[cloud.key, names, rules].flatMap((key) => flow(key, pen.width)),
    ...framed(grid, { x: x.title, y: y.title }, frame, pen),
    ...cloud.notes.flatMap(pen.lines),
  ];
}

function namesAreDrawn({ layer }: ScatterFigure["spec"]): boolean {
  return layer.some((part) => "name" in part && part.name === "names");
}

function namedDots(dots: readonly Dot[], points: readonly Point[]): { dot: Dot; name: string }[] {
  return dots.map((dot, i) => ({ dot, name: points[i]?.label ?? "" })).filter(({ name }) => name !== "");
}

function cloudOf(dots: readonly Dot[], spec: ScatterFigure["spec"], frame: Size, pen: Pen): Cloud {
  const { color, size } = spec.encoding;
  if (color !== undefined) {
    const cloud = markCloud(dots, color.scale.domain, frame, pen);
    const unseen = size === undefined ? [] : [`Drawn without the sizes of points: ${size.title}.`];
    return { ...cloud, notes: [...unseen, ...cloud.notes] };
  }
  if (size !== undefined)
    return sizeCloud(
      dots,
      spec.data.values.map((point) => point.size ?? 0),
      size.title,
      frame,
      pen,
    );
  if (dots.length > CROWDED * frame.columns * frame.rows) return shadeCloud(dots, frame, pen);
  return pen.isAscii ? { ...markCloud(dots, [""], frame, pen), key: [] } : dotCloud(dots, frame);
}
