import type { DuckDBDataChunk } from "@duckdb/node-api";

import type { Field } from "../package-schema.ts";
import { doublesOf } from "../vectors.ts";
import { DistinctCounter } from "./distinct-counter.ts";
import { KeptValues } from "./kept-values.ts";
import { RunningMoments } from "./running-moments.ts";
import type { NumberSample } from "./sample.ts";
import { wordsOf } from "./whole-vectors.ts";

/** Collects a column of numbers, dates or times from a query for `columnSql`. */
export class NumberCollector {
  /** How many columns of the query are its own. */
  readonly width = 1;
  readonly #field: Field;
  readonly #distinct: DistinctCounter;
  readonly #moments = new RunningMoments();
  readonly #kept = new KeptValues();

  constructor(field: Field, most: number) {
    this.#field = field;
    this.#distinct = new DistinctCounter(most);
  }

  /** Takes all values of a chunk from its column `j`, and keeps those of the chosen rows. */
  add(chunk: DuckDBDataChunk, j: number, chosen: readonly number[]): void {
    const values = doublesOf(chunk.getColumnVector(j));
    const words = wordsOf(values);
    this.#moments.add(values);
    for (let i = 0; i < values.length; i++) {
      if (Number.isNaN(values[i])) continue;
      // −0 is the same number as 0, and differs in the second word alone.
      this.#distinct.add(words[2 * i] ?? 0, values[i] === 0 ? 0 : (words[2 * i + 1] ?? 0));
    }
    for (const i of chosen) this.#kept.push(values[i] ?? Number.NaN);
  }

  /** Lets kept rows go. */
  thin(stays: readonly boolean[]): void {
    this.#kept.thin(stays);
  }

  finish(): NumberSample {
    const { count, minimum, maximum } = this.#moments;
    return {
      field: this.#field,
      values: this.#kept.values(),
      totals: {
        count,
        distinct: this.#distinct.measure(count),
        minimum: count > 0 ? minimum : null,
        maximum: count > 0 ? maximum : null,
        moments: this.#moments.moments(),
      },
    };
  }
}
