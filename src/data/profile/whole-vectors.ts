/**
 * The 64-bit hashes of a vector of DuckDB's as words of 32 bits, two for each, as they lie in its memory.
 *
 * @throws TypeError if it holds something else
 */
export function hashesOf(vector: object): Uint32Array {
  if ("items" in vector && vector.items instanceof BigUint64Array) return wordsOf(vector.items);
  throw new TypeError("A vector of hashes has its items in a BigUint64Array.");
}

/**
 * The integers of a vector of DuckDB's of type INTEGER, as they lie in its memory.
 *
 * @throws TypeError if it holds something else
 */
export function integersOf(vector: object): Int32Array {
  if ("items" in vector && vector.items instanceof Int32Array) return vector.items;
  throw new TypeError("A vector of integers has its items in an Int32Array.");
}

/** Unlike DuckDB's own, it keeps a U+FEFF that a text begins with. */
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Gives the text in a row of a vector of DuckDB's that holds texts as BLOBs in UTF-8; "" where there is none.
 *
 * @throws TypeError if it holds something else
 */
export function textIn(vector: { getItem(row: number): unknown }, row: number): string {
  const item = vector.getItem(row);
  if (item === null) return "";
  if (typeof item === "object" && "bytes" in item && item.bytes instanceof Uint8Array)
    return utf8.decode(item.bytes);
  throw new TypeError("A vector of texts in UTF-8 has bytes for its items.");
}

/** The memory of 64-bit numbers as words of 32 bits, two for each. */
export function wordsOf({ buffer, byteOffset, length }: Float64Array | BigUint64Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, 2 * length);
}
