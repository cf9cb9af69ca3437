import { closeSync, openSync, writeSync } from "node:fs";

import { type CsvRecord, cellsOf, forEachRecord } from "./csv-records.ts";
import { recordFault } from "./record-faults.ts";
import type { TableSource } from "./table-source.ts";

const BATCH_BYTES = 2 ** 20;

/**
 * Writes the records of a CSV file without fault to another file, where they end in one way.
 *
 * @see checkRecords which tells the faults of the others
 */
export async function copyGoodRecords(source: TableSource, target: string): Promise<void> {
  const file = openSync(target, "wx");
  let batch: Buffer[] = [];
  let size = 0;
  const flush = () => {
    writeSync(file, Buffer.concat(batch));
    batch = [];
    size = 0;
  };
  try {
    await forEachGoodRecord(source, ({ bytes }) => {
      batch.push(Buffer.from(bytes), Buffer.from("\n"));
      size += bytes.length;
      if (size >= BATCH_BYTES) flush();
      return true;
    });
    flush();
  } finally {
    closeSync(file);
  }
}

/**
 * The lines, counted from 1, of some rows of a CSV file, found in one pass.
 *
 * @param rows counted from 0, among the records without fault
 */
export async function linesOfRows(
  source: TableSource,
  rows: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const lines = new Map<number, number>();
  const wanted = new Set(rows);
  if (wanted.size === 0) return lines;
  await forEachGoodRecord(source, ({ line }, row) => {
    if (wanted.has(row)) lines.set(row, line);
    return lines.size < wanted.size;
  });
  return lines;
}

/** Rows are counted from 0; the header is row -1. */
async function forEachGoodRecord(
  { file, delimiter = "," }: TableSource,
  onRecord: (record: CsvRecord, row: number) => boolean,
): Promise<void> {
  let nColumns: number | undefined;
  let row = -1;
  await forEachRecord(file, delimiter, (record) => {
    nColumns ??= cellsOf(record.bytes, delimiter).length;
    return recordFault(record, nColumns) !== null || onRecord(record, row++);
  });
}
