import type { DuckDBDataChunk } from "@duckdb/node-api";

import type { Field } from "../package-schema.ts";
import { isTextType } from "./profile.ts";
import type { NumberSample, Sample, TextSample } from "./sample.ts";

/** Collects the columns of a sample from the chunks of a query for `sampleSql` of each field. */
export class SampleBuilder {
  rows = 0;
  /** Characters of text met so far, each different text counted once. */
  characters = 0;
  readonly #columns: (NumberBuilder | TextBuilder)[];

  constructor(fields: readonly Field[]) {
    this.#columns = fields.map((field) =>
      isTextType(field.type) ? new TextBuilder(field) : new NumberBuilder(field),
    );
  }

  add(chunk: DuckDBDataChunk): void {
    for (const [j, column] of this.#columns.entries()) {
      const characters = column.add(chunk, j, this.rows);
      this.characters += characters;
    }
    this.rows += chunk.rowCount;
  }

  build(isWhole: boolean): Sample {
    return { rows: this.rows, isWhole, columns: this.#columns.map((column) => column.build(this.rows)) };
  }
}

class NumberBuilder {
  readonly #field: Field;
  #values = new Float64Array(0);

  constructor(field: Field) {
    this.#field = field;
  }

  add(chunk: DuckDBDataChunk, j: number, from: number): number {
    this.#values = withRoom(this.#values, from + chunk.rowCount, Float64Array);
    const vector = chunk.getColumnVector(j);
    // The doubles as they lie in memory; one by one they would take five times as long.
    if ("items" in vector && vector.items instanceof Float64Array) this.#values.set(vector.items, from);
    else throw new TypeError(`A sample needs doubles for "${this.#field.name}".`);
    return 0;
  }

  build(rows: number): NumberSample {
    return { field: this.#field, values: this.#values.subarray(0, rows) };
  }
}

class TextBuilder {
  readonly #field: Field;
  readonly #places = new Map<string, number>();
  readonly #counts: number[] = [];
  #codes = new Int32Array(0);

  constructor(field: Field) {
    this.#field = field;
  }

  add(chunk: DuckDBDataChunk, j: number, from: number): number {
    this.#codes = withRoom(this.#codes, from + chunk.rowCount, Int32Array);
    let characters = 0;
    for (const [i, text] of chunk.getColumnValues(j).entries()) {
      if (typeof text !== "string") {
        this.#codes[from + i] = -1;
        continue;
      }
      let place = this.#places.get(text);
      if (place === undefined) {
        place = this.#counts.push(0) - 1;
        this.#places.set(text, place);
        characters += text.length;
      }
      this.#counts[place] = (this.#counts[place] ?? 0) + 1;
      this.#codes[from + i] = place;
    }
    return characters;
  }

  build(rows: number): TextSample {
    const words = [...this.#places.keys()];
    return { field: this.#field, words, counts: [...this.#counts], codes: this.#codes.subarray(0, rows) };
  }
}

/** The same array, or a copy of at least twice the length if it is too short. */
function withRoom<Values extends Float64Array | Int32Array>(
  values: Values,
  length: number,
  Type: { new (length: number): Values },
): Values {
  if (values.length >= length) return values;
  const longer = new Type(Math.max(length, 2 * values.length));
  longer.set(values);
  return longer;
}
