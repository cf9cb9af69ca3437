import { type Description, describe as right } from "./solution.ts";

/** Describes a column with another idea of a quantile: what a mistake in `quantile` makes of `describe`. */
export function describeWith(quantile: (values: number[], share: number) => number) {
  return (values: (number | null)[]): Description => {
    const there = values.filter((value) => value !== null);
    if (there.length === 0) return right(values);
    const [min, q1, median, q3, max] = [0, 0.25, 0.5, 0.75, 1].map((share) => quantile([...there], share));
    return { ...right(values), min, q1, median, q3, max };
  };
}
