import type { DuckDBDataChunk } from "@duckdb/node-api";

/**
 * A chunk's column of doubles as it lies in memory; one by one they would take five times as long.
 *
 * @throws TypeError if it is of another type
 */
export function doublesOf(chunk: DuckDBDataChunk, j: number): Float64Array {
  const items = itemsOf(chunk, j);
  if (items instanceof Float64Array) return items;
  throw new TypeError(`Column ${j} of a chunk holds no doubles.`);
}

/**
 * A chunk's column of INTEGER, likewise.
 *
 * @throws TypeError if it is of another type
 */
export function integersOf(chunk: DuckDBDataChunk, j: number): Int32Array {
  const items = itemsOf(chunk, j);
  if (items instanceof Int32Array) return items;
  throw new TypeError(`Column ${j} of a chunk holds no integers of 32 bits.`);
}

/**
 * A chunk's column of 64-bit hashes as words of 32 bits, two for each.
 *
 * @throws TypeError if it is of another type
 */
export function hashesOf(chunk: DuckDBDataChunk, j: number): Uint32Array {
  const items = itemsOf(chunk, j);
  if (items instanceof BigUint64Array) return wordsOf(items);
  throw new TypeError(`Column ${j} of a chunk holds no hashes of 64 bits.`);
}

/** The memory of an array of 64-bit numbers as words of 32 bits, two for each. */
export function wordsOf({ buffer, byteOffset, length }: Float64Array | BigUint64Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, 2 * length);
}

function itemsOf(chunk: DuckDBDataChunk, j: number): unknown {
  const vector: object = chunk.getColumnVector(j);
  return "items" in vector ? vector.items : undefined;
}
