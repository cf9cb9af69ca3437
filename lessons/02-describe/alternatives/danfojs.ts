/** With danfojs: a series knows its mean, its deviation and its median. */
import { Series } from "danfojs-node";

export function frequencies(values: string[]) {
  const tally: Record<string, number> = Object.create(null);
  for (const value of values) tally[value] = (tally[value] ?? 0) + 1;
  return Object.entries(tally).sort((one, other) => other[1] - one[1]);
}

export function quantile(values: number[], share: number) {
  const sorted = new Series(values).sortValues().values as number[];
  const place = share * (sorted.length - 1);
  const [before, after] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return before * (1 - (place % 1)) + after * (place % 1);
}

export function describe(values: (number | null)[]) {
  const there = values.filter((value) => value !== null);
  const [count, missing] = [there.length, values.length - there.length];
  const series = new Series(there);
  const known = (statistic: () => number, least = 1) => (count < least ? null : statistic());
  return {
    count,
    missing,
    mean: known(() => series.mean()),
    std: known(() => series.std(), 2),
    min: known(() => series.min()),
    q1: known(() => quantile(there, 0.25)),
    median: known(() => series.median()),
    q3: known(() => quantile(there, 0.75)),
    max: known(() => series.max()),
  };
}
