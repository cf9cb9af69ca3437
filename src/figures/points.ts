import { type ClassName, classesOf } from "./classes.ts";
import { isDrawable, leftOutNotes } from "./drawable.ts";
import { evenSample, MOST_POINTS, sampleNotes } from "./sample.ts";

/** More names than this hide the points that they name. */
export const MOST_LABELS = 20;

/** A column each, all of one length. */
export interface PointColumns {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Each point's class. */
  readonly group?: ArrayLike<ClassName> | undefined;
  /** Each point's own name, `""` for none; drawn if at most 20 have one. */
  readonly labels?: ArrayLike<string> | undefined;
  /** An amount for each point, shown by its area. */
  readonly size?: ArrayLike<number> | undefined;
}

export interface Point {
  readonly x: number;
  readonly y: number;
  readonly group?: string;
  readonly label?: string;
  readonly size?: number;
}

/** The points to draw, their classes in reading order, and what to say about the others. */
export interface Points {
  readonly points: readonly Point[];
  readonly classes: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Points from columns: those that have a place, and of very many a sample, in which every named point stays.
 *
 * @param who the builder that a refusal names
 * @throws RangeError if the columns have different lengths
 */
export function pointsOf(columns: PointColumns, who: string): Points {
  const { x, y, group, labels, size } = columns;
  refuseOtherLengths(columns, who);
  const placed = Array.from(x, (_, i) => i).filter(
    (i) => isDrawable(x[i]) && isDrawable(y[i]) && (size === undefined || isDrawable(size[i])),
  );
  const isNamed = (i: number) => (labels?.[i] ?? "") !== "";
  const named = labels === undefined ? [] : placed.filter(isNamed);
  const rows = sampleOf(placed, named.length <= MOST_LABELS ? named : []);
  const { of, classes } = classesOf(group === undefined ? [] : rows.map((i) => group[i]));
  const points = rows.map((i, place) => ({
    x: Number(x[i]),
    y: Number(y[i]),
    ...(group === undefined ? {} : { group: of[place] ?? "" }),
    ...(labels === undefined ? {} : { label: labels[i] ?? "" }),
    ...(size === undefined ? {} : { size: Number(size[i]) }),
  }));
  const notes = [
    ...leftOutNotes(x.length - placed.length, x.length, "points"),
    ...sampleNotes(points.length, placed.length),
    ...placeNotes(points),
    ...(named.length > MOST_LABELS
      ? [`Names of points left out: ${named.length} are too many to read.`]
      : []),
  ];
  return { points, classes, notes };
}

function refuseOtherLengths({ x, ...others }: PointColumns, who: string): void {
  for (const [name, column] of Object.entries(others)) {
    if (column !== undefined && column.length !== x.length)
      throw new RangeError(`${who} needs as many ${name} as x, got ${column.length} and ${x.length}.`);
  }
}

/** In the order of the rows, so that what lies on top still does. */
function sampleOf(rows: readonly number[], kept: readonly number[]): readonly number[] {
  if (rows.length <= MOST_POINTS) return rows;
  const isKept = new Set(kept);
  const others = rows.filter((row) => !isKept.has(row));
  const sample = evenSample(others, MOST_POINTS - kept.length);
  return kept.length === 0 ? sample : [...sample, ...kept].sort((a, b) => a - b);
}

function placeNotes(points: readonly Point[]): string[] {
  const [first] = points;
  if (first === undefined) return ["Nothing to draw: no points."];
  if (points.length === 1) return ["Only one point."];
  const isOnePlace = points.every(({ x, y }) => x === first.x && y === first.y);
  return isOnePlace ? [`All ${points.length} points lie at one place.`] : [];
}
