/**
 * The doubles of a vector of DuckDB's, as they lie in its memory.
 *
 * Asking for them one by one takes ten times as long.
 */
export function doublesOf(vector: object): Float64Array {
  if ("items" in vector && vector.items instanceof Float64Array) return vector.items;
  throw new TypeError("A vector of doubles has its items in a Float64Array.");
}

/**
 * Takes texts over from a vector of DuckDB's that holds them as BLOBs in UTF-8, null where there is none.
 *
 * @param onText called for each row in order
 */
export function forEachText(vector: object, onText: (text: string | null, row: number) => void): void {
  if (!isOfBlobs(vector)) throw new TypeError("A vector of blobs has a DataView of its memory.");
  const { buffer, byteOffset, byteLength } = vector.dataView;
  const words = new Uint32Array(buffer, byteOffset, byteLength / WORD_BYTES);
  const memory = Buffer.from(buffer, byteOffset, byteLength).toString("latin1");
  for (let i = 0; i < vector.itemCount; i++) {
    if (!vector.validity.itemValid(i)) onText(null, i);
    else if (isShortAscii(words, i * BLOB_WORDS)) {
      const start = i * BLOB_BYTES + WORD_BYTES;
      onText(memory.slice(start, start + (words[i * BLOB_WORDS] ?? 0)), i);
    } else onText(utf8.decode(vector.getItemBytes(i) ?? undefined), i);
  }
}

/** A BLOB of DuckDB's is four words: its length, and its bytes if there are twelve or fewer, or else where they are. */
const BLOB_WORDS = 4;
const WORD_BYTES = 4;
const BLOB_BYTES = BLOB_WORDS * WORD_BYTES;
const NOT_ASCII = 0x80808080;

/** Whether the blob at this word is of the kind that needs no decoder, as names of rows often are. */
function isShortAscii(words: Uint32Array, at: number): boolean {
  const length = words[at] ?? 0;
  if (length > BLOB_BYTES - WORD_BYTES) return false;
  return (((words[at + 1] ?? 0) | (words[at + 2] ?? 0) | (words[at + 3] ?? 0)) & NOT_ASCII) === 0;
}

/** Unlike DuckDB's own, it keeps a U+FEFF that a text begins with. */
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });

interface BlobVector {
  readonly dataView: DataView<ArrayBuffer>;
  readonly validity: { itemValid(row: number): boolean };
  readonly itemCount: number;
  getItemBytes(row: number): Uint8Array | null;
}

function isOfBlobs(vector: object): vector is BlobVector {
  return "getItemBytes" in vector && "dataView" in vector && vector.dataView instanceof DataView;
}
