import { createReadStream } from "node:fs";

/** One record of a CSV file: a line, or several where a quoted cell holds line ends. */
export interface CsvRecord {
  /** On which it begins, counted from 1. */
  readonly line: number;
  readonly nLines: number;
  /** Without the line end. */
  readonly bytes: Buffer;
  readonly nCells: number;
  /** "open" if a quote is not closed by the end of the file, "broken" if one closes before the end of its cell. */
  readonly quotes: "closed" | "open" | "broken";
  readonly lineEnd: "\n" | "\r\n" | "\r" | "";
}

/** No record is read further than this. */
const MOST_BYTES = 2 ** 23;

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;

/**
 * Reads a CSV file record by record, in one pass and little memory. Empty lines are no records, and a byte-order mark
 * belongs to none.
 *
 * It cuts where DuckDB does and goes on after a fault; new files go through `intake/strict-records.ts`, which stops at the first.
 *
 * @param delimiter one ASCII character
 * @param onRecord called for each in order, the header first; its bytes are valid during the call; `false` ends the pass
 */
export async function forEachRecord(
  file: string,
  delimiter: string,
  onRecord: (record: CsvRecord) => boolean,
): Promise<void> {
  let line = 1;
  /** Hands out the records of some bytes, and gives the bytes that are left; null if no more are wanted. */
  const handOut = (bytes: Buffer, isLast: boolean): Buffer | null => {
    let from = 0;
    while (from < bytes.length) {
      const record = recordAt(bytes.subarray(from), line, delimiter, isLast);
      if (record === null) break;
      from += record.bytes.length + record.lineEnd.length;
      line += record.nLines;
      if (record.bytes.length > 0 && !onRecord(record)) return null;
      if (record.lineEnd === "") return null;
    }
    return bytes.subarray(from);
  };
  let rest: Buffer | null = null;
  for await (const piece of createReadStream(file, { highWaterMark: 2 ** 20 })) {
    const bytes: Buffer = rest === null ? withoutByteOrderMark(piece) : Buffer.concat([rest, piece]);
    rest = handOut(bytes, false);
    if (rest === null) return;
  }
  if (rest !== null) handOut(rest, true);
}

/** The record that some bytes begin with; null if its end is still to come. */
function recordAt(bytes: Buffer, line: number, delimiter: string, isLast: boolean): CsvRecord | null {
  const DELIMITER = delimiter.charCodeAt(0);
  let nCells = 1;
  let nLines = 1;
  let isBroken = false;
  let place: "start" | "plain" | "quoted" | "after" = "start";
  let i = 0;
  for (; i < bytes.length; i++) {
    const byte = bytes[i];
    if (place === "quoted") {
      if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[i + 1] !== LINE_FEED)) nLines++;
      else if (byte === QUOTE && bytes[i + 1] === QUOTE) i++;
      else if (byte === QUOTE) place = "after";
    } else if (byte === DELIMITER) {
      nCells++;
      place = "start";
    } else if (byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
    else if (byte === QUOTE && place === "start") place = "quoted";
    else if (byte !== SPACE) {
      isBroken ||= place === "after";
      if (place === "start") place = "plain";
    }
  }
  const isTooLong = i > MOST_BYTES;
  // A quote or a carriage return that ends the bytes may be half of a pair.
  if (
    !isLast &&
    !isTooLong &&
    (i >= bytes.length || (bytes[i] === CARRIAGE_RETURN && i + 1 === bytes.length))
  )
    return null;
  const quotes = place === "quoted" ? "open" : isBroken ? "broken" : "closed";
  return { line, nLines, bytes: bytes.subarray(0, i), nCells, quotes, lineEnd: lineEndAt(bytes, i) };
}

function lineEndAt(bytes: Buffer, i: number): CsvRecord["lineEnd"] {
  if (bytes[i] === LINE_FEED) return "\n";
  if (bytes[i] !== CARRIAGE_RETURN) return "";
  return bytes[i + 1] === LINE_FEED ? "\r\n" : "\r";
}

function withoutByteOrderMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(Buffer.of(0xef, 0xbb, 0xbf)) ? bytes.subarray(3) : bytes;
}

/**
 * The texts of a record's cells; blanks around quotes are no part of them.
 *
 * @example
 * cellsOf(Buffer.from('1,"say ""yes"""'), ","); // ["1", 'say "yes"']
 */
export function cellsOf(bytes: Buffer, delimiter: string): string[] {
  const end = `(?:\\x${delimiter.charCodeAt(0).toString(16).padStart(2, "0")}|$)`;
  const blanks = delimiter === " " ? "" : " *";
  const cell = new RegExp(`${blanks}"([^"]*(?:""[^"]*)*)"${blanks}${end}|([^]*?)${end}`, "y");
  const text = bytes.toString();
  const cells: string[] = [];
  for (let isLast = false; !isLast; ) {
    const found = cell.exec(text);
    cells.push(found?.[1]?.replaceAll('""', '"') ?? found?.[2] ?? "");
    isLast = !found?.[0].endsWith(delimiter);
  }
  return cells;
}
