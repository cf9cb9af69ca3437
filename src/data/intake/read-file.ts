import { open, rm, stat } from "node:fs/promises";
import path from "node:path";

import type { DuckDBConnection } from "@duckdb/node-api";

import { stagedToParquet } from "./cell-table.ts";
import { decodeText } from "./decode-text.ts";
import type { Reading } from "./examination.ts";
import { isParquet } from "./file-kind.ts";
import { stageCsv } from "./stage-csv.ts";
import { jsonFormat, stageJson } from "./stage-json.ts";
import { stageParquet } from "./stage-parquet.ts";

/** How far something is; `share` goes from 0 to 1 where it can be known. */
export interface Progress {
  readonly stage: string;
  readonly share?: number;
}

/** A file of any kind, read. */
export interface ReadFile {
  readonly names: readonly string[];
  /** Where the names stand, if it is a line of its own. */
  readonly headerLine?: number;
  /** The Parquet file with `place` and all cells as texts. */
  readonly parquet: string;
  readonly reading: Reading;
  /** The columns whose lists and objects are kept as JSON. */
  readonly nested: readonly string[];
}

/**
 * Brings all cells of a file into one Parquet file of texts, whatever the file is by its content.
 *
 * @param folder where the Parquet file, and all that is written on the way, goes
 * @throws Problem "bad-dataset" with the line and the column of what is wrong
 */
export async function readFileIntoParquet(
  connection: DuckDBConnection,
  file: string,
  folder: string,
  onProgress: (progress: Progress) => void,
): Promise<ReadFile> {
  const parquet = path.join(folder, "texts.parquet");
  if (await beginsAsParquet(file)) {
    onProgress({ stage: "reading the file" });
    const { names, nRows, nested, remarks } = await stageParquet(connection, file, file, parquet);
    const reading: Reading = {
      format: "Parquet",
      compression: "none",
      place: "row",
      rows: nRows,
      columns: names.length,
      remarks,
    };
    return { names, parquet, reading, nested };
  }
  return readText(connection, file, folder, parquet, onProgress);
}

async function readText(
  connection: DuckDBConnection,
  file: string,
  folder: string,
  parquet: string,
  onProgress: (progress: Progress) => void,
): Promise<ReadFile> {
  const [text, rows] = [path.join(folder, "text"), path.join(folder, "rows.csv")];
  const sharing = (stage: string, total: number) => (done: number) =>
    onProgress({ stage, share: Math.min(1, done / total) });
  const { size } = await stat(file);
  const {
    compression,
    encoding,
    remarks: aboutText,
  } = await decodeText(file, text, folder, sharing("reading the file", size));
  const format = (await jsonFormat(text)) ?? "CSV";
  const onBytes = sharing("taking the rows apart", (await stat(text)).size);
  const staged =
    format === "CSV"
      ? { ...(await stageCsv(text, file, rows, onBytes)), nested: [] }
      : await stageJson(text, file, format, rows, onBytes);
  await rm(text);
  onProgress({ stage: "sorting the cells into columns" });
  const { names, nRows, headerLine, delimiter, quote, remarks, nested } = staged;
  await stagedToParquet(connection, rows, names.length, parquet);
  await rm(rows);
  const reading: Reading = {
    format,
    compression,
    encoding,
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(quote === undefined ? {} : { quote }),
    place: "line",
    rows: nRows,
    columns: names.length,
    remarks: [...aboutText, ...remarks],
  };
  return { names, ...(headerLine === undefined ? {} : { headerLine }), parquet, reading, nested };
}

async function beginsAsParquet(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return isParquet(buffer);
  } finally {
    await handle.close();
  }
}
