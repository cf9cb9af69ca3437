import { ascendingOrder } from "./ascending.ts";
import { extentOf } from "./extent.ts";
import { type LineFigure, line } from "./line.ts";
import type { Words } from "./spec.ts";

const DAY = 86_400_000;

/** Values at moments, in any order. */
export interface TimedSeries {
  readonly name: string;
  /** Dates, or numbers such as years. */
  readonly times: ArrayLike<number | Date>;
  readonly values: ArrayLike<number>;
}

export interface TimeSeriesOptions extends Words {
  readonly yTitle: string;
  /** "date", or "time (UTC)" if all is within three days, unless given; "time" if times are numbers. */
  readonly xTitle?: string | undefined;
  /** What happened when; a rule marks each. */
  readonly marks?: readonly { readonly at: number | Date; readonly label: string }[] | undefined;
}

/**
 * What changed over time, one series or several, with rules where something happened. Dates are drawn in UTC.
 *
 * @throws RangeError if a series has more or fewer times than values, or if a name comes twice
 * @throws TypeError if some times are dates and others numbers
 * @example timeSeries({ name: "visits", times: [new Date("2024-01-01"), new Date("2024-01-02")], values: [310, 290] }, { title: "…", yTitle: "visits a day" })
 */
export function timeSeries(
  series: TimedSeries | readonly TimedSeries[],
  { marks = [], xTitle, ...options }: TimeSeriesOptions,
): LineFigure {
  const list = isList(series) ? series : [series];
  const dates = areDates([...list.flatMap(({ times }) => Array.from(times)), ...marks.map(({ at }) => at)]);
  const inOrder = list.map(byTime);
  return line(inOrder, {
    ...options,
    xTitle: xTitle ?? (dates ? dateTitle(inOrder.flatMap(({ x }) => x)) : "time"),
    dates,
    xScale: inOrder.every(({ x }) => x.every(Number.isInteger)) ? "whole" : "linear",
    marks: marks.map(({ at, label }) => ({ x: Number(at), label })),
  });
}

function isList(series: TimedSeries | readonly TimedSeries[]): series is readonly TimedSeries[] {
  return Array.isArray(series);
}

function areDates(times: readonly (number | Date)[]): boolean {
  const count = times.filter((time) => time instanceof Date).length;
  if (count > 0 && count < times.length)
    throw new TypeError(
      `timeSeries needs all times to be dates or all to be numbers, got ${count} dates of ${times.length} times.`,
    );
  return count > 0;
}

function byTime({ name, times, values }: TimedSeries): { name: string; x: number[]; y: number[] } {
  if (times.length !== values.length)
    throw new RangeError(
      `timeSeries needs as many values as times, got ${values.length} and ${times.length}.`,
    );
  const moments = Float64Array.from(times, Number);
  const order = ascendingOrder(moments);
  return {
    name,
    x: order.map((i) => moments[i] ?? Number.NaN),
    y: order.map((i) => values[i] ?? Number.NaN),
  };
}

function dateTitle(moments: readonly number[]): string {
  const [first, last] = extentOf(moments);
  return last - first < 3 * DAY ? "time (UTC)" : "date";
}
