import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";

import { Problem } from "../../problem.ts";
import { refused } from "./file-kind.ts";
import { checkHeader } from "./header.ts";
import { showText } from "./show-text.ts";
import { sniffDialect } from "./sniff-dialect.ts";
import { type Staged, StagedRows } from "./staging.ts";
import { type StrictRecord, StrictRecords } from "./strict-records.ts";

const SAMPLE_BYTES = 1 << 20;

/**
 * Stages the rows of a CSV text, every one with exactly one cell a column.
 *
 * @param text the file to read, in UTF-8
 * @param file how to call it in a complaint
 * @param target where the rows go
 * @throws Problem "bad-dataset" with the line and the column of what is wrong
 */
export async function stageCsv(
  text: string,
  file: string,
  target: string,
  onBytes: (n: number) => void,
): Promise<Staged> {
  const dialect = await sniff(text);
  const rows = await StagedRows.open(target);
  const table = new Rows(file, rows);
  try {
    const records = new StrictRecords(file, dialect);
    for await (const piece of pieces(text, onBytes)) {
      for (const record of records.read(piece)) {
        const written = table.add(record);
        if (written !== null) await written;
      }
    }
    for (const record of records.end()) await table.add(record);
  } finally {
    await rows.close();
  }
  const { delimiter, quote } = dialect;
  return { ...table.result(), delimiter, quote };
}

/** Takes records one by one, the first for the header. */
class Rows {
  readonly #file: string;
  readonly #rows: StagedRows;
  #names: string[] = [];
  #headerLine = 1;
  /** Lines without anything that came since the last record. */
  #empty: number[] = [];
  #nEmpty = 0;

  constructor(file: string, rows: StagedRows) {
    this.#file = file;
    this.#rows = rows;
  }

  add({ line, cells }: StrictRecord): Promise<void> | null {
    if (cells.length === 0) {
      this.#nEmpty++;
      // In a table of one column an empty line is a missing value, unless only such lines follow.
      if (this.#names.length === 1) this.#empty.push(line);
      return null;
    }
    if (this.#names.length === 0) {
      this.#names = cells.map((name) => Buffer.from(name, "latin1").toString("utf8"));
      this.#headerLine = line;
      this.#refuseDelimiterLine(line);
      checkHeader(this.#names, `${this.#file}, line ${line}`);
      return null;
    }
    if (cells.length !== this.#names.length) throw this.#ragged(line, cells.length);
    return this.#empty.length === 0 ? this.#rows.add(line, cells) : this.#addAfterEmpty(line, cells);
  }

  async #addAfterEmpty(line: number, cells: readonly string[]): Promise<void> {
    for (const emptyLine of this.#empty) await this.#rows.add(emptyLine, [""]);
    this.#nEmpty -= this.#empty.length;
    this.#empty = [];
    await this.#rows.add(line, cells);
  }

  get #isComment(): boolean {
    return /^(#|\/\/|%)/.test(this.#names[0] ?? "");
  }

  result() {
    const [names, { nRows }] = [this.#names, this.#rows];
    if (names.length === 0) throw refused(this.#file, "has no content but empty lines", "Give a table.");
    if (nRows === 0) {
      throw refused(
        this.#file,
        "has a header line and no rows",
        "It needs at least one row below the header; a file without a header line needs one.",
      );
    }
    const remarks = [
      ...(names.length === 1 ? ["No delimiter was found; each line is one cell."] : []),
      ...(this.#nEmpty === 0 ? [] : [`Empty lines were passed over: ${this.#nEmpty}.`]),
    ];
    return { names, nRows, remarks, headerLine: this.#headerLine };
  }

  /** Excel takes a first line "sep=;" as a word to itself; to others it is a header. */
  #refuseDelimiterLine(line: number): void {
    if (!/^sep=.?$/.test(this.#names[0] ?? "")) return;
    throw new Problem(
      "bad-dataset",
      `${this.#file}, line ${line}: ${showText(this.#names[0] ?? "")} tells Excel the delimiter, and is no header.`,
      "Remove the line; the delimiter is found without it.",
    );
  }

  #ragged(line: number, n: number): Problem {
    const nColumns = this.#names.length;
    const cells = (count: number) => `${count} ${count === 1 ? "cell" : "cells"}`;
    return new Problem(
      "bad-dataset",
      `${this.#file}, line ${line}, column ${Math.min(n, nColumns) + (n > nColumns ? 1 : 0)}: the row has ${cells(n)}, the header ${cells(nColumns)}.`,
      this.#isComment
        ? `The header is line 1 here, and begins with ${showText(this.#names[0] ?? "")}. Remove what stands above the columns' names.`
        : "Every row needs one cell a column; a cell that holds the delimiter needs quotes, and a cell can be empty.",
    );
  }
}

async function sniff(text: string) {
  const file = await open(text);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, SAMPLE_BYTES)));
    return sniffDialect(buffer.toString("latin1", 0, bytesRead), bytesRead === size);
  } finally {
    await file.close();
  }
}

async function* pieces(file: string, onBytes: (n: number) => void): AsyncGenerator<string> {
  let nRead = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    nRead += chunk.length;
    onBytes(nRead);
    yield chunk.toString("latin1");
  }
}
