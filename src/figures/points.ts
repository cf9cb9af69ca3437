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
  const { placed, drawn, notes } = rowsOf(columns, who, MOST_POINTS);
  // From all points, so that a class keeps its colour whether or not the sample holds it.
  const { of, classes } = classesOf(group === undefined ? [] : placed.map((i) => group[i]));
  const groups = group === undefined ? undefined : new Map(placed.map((i, place) => [i, of[place] ?? ""]));
  const points = drawn.map((i) => ({
    x: Number(x[i]),
    y: Number(y[i]),
    ...(groups === undefined ? {} : { group: groups.get(i) ?? "" }),
    ...(labels === undefined ? {} : { label: labels[i] ?? "" }),
    ...(size === undefined ? {} : { size: Number(size[i]) }),
  }));
  return { points, classes, notes };
}

/** The numbers of the rows that have a place, of those that are drawn, and what to say about the others. */
export interface Rows {
  readonly placed: readonly number[];
  readonly drawn: readonly number[];
  readonly notes: readonly string[];
}

/**
 * Chooses the rows to draw: those that have a place, of more than `most` an even sample.
 *
 * @param who the builder that a refusal names
 * @throws RangeError if the columns have different lengths
 */
export function rowsOf(columns: PointColumns, who: string, most: number): Rows {
  const { x, y, labels, size } = columns;
  refuseOtherLengths(columns, who);
  const placed = Array.from(x, (_, i) => i).filter(
    (i) => isDrawable(x[i]) && isDrawable(y[i]) && (size === undefined || isDrawable(size[i])),
  );
  const named = labels === undefined ? [] : placed.filter((i) => (labels[i] ?? "") !== "");
  const areNamesDrawn = named.length <= MOST_LABELS;
  const drawn = sampleOf(placed, areNamesDrawn ? named : [], most);
  const notes = [
    ...leftOutNotes(x.length - placed.length, x.length, "points"),
    ...sampleNotes(drawn.length, placed.length),
    ...placeNotes(placed, columns),
    ...(areNamesDrawn ? [] : [`Names of points left out: ${named.length} are too many to read.`]),
  ];
  return { placed, drawn, notes };
}

function refuseOtherLengths({ x, ...others }: PointColumns, who: string): void {
  for (const [name, column] of Object.entries(others)) {
    if (column !== undefined && column.length !== x.length)
      throw new RangeError(`${who} needs as many ${name} as x, got ${column.length} and ${x.length}.`);
  }
}

/** In the order of the rows, so that what lies on top still does. */
function sampleOf(rows: readonly number[], kept: readonly number[], most: number): readonly number[] {
  if (rows.length <= most) return rows;
  const isKept = new Set(kept);
  const others = rows.filter((row) => !isKept.has(row));
  return [...evenSample(others, most - kept.length), ...kept].sort((a, b) => a - b);
}

function placeNotes(rows: readonly number[], { x, y }: PointColumns): string[] {
  const [first] = rows;
  if (first === undefined) return ["Nothing to draw: no points."];
  if (rows.length === 1) return ["Only one point."];
  const isOnePlace = rows.every((i) => x[i] === x[first] && y[i] === y[first]);
  return isOnePlace ? [`All ${rows.length} points lie at one place.`] : [];
}
