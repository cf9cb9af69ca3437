import { constants } from "node:fs";
import { access, lstat, stat } from "node:fs/promises";
import path from "node:path";

import { Problem } from "../../problem.ts";

/** How files begin that are no tables, and what to do about it. */
const signatures: readonly [start: string, kind: string, advice: string][] = [
  [
    "PK\x03\x04",
    "a ZIP archive or an Excel workbook (.xlsx)",
    "Unpack it, or save the sheet as CSV (UTF-8).",
  ],
  ["PK\x05\x06", "an empty ZIP archive", "Give the table itself."],
  ["\xd0\xcf\x11\xe0", "an old Excel workbook (.xls)", "Save the sheet as CSV (UTF-8)."],
  ["\x89PNG", "a PNG image", "Give a table."],
  ["\xff\xd8\xff", "a JPEG image", "Give a table."],
  ["GIF8", "a GIF image", "Give a table."],
  ["%PDF", "a PDF document", "Save its table as CSV."],
  ["BZh", "packed with bzip2", "Unpack it first: bunzip2."],
  ["\xfd7zXZ", "packed with xz", "Unpack it first: unxz."],
  ["\x28\xb5\x2f\xfd", "packed with zstd", "Unpack it first: unzstd."],
  ["7z\xbc\xaf", "a 7-Zip archive", "Unpack it first."],
  ["Rar!", "a RAR archive", "Unpack it first."],
  ["PAR1", "a Parquet file packed with gzip", "Unpack it first: gunzip."],
  ["\x1f\x8b", "packed with gzip twice", "Unpack it once: gunzip."],
  ["SQLite format 3", "an SQLite database", "Export the table as CSV."],
  ["\x89HDF", "an HDF5 file", "Export the table as CSV or Parquet."],
  ["ARROW1", "an Arrow file", "Save it as Parquet."],
  ["FEA1", "a Feather file", "Save it as Parquet."],
  ["Obj\x01", "an Avro file", "Save it as Parquet."],
  ["ORC", "an ORC file", "Save it as Parquet."],
  ["\x80\x04\x95", "a Python pickle", "Save the table as CSV or Parquet."],
  ["\x7fELF", "a program", "Give a table."],
  ["MZ\x90", "a program", "Give a table."],
  ["{\\rtf", "an RTF document", "Save its table as CSV."],
  ["<?xml", "an XML file", "Save the table as CSV."],
];

/**
 * Refuses what is no readable, ordinary file with content; a link to one will do. Nothing is opened, so that a pipe
 * or a device keeps nobody waiting.
 *
 * @throws Problem "missing-file" or "bad-dataset"
 */
export async function checkFile(file: string): Promise<void> {
  const state = await stat(file).catch(() => null);
  if (state === null) throw await missing(file);
  if (state.isDirectory()) throw refused(file, "is a folder", "Give the file with the table in it.");
  if (!state.isFile()) {
    throw refused(file, "is a pipe, a socket or a device", "Write the data to a file and give that.");
  }
  if (state.size === 0) throw refused(file, "is empty", "It needs a header line and at least one row.");
  await access(file, constants.R_OK).catch(() => {
    throw new Problem(
      "locked",
      `${file} may not be read.`,
      "Its permissions say so; change them or copy the file.",
    );
  });
}

/** Refuses the first bytes, unpacked, of a file that holds no table. */
export function checkSignature(file: string, bytes: Buffer): void {
  const start = bytes.toString("latin1", 0, 64).replace(/^\xef\xbb\xbf/, "");
  if (/^\s*<(!doctype html|html)\b/i.test(start))
    throw refused(file, "is a web page", "Download the data file itself.");
  for (const [signature, kind, advice] of signatures) {
    if (start.startsWith(signature)) throw refused(file, `is ${kind}`, advice);
  }
}

/** Whether bytes are the beginning of a Parquet file. */
export function isParquet(bytes: Buffer): boolean {
  return bytes.toString("latin1", 0, 4) === "PAR1";
}

/** A problem with the file as a whole: `${file} ${fault}.` */
export function refused(file: string, fault: string, hint: string): Problem {
  return new Problem("bad-dataset", `${file} ${fault}.`, hint);
}

async function missing(file: string): Promise<Problem> {
  const isLink = (await lstat(file).catch(() => null))?.isSymbolicLink() ?? false;
  const what = isLink ? "is a link that leads nowhere" : "is not there";
  return new Problem(
    "missing-file",
    `${file} ${what}.`,
    `Looked for it in ${path.dirname(path.resolve(file))}.`,
  );
}
