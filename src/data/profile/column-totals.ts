import type { DuckDBValue } from "@duckdb/node-api";

import { isNumberType } from "../column.ts";
import type { Field } from "../package-schema.ts";
import { countDistinct, factorFor, largestSize, sortedNumbers } from "./numbers.ts";
import { isTextType, type Measure, type TextOfLength } from "./profile.ts";
import { hasNumbers, type SampleColumn } from "./sample.ts";
import { numberSql } from "./sample-sql.ts";
import { cutText, longestShown } from "./texts.ts";

/** What one pass over all rows tells of a column. */
export interface ColumnTotals {
  readonly count: number;
  readonly distinct: Measure<number>;
  /** Of numbers; null if there are none. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Of numbers; null if there are none, or they range too far for a single pass. */
  readonly moments: { readonly mean: number; readonly deviation: number | null } | null;
  /** Of texts. */
  readonly shortest: TextOfLength | null;
  readonly longest: TextOfLength | null;
  /** How many are the word true. */
  readonly trues: number;
}

/** The SQL for a column's totals. */
export interface ColumnQuery {
  /** What each row needs to have, by name. */
  readonly perRow: readonly string[];
  /** The aggregates. */
  readonly totals: readonly string[];
  /** Makes sense of the aggregates' values. */
  read(values: readonly DuckDBValue[]): ColumnTotals;
}

/** A column that has more different values than this among its first rows gets their number estimated. */
const FEW = 2_000;

/** Numbers beyond this size, once brought near 1, would leave the range of a double when squared and added up. */
const LARGEST = 1e150;

/**
 * The SQL for the totals of column number `i`.
 *
 * @param oneIn values whose hash is a multiple of this are counted to estimate how many different ones there are
 * @param head the column's first values
 */
export function columnQuery(
  field: Field,
  i: number,
  oneIn: number,
  head: SampleColumn | undefined,
): ColumnQuery {
  const [value, number, hash] = [`v${i}`, `n${i}`, `h${i}`];
  const isText = isTextType(field.type);
  const factor =
    head && hasNumbers(head) && isNumberType(field.type) ? factorFor(largestSize(head.values)) : 1;
  const isFew = head !== undefined && differentIn(head) <= FEW;
  const isCounted = `${value} IS NOT NULL AND ${hash} % ${oneIn} = 0`;
  return {
    perRow: [
      ...(isText ? [] : [`${numberSql(field.type, value)} AS ${number}`]),
      ...(isFew ? [] : [`hash(${value}) AS ${hash}`]),
    ],
    totals: [
      `count(${value})`,
      isFew ? `count(DISTINCT ${value})` : `count(DISTINCT ${hash}) FILTER (${isCounted})`,
      isFew ? "NULL" : `count(*) FILTER (${isCounted})`,
      ...(isText ? textTotals(value) : numberTotals(number, factor)),
    ],
    read: ([count, different, counted, ...more]) => {
      const total = Number(count);
      const distinct = isFew
        ? { value: Number(different), exact: true }
        : { value: estimateDistinct(total, Number(different), Number(counted), oneIn), exact: oneIn === 1 };
      return { count: total, distinct, ...(isText ? readText(more) : readNumbers(more, factor)) };
    },
  };
}

function textTotals(value: string): string[] {
  const shown = `left(${value}, ${longestShown + 1})`;
  return [
    `min(length(${value}))`,
    `max(length(${value}))`,
    `arg_min(${shown}, length(${value}))`,
    `arg_max(${shown}, length(${value}))`,
    `count(*) FILTER (${value} = 'true')`,
  ];
}

function readText([least, most, shortest, longest, trues]: readonly DuckDBValue[]) {
  const textOf = (text: DuckDBValue | undefined, length: DuckDBValue | undefined) =>
    typeof text === "string" ? { text: cutText(text), length: Number(length) } : null;
  return {
    shortest: textOf(shortest, least),
    longest: textOf(longest, most),
    trues: Number(trues),
    ...{ minimum: null, maximum: null, moments: null },
  };
}

function numberTotals(number: string, factor: number): string[] {
  const scaled = `${number} * '${factor}'::DOUBLE`;
  const isNear = `abs(${scaled}) < '${LARGEST}'::DOUBLE`;
  return [
    `min(${number})`,
    `max(${number})`,
    `favg(${scaled}) FILTER (${isNear})`,
    `stddev_samp(${scaled}) FILTER (${isNear})`,
  ];
}

function readNumbers([min, max, mean, deviation]: readonly DuckDBValue[], factor: number) {
  const [minimum, maximum] = [min, max].map((value) => (typeof value === "number" ? value + 0 : null));
  const isNear = Math.max(-Number(min), Number(max)) * factor < LARGEST;
  const moments =
    typeof mean === "number" && isNear
      ? { mean: mean / factor, deviation: typeof deviation === "number" ? deviation / factor : null }
      : null;
  return {
    ...{ minimum: minimum ?? null, maximum: maximum ?? null, moments },
    ...{ shortest: null, longest: null, trues: 0 },
  };
}

function differentIn(column: SampleColumn): number {
  return hasNumbers(column) ? countDistinct(sortedNumbers(column.values)) : column.words.length;
}

/**
 * How many different values there are, from how many there are among those whose hash was picked.
 *
 * Where most values occur once, their share among the picked says more than their number, and says exactly that all
 * are different if they are.
 */
function estimateDistinct(total: number, different: number, counted: number, oneIn: number): number {
  const estimate = different > counted / 2 ? (total * different) / counted : different * oneIn;
  return counted === 0 ? 0 : Math.min(total, Math.round(estimate));
}
