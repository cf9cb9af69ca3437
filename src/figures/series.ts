import { MAX_CLASSES } from "./palette.ts";
import { seriesNotes } from "./series-notes.ts";
import { type AxisKinds, type Series, type Step, traceOf } from "./trace.ts";

/** More points than this in all show no more and take long to draw. */
const MOST_POINTS = 5000;
/** A series isn't thinned to fewer parts than this, however many series there are. */
const LEAST_BUCKETS = 50;

/** A step of one of the lines in a figure. */
export interface LinePoint extends Step {
  /** The place of the point's series among all series. */
  readonly series: number;
  /** The series as the key names it: of many series, the last name stands for several. */
  readonly name: string;
}

/** The points to draw, the names in the key, and what to say about the data. */
export interface SeriesPoints {
  readonly points: readonly LinePoint[];
  readonly names: readonly string[];
  readonly notes: readonly string[];
}

/**
 * The points of all series. Of very many points, those that keep the peaks of each series.
 *
 * @throws RangeError if the columns of a series have different lengths, or if a name comes twice
 */
export function pointsOfSeries(series: readonly Series[], kinds: AxisKinds): SeriesPoints {
  refuseOtherLengths(series);
  refuseRepeatedNames(series);
  const total = series.reduce((sum, { x }) => sum + x.length, 0);
  const parts = Math.max(LEAST_BUCKETS, Math.floor(MOST_POINTS / 4 / series.length));
  const buckets = total > MOST_POINTS ? parts : Number.POSITIVE_INFINITY;
  const traces = series.map((one) => traceOf(one, kinds, buckets));
  const names = keyNames(series.map(({ name }) => name));
  const points = traces.flatMap(({ steps }, series) => {
    const name = names[Math.min(series, names.length - 1)] ?? "";
    return steps.map((step) => ({ series, name, ...step }));
  });
  return {
    points,
    names,
    notes: seriesNotes(series, traces, kinds),
  };
}

function refuseOtherLengths(series: readonly Series[]): void {
  for (const { x, y, low, high } of series) {
    for (const [name, column] of Object.entries({ y, low, high })) {
      if (column !== undefined && column.length !== x.length)
        throw new RangeError(`line needs as many ${name} as x, got ${column.length} and ${x.length}.`);
    }
    if ((low === undefined) !== (high === undefined))
      throw new RangeError(`line needs low and high for a band, got only ${low ? "low" : "high"}.`);
  }
}

/** Lines of one name could not be told apart. */
function refuseRepeatedNames(series: readonly Series[]): void {
  const names = series.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined)
    throw new RangeError(`line needs a name of its own for each series, got "${twice}" twice.`);
}

/** The names of the series in their order; of more than can be told apart, the last ones share one. */
function keyNames(names: readonly string[]): string[] {
  const shown = names.map((name) => (name === "" ? "(no name)" : name));
  if (shown.length <= MAX_CLASSES) return shown;
  const own = shown.slice(0, MAX_CLASSES - 1);
  return [...own, `${shown.length - own.length} other series`];
}
