import { isUtf8 } from "node:buffer";

import type { CsvRecord } from "./csv-records.ts";

/** DuckDB takes no longer one. */
const MOST_BYTES = 2_000_000;

/**
 * What makes a record of a CSV file unreadable, whatever its cells mean; null if nothing does.
 *
 * @param nColumns how many cells the header has
 */
export function recordFault({ bytes, nCells, quotes }: CsvRecord, nColumns: number): string | null {
  if (quotes === "open") return "has a quote that is not closed";
  if (bytes.length > MOST_BYTES) return "is longer than 2 MB";
  if (!isUtf8(bytes)) return "is not in UTF-8";
  if (quotes === "broken") return "has a quote that closes before the end of its cell";
  if (bytes.includes(0)) return "holds a NUL byte, which is no text";
  if (nCells !== nColumns) return `needs ${nColumns} cells, one for each column, got ${nCells}`;
  return null;
}
