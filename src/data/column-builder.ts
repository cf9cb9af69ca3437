import type { DuckDBDataChunk } from "@duckdb/node-api";

import { type Column, isNumberType } from "./column.ts";
import type { Places } from "./columns-query.ts";
import type { Field } from "./package-schema.ts";
import { doublesOf, forEachText } from "./vectors.ts";

/** A column that is being filled from the chunks of a `columnsQuery`. */
export interface ColumnBuilder {
  /** Its values are those of the chunks so far. */
  readonly column: Column;
  /** Takes over the values of one chunk, whose first row is the table's row `from`. */
  readonly fill: (chunk: DuckDBDataChunk, from: number) => void;
}

/**
 * Makes room for a column.
 *
 * @param places where its values are in a chunk
 * @param nRows how many values it will have
 * @param dictionary the texts that codes stand for, if it is a column of text
 */
export function columnBuilder(
  { name, type, unit }: Field,
  places: Places,
  nRows: number,
  dictionary: readonly string[],
): ColumnBuilder {
  const about = unit === undefined ? { name } : { name, unit };
  if (isNumberType(type)) {
    const values = new Float64Array(nRows);
    const fill = (chunk: DuckDBDataChunk, from: number) => values.set(codesIn(chunk, places), from);
    return { column: { ...about, type, values }, fill };
  }
  const values = new Array<string | null>(nRows).fill(null);
  const words = type === "boolean" ? ["false", "true"] : dictionary;
  const days = new Map<number, string>();
  const fill = (chunk: DuckDBDataChunk, from: number) => {
    const codes = places.codes === undefined ? undefined : codesIn(chunk, places);
    const isInCodes = codes?.every((code) => !Number.isNaN(code)) ?? false;
    if (places.texts !== undefined && !isInCodes) {
      copyTexts(chunk.getColumnVector(places.texts), values, from);
    }
    if (codes === undefined) return;
    if (type === "date") writeDays(codes, values, from, days);
    else copyWords(codes, words, values, from);
  };
  return { column: { ...about, type, values }, fill };
}

function codesIn(chunk: DuckDBDataChunk, { codes = -1 }: Places): Float64Array {
  return doublesOf(chunk.getColumnVector(codes));
}

type Texts = (string | null)[];

function copyTexts(vector: object, values: Texts, from: number): void {
  forEachText(vector, (text, i) => {
    values[from + i] = text;
  });
}

/** Puts in the words that codes stand for; NaN stands for none. */
function copyWords(codes: Float64Array, words: readonly string[], values: Texts, from: number): void {
  for (let i = 0; i < codes.length; i++) {
    const word = words[codes[i] ?? -1];
    if (word !== undefined) values[from + i] = word;
  }
}

/**
 * Puts in days as ISO 8601 writes them.
 *
 * @param codes days counted from 1970
 * @param written those that were met before
 */
function writeDays(codes: Float64Array, values: Texts, from: number, written: Map<number, string>): void {
  for (let i = 0; i < codes.length; i++) {
    const day = codes[i] ?? Number.NaN;
    if (Number.isNaN(day)) continue;
    const text = written.get(day) ?? new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
    written.set(day, text);
    values[from + i] = text;
  }
}

const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000;
