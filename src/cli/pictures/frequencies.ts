import type { Frequency, Measure } from "../../data/profile/profile.ts";
import { type Amount, bars, type Figure } from "../../figures/index.ts";
import { share, whole } from "../profile-words.ts";

/**
 * How many rows have each of some values.
 *
 * @param of how many values the column has in all, and how many of them are different
 */
export function frequenciesFigure(
  title: string,
  { value: frequencies, exact }: Measure<readonly Frequency<string | number>[]>,
  of: { readonly count: number; readonly distinct: number },
): Figure {
  const others = of.distinct - frequencies.length;
  return bars(barsOf(frequencies), {
    title,
    xTitle: "rows",
    format: (rows) => `${exact ? "" : "≈ "}${whole(rows)}, ${share(rows, of.count)}`,
    ...(others > 0 ? { caption: `And ${whole(others)} more.` } : {}),
  });
}

/** A bar for each value. Long texts are cut, and may have become equal. */
function barsOf(frequencies: readonly Frequency<string | number>[]): Amount[] {
  const seen = new Set<string>();
  return frequencies.map(({ value, count }) => {
    let label = value === "" ? '""' : String(value);
    while (seen.has(label)) label += " ";
    seen.add(label);
    return { label, value: count };
  });
}
