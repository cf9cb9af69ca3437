import { type CsvRecord, cellsOf, forEachRecord } from "./csv-records.ts";
import { recordFault } from "./record-faults.ts";
import type { TableSource } from "./table-source.ts";

/** What is wrong with a line of a CSV file, whatever its cells mean. */
export interface LineFault {
  readonly line: number;
  readonly what: string;
}

export interface RecordsCheck {
  /** What the first record calls the columns. */
  readonly header: readonly string[];
  readonly faults: readonly LineFault[];
  readonly count: number;
}

/**
 * Finds every record that is no row of a table, in one pass.
 *
 * @param most so many faults are listed, the first ones; all are counted
 */
export async function checkRecords(source: TableSource, most: number): Promise<RecordsCheck> {
  const { file, delimiter = "," } = source;
  const faults: LineFault[] = [];
  let count = 0;
  const add = (line: number, what: string) => {
    count++;
    if (faults.length < most) faults.push({ line, what });
  };
  let header: readonly string[] | undefined;
  let lineEnd: CsvRecord["lineEnd"] = "";
  let hasOtherLineEnd = false;
  await forEachRecord(file, delimiter, (record) => {
    if (header === undefined && record.line > 1) add(1, "is empty, and needs the columns' names");
    if (header === undefined && record.nLines > 1) add(record.line, "has a line end in a column's name");
    header ??= cellsOf(record.bytes, delimiter);
    lineEnd ||= record.lineEnd;
    const fault = recordFault(record, header.length);
    if (fault !== null) add(record.line, fault);
    if (record.lineEnd !== "" && record.lineEnd !== lineEnd && !hasOtherLineEnd) {
      add(record.line, `ends with ${nameOf(record.lineEnd)}, and the first line with ${nameOf(lineEnd)}`);
      hasOtherLineEnd = true;
    }
    return true;
  });
  if (header === undefined) add(1, "needs the columns' names, and there is nothing in the file");
  return { header: header ?? [], faults, count };
}

function nameOf(lineEnd: CsvRecord["lineEnd"]): string {
  return { "\n": "LF", "\r\n": "CR LF", "\r": "CR", "": "nothing" }[lineEnd];
}
