import type { DuckDBDataChunk } from "@duckdb/node-api";

import type { Field } from "../package-schema.ts";
import { KeptValues } from "./kept-values.ts";
import type { TextSample } from "./sample.ts";
import { integersOf } from "./whole-vectors.ts";

const WORDS = ["false", "true"];

/** Collects a column of booleans from a query for `columnSql`. */
export class BooleanCollector {
  readonly width = 1;
  readonly #field: Field;
  readonly #codes = new KeptValues();
  #count = 0;
  #trues = 0;

  constructor(field: Field) {
    this.#field = field;
  }

  /** Takes all values of a chunk from its column `j`, and keeps those of the chosen rows. */
  add(chunk: DuckDBDataChunk, j: number, chosen: readonly number[]): void {
    const codes = integersOf(chunk.getColumnVector(j));
    for (const code of codes) {
      if (code >= 0) this.#count++;
      if (code === 1) this.#trues++;
    }
    for (const i of chosen) this.#codes.push(codes[i] ?? -1);
  }

  /** Lets kept rows go. */
  thin(stays: readonly boolean[]): void {
    this.#codes.thin(stays);
  }

  finish(): TextSample {
    const codes = this.#codes.values();
    const counts = [this.#count - this.#trues, this.#trues];
    const distinct = { value: counts.filter((count) => count > 0).length, exact: true };
    return {
      ...{ field: this.#field, words: WORDS, codes },
      counts: WORDS.map((_, word) => codes.reduce((count, code) => (code === word ? count + 1 : count), 0)),
      totals: { count: this.#count, distinct, shortest: null, longest: null, counts },
    };
  }
}
