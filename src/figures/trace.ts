import { extentOf } from "./extent.ts";
import { type AxisKind, isPlaced } from "./line-axis.ts";
import { thin } from "./thin.ts";

/** A line, its points in the order in which it goes through them. */
export interface Series {
  readonly name: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** The lower and the upper edge of a band around the line. */
  readonly low?: ArrayLike<number> | undefined;
  readonly high?: ArrayLike<number> | undefined;
}

/** A place on a line; without a value, the line is broken there. */
export interface Step {
  readonly x: number;
  readonly y: number | null;
  readonly low?: number;
  readonly high?: number;
  /** Whether the line is broken on both sides, so that nothing but a point can be seen. */
  readonly alone?: true;
}

/** The way of a line, and which rows of its series have a place on it. */
export interface Trace {
  readonly steps: readonly Step[];
  readonly placed: readonly number[];
  /** How many of the placed rows are among the steps. */
  readonly drawn: number;
}

/** The axes of a plot. */
export interface AxisKinds {
  readonly x: AxisKind;
  readonly y: AxisKind;
}

/**
 * The way of a line through the rows of a series that have a place. A row that has only an x breaks the line.
 *
 * @param buckets how many parts of the x axis need be told apart; no row is spared if infinite
 */
export function traceOf(series: Series, kinds: AxisKinds, buckets: number): Trace {
  const placed = Array.from(series.x, (_, i) => i).filter(
    (i) => isPlaced(series.x[i], kinds.x) && isPlaced(series.y[i], kinds.y),
  );
  const isThinned = placed.length > 4 * buckets;
  const bucketOf = isThinned ? bucketsAlong(series.x, placed, kinds.x, buckets) : (i: number) => 2 * i;
  const kept = isThinned ? thinned(series, placed, bucketOf, buckets) : placed;
  const steps: Step[] = [];
  kept.forEach((row, i) => {
    const before = kept[i - 1] ?? row;
    // In a long series, a gap that is narrower than a bucket would not be seen as one.
    const hole = bucketOf(row) - bucketOf(before) > 1 ? holeBetween(before, row, series, kinds) : undefined;
    if (hole !== undefined) steps.push({ x: hole, y: null });
    steps.push(stepOf(series, row, kinds.y));
  });
  return { steps: withLonely(steps), placed, drawn: kept.length };
}

/** Which of so many equal parts of the x axis a row falls in. */
function bucketsAlong(
  x: ArrayLike<number>,
  placed: readonly number[],
  kind: AxisKind,
  buckets: number,
): (row: number) => number {
  const unitOf = kind === "log" ? Math.log10 : (value: number) => value;
  const [min, max] = extentOf(placed.map((row) => unitOf(x[row] ?? 0)));
  const length = max - min || 1;
  return (row) => Math.min(buckets - 1, Math.floor(((unitOf(x[row] ?? 0) - min) / length) * buckets));
}

/** A line that goes to and fro is seldom long in one bucket; then the rows are counted off into buckets. */
function thinned(
  { y, low, high }: Series,
  placed: readonly number[],
  bucketOf: (row: number) => number,
  buckets: number,
): number[] {
  const columns = [y, low, high].filter((column) => column !== undefined);
  const kept = thin(placed, columns, bucketOf);
  const most = 4 * columns.length * buckets;
  if (kept.length <= most) return kept;
  const size = Math.ceil(kept.length / buckets);
  return thin(kept, columns, (_, i) => Math.floor(i / size));
}

function holeBetween(from: number, to: number, { x, y }: Series, kinds: AxisKinds): number | undefined {
  for (let i = from + 1; i < to; i++) {
    const place = x[i];
    if (isPlaced(place, kinds.x) && !isPlaced(y[i], kinds.y)) return place;
  }
  return undefined;
}

function stepOf({ x, y, low, high }: Series, row: number, kind: AxisKind): Step {
  const [place, value, one, other] = [x[row] ?? 0, y[row] ?? 0, low?.[row], high?.[row]];
  if (!isPlaced(one, kind) || !isPlaced(other, kind)) return { x: place, y: value };
  return { x: place, y: value, low: Math.min(one, other), high: Math.max(one, other) };
}

function withLonely(steps: readonly Step[]): Step[] {
  const isHole = (step: Step | undefined) => (step?.y ?? null) === null;
  return steps.map((step, i) =>
    !isHole(step) && isHole(steps[i - 1]) && isHole(steps[i + 1]) ? { ...step, alone: true } : step,
  );
}
