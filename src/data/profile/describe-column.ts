import { histogramOf, scaled } from "./histogram.ts";
import { frequentNumbers, momentsOf, quartilesOf, sortedNumbers, withoutSign } from "./numbers.ts";
import {
  type ColumnProfile,
  type ColumnRole,
  type Frequency,
  isTextType,
  type NumberProfile,
  type TextProfile,
  type TimeProfile,
} from "./profile.ts";
import { hasNumbers, type NumberSample, type Sample, type SampleColumn, type TextSample } from "./sample.ts";
import { frequentTexts } from "./texts.ts";
import { isoTime } from "./times.ts";

/** What every column's profile begins with. */
type Beginning = Pick<NumberProfile, "name" | "unit" | "roles" | "count" | "missing" | "distinct">;

/** Describes one column of a sample's table. */
export function describeColumn(
  column: SampleColumn,
  { tableRows, isWhole }: Sample,
  roles: readonly ColumnRole[],
): ColumnProfile {
  const { name, unit, type } = column.field;
  const { count, distinct } = column.totals;
  const missing = tableRows - count;
  const beginning = { name, ...(unit === undefined ? {} : { unit }), roles, count, missing, distinct };
  if (!hasNumbers(column)) return describeTexts(column, beginning);
  if (type === "date" || type === "datetime") return describeTimes(column, type, beginning, isWhole);
  return describeNumbers(column, type === "integer" ? "integer" : "number", beginning, isWhole);
}

function describeNumbers(
  { values, totals }: NumberSample,
  type: NumberProfile["type"],
  beginning: Beginning,
  exact: boolean,
): NumberProfile {
  const sorted = sortedNumbers(values);
  // Two passes over the numbers themselves are the most accurate; one over all is better than two over some.
  const isFromAll = exact || totals.moments !== null;
  const moments = (exact ? null : totals.moments) ?? (sorted.length > 0 ? momentsOf(sorted) : null);
  const measure = (value: number | null | undefined) => (value == null ? null : { value, exact: isFromAll });
  const frequent = frequentNumbers(sorted);
  return {
    ...{ ...beginning, type },
    ...{ mean: measure(moments?.mean), deviation: measure(moments?.deviation) },
    minimum: totals.minimum === null ? null : withoutSign(totals.minimum),
    maximum: totals.maximum === null ? null : withoutSign(totals.maximum),
    quartiles: sorted.length > 0 ? { value: quartilesOf(sorted), exact } : null,
    histogram: measureHistogram(sorted, totals, type === "integer", exact),
    frequent: frequent && { value: exact ? frequent : scaleCounts(frequent, totals.count), exact },
  };
}

function describeTimes(
  { values, totals }: NumberSample,
  type: TimeProfile["type"],
  beginning: Beginning,
  exact: boolean,
): TimeProfile {
  const sorted = sortedNumbers(values);
  const histogram = measureHistogram(sorted, totals, false, exact);
  const [quarter, half, threeQuarters] = quartilesOf(sorted);
  const iso = (seconds: number) => isoTime(seconds, type);
  return {
    ...{ ...beginning, type },
    minimum: totals.minimum === null ? null : iso(totals.minimum),
    maximum: totals.maximum === null ? null : iso(totals.maximum),
    quartiles: sorted.length > 0 ? { value: [iso(quarter), iso(half), iso(threeQuarters)], exact } : null,
    histogram: histogram && { value: { ...histogram.value, edges: histogram.value.edges.map(iso) }, exact },
  };
}

function describeTexts({ field, words, counts, totals }: TextSample, beginning: Beginning): TextProfile {
  const exact = totals.counts !== null;
  const frequent = frequentTexts({ words, counts: totals.counts ?? counts });
  const sampled = counts.reduce((sum, count) => sum + count, 0);
  return {
    ...{ ...beginning, type: isTextType(field.type) ? field.type : "string" },
    frequent: { value: exact ? frequent : scaleCounts(frequent, totals.count, sampled), exact },
    ...{ shortest: totals.shortest, longest: totals.longest },
  };
}

function measureHistogram(
  sorted: Float64Array,
  { count, minimum, maximum }: NumberSample["totals"],
  isWhole: boolean,
  exact: boolean,
): NumberProfile["histogram"] {
  if (sorted.length === 0 || minimum === null || maximum === null) return null;
  const histogram = histogramOf(sorted, isWhole, [minimum, maximum]);
  return { value: exact ? histogram : scaled(histogram, count), exact };
}

/** Counts in a sample, by default one of these values alone, made those of a table with so many values. */
function scaleCounts<Value>(
  frequencies: readonly Frequency<Value>[],
  total: number,
  sampled = frequencies.reduce((sum, { count }) => sum + count, 0),
): Frequency<Value>[] {
  return frequencies.map(({ value, count }) => ({ value, count: Math.round((count / sampled) * total) }));
}
