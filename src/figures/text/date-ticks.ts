import { multiplesWithin, roundStep } from "../round-steps.ts";
import type { Scale } from "./scale.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** A Monday. */
const FIRST_WEEK = Date.UTC(1970, 0, 5);

/** A value worth a tick, and how it is written there. */
export interface Labelled {
  readonly value: number;
  readonly label: string;
}

/**
 * Round dates along a scale of milliseconds since 1970 (UTC), from the closest to the sparsest: whole seconds, minutes,
 * hours, days, weeks from their Mondays, months, years.
 *
 * @param most about how many there may be
 */
export function dateTicks(scale: Scale, most: number): Labelled[][] {
  const span = scale[1] - scale[0];
  const fits = (step: number) => span / step <= most;
  const even = (sizes: readonly number[], unit: number) => sizes.map((size) => size * unit).filter(fits);
  const times = [
    ...even([1, 2, 5, 10, 20, 50, 100, 200, 500], 1),
    ...even([1, 2, 5, 10, 15, 30], SECOND),
    ...even([1, 2, 5, 10, 15, 30], MINUTE),
    ...even([1, 2, 3, 6, 12], HOUR),
  ];
  const months = [1, 2, 3, 6].filter((count) => fits(count * 30 * DAY));
  return [
    ...times.map((step) => timesWithin(scale, step)),
    ...even([1, 2], DAY).map((step) => evenDates(scale, step, 0).map(asDay)),
    ...even([1, 2], WEEK).map((step) => evenDates(scale, step, FIRST_WEEK).map(asDay)),
    ...months.map((count) => monthsWithin(scale, count)),
    ...yearsWithin(scale, most),
  ].filter((ticks) => ticks.length > 0);
}

/** A date as it is written in a sentence: the day alone if it is one to the full. */
export function writtenDate(value: number): string {
  const { day, time } = partsOf(value);
  return value % DAY === 0 ? day : `${day} ${time.replace(/(:00)?\.000$/, "")}`;
}

/** Times of day; each midnight says which day it is, and without a midnight the first time does. */
function timesWithin(scale: Scale, step: number): Labelled[] {
  const cells = step % MINUTE === 0 ? 5 : step % SECOND === 0 ? 8 : 12;
  const values = evenDates(scale, step, 0);
  const hasMidnight = values.some((value) => value % DAY === 0);
  return values.map((value, i) => {
    const { day, time } = partsOf(value);
    if (value % DAY === 0) return { value, label: day };
    const label = time.slice(0, cells);
    return { value, label: hasMidnight || i > 0 ? label : `${day} ${label}` };
  });
}

function evenDates([min, max]: Scale, step: number, from: number): number[] {
  const first = Math.ceil((min - from) / step);
  const count = Math.floor((max - from) / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => from + (first + i) * step);
}

function asDay(value: number): Labelled {
  return { value, label: partsOf(value).day };
}

function monthsWithin([min, max]: Scale, count: number): Labelled[] {
  const [from, to] = [monthOf(min), monthOf(max)];
  const first = Math.ceil(from / count) * count;
  return Array.from(
    { length: Math.max(0, Math.floor((to - first) / count) + 1) },
    (_, i) => first + i * count,
  )
    .map((month) => startOf(Math.floor(month / 12), month % 12))
    .filter((value) => value >= min && value <= max)
    .map((value) => ({ value, label: partsOf(value).month }));
}

function yearsWithin([min, max]: Scale, most: number): Labelled[][] {
  const years: Scale = [new Date(min).getUTCFullYear(), new Date(max).getUTCFullYear()];
  const length = Math.max(years[1] - years[0], 1);
  const steps = [most, most / 2, most / 4, 4, 2]
    .map((parts) => roundStep(length, Math.max(1, parts)))
    .filter(({ exponent }) => exponent >= 0);
  return steps.map((step) =>
    multiplesWithin(step, years)
      .map((year) => ({ value: startOf(year, 0), label: String(year).replace("-", "−") }))
      .filter(({ value }) => value >= min && value <= max),
  );
}

/** Months since the year 0. */
function monthOf(value: number): number {
  const date = new Date(value);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Date.UTC takes the years 0 to 99 for those of the last century. */
function startOf(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}

function partsOf(value: number): { month: string; day: string; time: string } {
  const [day = "", time = ""] = new Date(value).toISOString().split("T");
  return { month: day.slice(0, -3), day, time: time.slice(0, -1) };
}
