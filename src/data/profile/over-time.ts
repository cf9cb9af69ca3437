import { isNumberType } from "../column.ts";
import { momentsOf, quantileOf, sortedNumbers } from "./numbers.ts";
import type { OverTime, Period, Shift } from "./profile.ts";
import { hasNumbers, isMissingIn, type NumberSample, type Sample, type SampleColumn } from "./sample.ts";
import { cutText } from "./texts.ts";
import { isoTime } from "./times.ts";

/** The share of the rows at either end of time. */
const END = 0.1;

const MOST_SHIFTS = 6;

/** Columns of more different texts than this have no shares worth following. */
const MOST_TEXTS = 50;

/** How many standard errors a difference needs, and how many deviations. */
const LEAST_ERRORS = 3;
const LEAST_DEVIATIONS = 0.2;

/** Which rows a time is early or late in. */
interface Ends {
  readonly early: readonly number[];
  readonly late: readonly number[];
}

/** A shift, and by how many of the column's deviations, and of the standard errors that chance would make. */
interface SizedShift extends Shift {
  readonly size: number;
  readonly errors: number;
}

/**
 * Compares the earliest tenth of the rows with the latest: means of numbers, shares of texts, shares of missing values.
 *
 * @param names the columns that may be compared
 * @returns null if the times have no order, or are too few or too alike to be cut into tenths
 */
export function changesOverTime(sample: Sample, time: string, names: ReadonlySet<string>): OverTime | null {
  const column = sample.columns.find(({ field }) => field.name === time);
  if (column === undefined || !hasNumbers(column)) return null;
  const ends = endsOf(column);
  if (ends === null) return null;
  const others = sample.columns.filter(({ field }) => field.name !== time && names.has(field.name));
  // The more columns, the further chance alone takes one of them.
  const leastErrors = Math.max(LEAST_ERRORS, Math.sqrt(2 * Math.log(others.length)));
  const shifts = others
    .flatMap((other) => shiftsOf(other, ends))
    .filter(({ size, errors }) => size >= LEAST_DEVIATIONS && errors >= leastErrors)
    .sort((one, other) => other.size - one.size)
    .slice(0, MOST_SHIFTS)
    .map(({ size, errors, ...shift }) => shift);
  return {
    column: time,
    early: periodOf(column, ends.early),
    late: periodOf(column, ends.late),
    shifts: { value: shifts, exact: sample.isWhole },
  };
}

/** Rows of one time stay together, so that an end may be larger than a tenth. */
function endsOf({ values }: NumberSample): Ends | null {
  const sorted = sortedNumbers(values);
  if (sorted.length === 0) return null;
  const [until, since] = [quantileOf(sorted, END), quantileOf(sorted, 1 - END)];
  if (until >= since) return null;
  const rows = Array.from(values.keys());
  return {
    early: rows.filter((i) => (values[i] ?? Number.NaN) <= until),
    late: rows.filter((i) => (values[i] ?? Number.NaN) >= since),
  };
}

function periodOf({ field, values }: NumberSample, rows: readonly number[]): Period {
  const times = sortedNumbers(Float64Array.from(rows, (i) => values[i] ?? Number.NaN));
  const [from, to] = [times[0] ?? 0, times.at(-1) ?? 0];
  const { type } = field;
  const shown = (time: number) => (type === "date" || type === "datetime" ? isoTime(time, type) : time);
  return { from: shown(from), to: shown(to), rows: rows.length };
}

function shiftsOf(column: SampleColumn, ends: Ends): SizedShift[] {
  const { name } = column.field;
  const shifts: (SizedShift | null)[] = [
    shareShift(ends, (i) => isMissingIn(column, i), { column: name, of: "missing" }),
  ];
  if (!hasNumbers(column)) {
    const { words, codes } = column;
    if (words.length > MOST_TEXTS) return known(shifts);
    const share = (code: number) => (i: number) => (codes[i] === -1 ? null : codes[i] === code);
    const values = words.map((word, code) =>
      shareShift(ends, share(code), { column: name, of: "share", value: cutText(word) }),
    );
    return known([...shifts, largest(values)]);
  }
  return known(isNumberType(column.field.type) ? [...shifts, meanShift(column, ends)] : shifts);
}

/** The shift of the share of rows that are so; rows of which it cannot be said (null) do not count. */
function shareShift(
  ends: Ends,
  isSo: (i: number) => boolean | null,
  shift: Pick<Shift, "column" | "of" | "value">,
): SizedShift | null {
  const count = (rows: readonly number[]) => {
    const answers = rows.map(isSo).filter((answer) => answer !== null);
    return { n: answers.length, yes: answers.filter(Boolean).length };
  };
  const [early, late] = [count(ends.early), count(ends.late)];
  const overall = (early.yes + late.yes) / (early.n + late.n);
  const deviation = Math.sqrt(overall * (1 - overall));
  return sized(shift, [early.yes / early.n, late.yes / late.n], [early.n, late.n], deviation);
}

function meanShift({ field, values }: NumberSample, ends: Ends): SizedShift | null {
  const [early, late] = [ends.early, ends.late].map((rows) =>
    sortedNumbers(Float64Array.from(rows, (i) => values[i] ?? Number.NaN)),
  );
  if (!early?.length || !late?.length) return null;
  const all = momentsOf(sortedNumbers(values));
  const means = [momentsOf(early).mean, momentsOf(late).mean] as const;
  return sized({ column: field.name, of: "mean" }, means, [early.length, late.length], all.deviation ?? 0);
}

/** A shift in units of a deviation; null if nothing deviates, or there is nothing at one end. */
function sized(
  shift: Pick<Shift, "column" | "of" | "value">,
  [early, late]: readonly [number, number],
  [nEarly, nLate]: readonly [number, number],
  deviation: number,
): SizedShift | null {
  const size = Math.abs(late / deviation - early / deviation);
  const errors = size / Math.sqrt(1 / nEarly + 1 / nLate);
  return Number.isFinite(size) ? { ...shift, early, late, size, errors } : null;
}

function largest(shifts: readonly (SizedShift | null)[]): SizedShift | null {
  return known(shifts).reduce<SizedShift | null>(
    (most, one) => (most && most.size >= one.size ? most : one),
    null,
  );
}

function known(shifts: readonly (SizedShift | null)[]): SizedShift[] {
  return shifts.filter((shift) => shift !== null);
}
