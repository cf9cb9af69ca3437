const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The line, counted from 1, on which a record of a CSV file begins; quoted cells may span lines.
 *
 * @param bytes the file, in UTF-8
 * @param record counted from 0, the header included; empty lines are no records unless there is only one column
 * @param nColumns how many cells a record has
 *
 * @example
 * lineOfRecord(Buffer.from('a,b\n1,"x\ny"\n2,z'), 2, 2); // 4
 */
export function lineOfRecord(bytes: Uint8Array, record: number, nColumns: number): number {
  let line = 1;
  let lineOfStart = 1;
  let start = 0;
  let recordsLeft = record;
  let isQuoted = false;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === QUOTE) isQuoted = !isQuoted;
    const isLineEnd = bytes[i] === LINE_FEED || (bytes[i] === CARRIAGE_RETURN && bytes[i + 1] !== LINE_FEED);
    if (!isLineEnd) continue;
    line++;
    if (isQuoted) continue;
    const isRecord = nColumns === 1 || !isBlank(bytes.subarray(start, i));
    if (isRecord && recordsLeft === 0) return lineOfStart;
    if (isRecord) recordsLeft--;
    start = i + 1;
    lineOfStart = line;
  }
  return lineOfStart;
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === CARRIAGE_RETURN);
}
