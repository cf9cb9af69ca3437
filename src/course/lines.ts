import { closeSync, openSync, readSync } from "node:fs";

import { errorCode } from "./file-problem.ts";

const newline = 0x0a;

/**
 * The lines of a file as bytes, without their newlines and without empty ones; none for a file that is not there.
 * However large the file, memory holds one chunk and one line.
 *
 * @param chunkSize in bytes; a line may be longer
 * @throws {Error} the file system's own, when the file is there and cannot be read
 * @example
 * for (const line of readLines(file)) console.log(line.toString());
 */
export function* readLines(file: string, chunkSize = 1 << 20): Generator<Buffer> {
  let begun: Buffer[] = [];
  for (const chunk of readChunks(file, chunkSize)) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      const rest = chunk.subarray(start, end);
      const line = begun.length === 0 ? rest : Buffer.concat([...begun, rest]);
      if (line.length > 0) yield line;
      begun = [];
      start = end + 1;
    }
    if (start < chunk.length) begun.push(chunk.subarray(start));
  }
  const last = Buffer.concat(begun);
  if (last.length > 0) yield last;
}

function* readChunks(file: string, chunkSize: number): Generator<Buffer> {
  const descriptor = openIfThere(file);
  if (descriptor === undefined) return;
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkSize);
      const length = readSync(descriptor, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, "r");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
