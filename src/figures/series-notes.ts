import { isDrawable, leftOutNotes, listed, samenessNotes } from "./drawable.ts";
import { isPlaced, whyUnplaced } from "./line-axis.ts";
import type { AxisKinds, Series, Trace } from "./trace.ts";

/** What became of a series' rows. */
interface Tally {
  readonly name: string;
  readonly rows: number;
  /** Rows with something else than two numbers, and rows whose numbers have no place on these axes. */
  readonly withoutNumbers: number;
  readonly unplaced: number;
  readonly withoutBand: number;
  readonly drawn: number;
  readonly values: readonly number[];
}

/** What a reader must know of the rows that are not drawn, and of values that are all the same. */
export function seriesNotes(series: readonly Series[], traces: readonly Trace[], kinds: AxisKinds): string[] {
  const tallies = traces.flatMap((trace, i) => {
    const one = series[i];
    return one === undefined ? [] : [tallyOf(one, trace, kinds)];
  });
  const values = tallies.flatMap((tally) => tally.values);
  const empty = values.length > 0 ? tallies.filter((tally) => tally.values.length === 0) : [];
  return [
    ...leftOut(tallies, kinds),
    ...(empty.length > 0 ? [`Nothing to draw for ${listed(empty.map(({ name }) => name))}.`] : []),
    ...thinned(sum(tallies, "drawn"), values.length),
    ...samenessNotes(values, "value"),
  ];
}

function tallyOf({ name, x, y, low, high }: Series, { placed, drawn }: Trace, kinds: AxisKinds): Tally {
  let withoutNumbers = 0;
  for (let i = 0; i < x.length; i++) if (!isDrawable(x[i]) || !isDrawable(y[i])) withoutNumbers++;
  const hasNoBand = (i: number) => !isPlaced(low?.[i], kinds.y) || !isPlaced(high?.[i], kinds.y);
  return {
    name,
    rows: x.length,
    withoutNumbers,
    unplaced: x.length - withoutNumbers - placed.length,
    withoutBand: low === undefined ? 0 : placed.filter(hasNoBand).length,
    drawn,
    values: placed.map((i) => y[i] ?? 0),
  };
}

function leftOut(tallies: readonly Tally[], kinds: AxisKinds): string[] {
  const rows = sum(tallies, "rows");
  const losing = tallies.length > 1 ? tallies.filter(({ withoutNumbers }) => withoutNumbers > 0) : [];
  const where = losing.map(({ name, withoutNumbers }) => `${withoutNumbers} in ${name}`);
  const [unplaced, withoutBand] = [sum(tallies, "unplaced"), sum(tallies, "withoutBand")];
  const reasons = [whyUnplaced[kinds.x], whyUnplaced[kinds.y]].filter((why) => why !== undefined);
  const why = [...new Set(reasons)].join(", or ");
  return [
    ...leftOutNotes(sum(tallies, "withoutNumbers"), rows, "points", where),
    ...(unplaced > 0 ? [`${unplaced} of ${rows} points left out: ${why}.`] : []),
    ...(withoutBand > 0 ? [`Points without a band: ${withoutBand}.`] : []),
  ];
}

function thinned(drawn: number, placed: number): string[] {
  if (drawn === placed) return [];
  const [few, all] = [drawn, placed].map((count) => count.toLocaleString("en"));
  return [`Drawn: ${few} of ${all} points, each stretch's highest and lowest among them.`];
}

type Count = "rows" | "withoutNumbers" | "unplaced" | "withoutBand" | "drawn";

function sum(tallies: readonly Tally[], count: Count): number {
  return tallies.reduce((total, tally) => total + tally[count], 0);
}
