import type { ColumnTotals } from "./column-totals.ts";
import { histogramOf, scaled } from "./histogram.ts";
import {
  countDistinct,
  frequentNumbers,
  momentsOf,
  quartilesOf,
  sortedNumbers,
  withoutSign,
} from "./numbers.ts";
import {
  type ColumnProfile,
  type ColumnRole,
  type Frequency,
  isTextType,
  type Measure,
  type NumberProfile,
  type TextProfile,
  type TimeProfile,
} from "./profile.ts";
import { hasNumbers, type SampleColumn, type TextSample } from "./sample.ts";
import { frequentTexts, textExtremes } from "./texts.ts";
import { isoTime } from "./times.ts";

/** What every column's profile begins with. */
type Beginning = Pick<NumberProfile, "name" | "unit" | "roles" | "count" | "missing">;

/**
 * Describes one column.
 *
 * @param column all of its values, or a sample of them if there are totals
 * @param rows how many rows the table has
 */
export function describeColumn(
  column: SampleColumn,
  rows: number,
  roles: readonly ColumnRole[],
  totals?: ColumnTotals,
): ColumnProfile {
  const { name, unit } = column.field;
  const begin = (found: number): Beginning => {
    const count = totals?.count ?? found;
    return { name, ...(unit === undefined ? {} : { unit }), roles, count, missing: rows - count };
  };
  if (!hasNumbers(column)) {
    const found = column.counts.reduce((sum, count) => sum + count, 0);
    return describeTexts(column, begin(found), found, totals);
  }
  const sorted = sortedNumbers(column.values);
  return column.field.type === "date" || column.field.type === "datetime"
    ? describeTimes(sorted, column.field.type, begin(sorted.length), totals)
    : describeNumbers(
        sorted,
        column.field.type === "integer" ? "integer" : "number",
        begin(sorted.length),
        totals,
      );
}

function describeNumbers(
  sorted: Float64Array,
  type: NumberProfile["type"],
  beginning: Beginning,
  totals: ColumnTotals | undefined,
): NumberProfile {
  const exact = totals === undefined;
  const found = sorted.length > 0 ? momentsOf(sorted) : null;
  const moments = totals?.moments ? { ...totals.moments, exact: true } : found && { ...found, exact };
  const extent = totals ? [totals.minimum, totals.maximum] : [sorted[0] ?? null, sorted.at(-1) ?? null];
  const [minimum = null, maximum = null] = extent.map((value) => value && withoutSign(value));
  const frequent = frequentNumbers(sorted);
  const scale = beginning.count / sorted.length;
  return {
    ...{ ...beginning, type, distinct: totals?.distinct ?? { value: countDistinct(sorted), exact } },
    mean: moments && { value: moments.mean, exact: moments.exact },
    deviation:
      moments && moments.deviation !== null ? { value: moments.deviation, exact: moments.exact } : null,
    ...{ minimum, maximum },
    quartiles: sorted.length > 0 ? { value: quartilesOf(sorted), exact } : null,
    histogram: histogramWithin(sorted, type === "integer", [minimum, maximum], beginning.count, exact),
    frequent: frequent && { value: exact ? frequent : frequent.map((one) => scaleCount(one, scale)), exact },
  };
}

function describeTimes(
  sorted: Float64Array,
  type: TimeProfile["type"],
  beginning: Beginning,
  totals: ColumnTotals | undefined,
): TimeProfile {
  const exact = totals === undefined;
  const extent = [totals?.minimum ?? sorted[0] ?? null, totals?.maximum ?? sorted.at(-1) ?? null] as const;
  const [minimum, maximum] = extent;
  const histogram = histogramWithin(sorted, false, extent, beginning.count, exact);
  const [quarter, half, threeQuarters] = quartilesOf(sorted);
  const iso = (seconds: number) => isoTime(seconds, type);
  return {
    ...{ ...beginning, type, distinct: totals?.distinct ?? { value: countDistinct(sorted), exact } },
    minimum: minimum === null ? null : iso(minimum),
    maximum: maximum === null ? null : iso(maximum),
    quartiles: sorted.length > 0 ? { value: [iso(quarter), iso(half), iso(threeQuarters)], exact } : null,
    histogram: histogram && {
      value: { edges: histogram.value.edges.map(iso), counts: histogram.value.counts },
      exact,
    },
  };
}

function describeTexts(
  column: TextSample,
  beginning: Beginning,
  found: number,
  totals: ColumnTotals | undefined,
): TextProfile {
  const exact = totals === undefined;
  const type = isTextType(column.field.type) ? column.field.type : "string";
  const frequent = frequentTexts(column);
  const scale = beginning.count / found;
  const [shortest, longest] = totals ? [totals.shortest, totals.longest] : textExtremes(column);
  return {
    ...{ ...beginning, type, distinct: totals?.distinct ?? { value: column.words.length, exact } },
    frequent:
      totals && type === "boolean"
        ? { value: frequentTexts(booleans(totals)), exact: true }
        : { value: exact ? frequent : frequent.map((one) => scaleCount(one, scale)), exact },
    ...{ shortest, longest },
  };
}

function histogramWithin(
  sorted: Float64Array,
  isWhole: boolean,
  [from, to]: readonly (number | null)[],
  count: number,
  exact: boolean,
): NumberProfile["histogram"] {
  if (sorted.length === 0 || from == null || to == null) return null;
  const histogram = histogramOf(sorted, isWhole, [from, to]);
  return { value: exact ? histogram : scaled(histogram, count), exact };
}

function scaleCount<Value>({ value, count }: Frequency<Value>, scale: number): Frequency<Value> {
  return { value, count: Math.round(count * scale) };
}

function booleans({ count, trues }: ColumnTotals) {
  return { words: ["true", "false"], counts: [trues, count - trues] };
}
