import type { DuckDBDataChunk } from "@duckdb/node-api";

import type { Field } from "../package-schema.ts";
import { longText } from "./column-sql.ts";
import { DistinctCounter } from "./distinct-counter.ts";
import { KeptValues } from "./kept-values.ts";
import type { TextSample } from "./sample.ts";
import { cutText } from "./texts.ts";
import { hashesOf, integersOf, textIn } from "./whole-vectors.ts";

/** Collects a column of texts from a query for `columnSql`. */
export class TextCollector {
  readonly width = 3;
  readonly #field: Field;
  readonly #distinct: DistinctCounter;
  /** The code of each text among the chosen rows, and by code its hash, in two parts of 32 bits. */
  readonly #places = new Map<string, number>();
  readonly #hashes: number[] = [];
  readonly #codes = new KeptValues();
  #count = 0;
  #shortest = { text: "", length: Number.POSITIVE_INFINITY };
  #longest = { text: "", length: -1 };

  constructor(field: Field, most: number) {
    this.#field = field;
    this.#distinct = new DistinctCounter(most);
  }

  /** Takes all texts of a chunk from its columns `j` (hash), `j + 1` (length, −1 if missing) and `j + 2` (text). */
  add(chunk: DuckDBDataChunk, j: number, chosen: readonly number[]): void {
    const hashes = hashesOf(chunk.getColumnVector(j));
    const lengths = integersOf(chunk.getColumnVector(j + 1));
    const texts = chunk.getColumnVector(j + 2);
    for (let i = 0; i < lengths.length; i++) {
      const length = lengths[i] ?? -1;
      if (length < 0) continue;
      this.#count++;
      this.#distinct.add(hashes[2 * i] ?? 0, hashes[2 * i + 1] ?? 0);
      if (length < this.#shortest.length) this.#shortest = { text: textIn(texts, i), length };
      if (length > this.#longest.length) this.#longest = { text: textIn(texts, i), length };
    }
    for (const i of chosen) {
      const length = lengths[i] ?? -1;
      const hash = [hashes[2 * i] ?? 0, hashes[2 * i + 1] ?? 0] as const;
      this.#codes.push(length < 0 ? -1 : this.#codeOf(textIn(texts, i), length, hash));
    }
  }

  /** Lets kept rows go. */
  thin(stays: readonly boolean[]): void {
    this.#codes.thin(stays);
  }

  finish(): TextSample {
    const codes = this.#codes.values();
    const words = [...this.#places.keys()];
    const distinct = this.#distinct.measure(this.#count);
    const hasAll = distinct.exact && distinct.value === words.length;
    const shown = ({ text, length }: { text: string; length: number }) =>
      this.#count > 0 ? { text: cutText(text), length } : null;
    return {
      ...{ field: this.#field, words, codes, counts: countCodes(codes, words.length) },
      totals: {
        ...{ count: this.#count, distinct },
        shortest: shown(this.#shortest),
        longest: shown(this.#longest),
        counts: hasAll ? words.map((_, word) => this.#countOf(word)) : null,
      },
    };
  }

  #codeOf(text: string, length: number, hash: readonly [low: number, high: number]): number {
    // Long texts may come without their ends, and begin alike; what is put there is cut off before it is shown.
    const word = length > longText ? `${text} ${hash}` : text;
    const known = this.#places.get(word);
    if (known !== undefined) return known;
    const code = this.#places.size;
    this.#places.set(word, code);
    this.#hashes.push(...hash);
    return code;
  }

  #countOf(word: number): number {
    return this.#distinct.countOf(this.#hashes[2 * word] ?? 0, this.#hashes[2 * word + 1] ?? 0);
  }
}

function countCodes(codes: Float64Array, nWords: number): number[] {
  const counts = new Array<number>(nWords).fill(0);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
