import { createReadStream } from "node:fs";
import { open, readFile, stat } from "node:fs/promises";

import { Problem } from "../../problem.ts";
import type { Format } from "./examination.ts";
import { refused } from "./file-kind.ts";
import { checkHeader } from "./header.ts";
import { JsonFault, type JsonRecord, JsonScanner } from "./json-scanner.ts";
import { emptyTextRemarks, type Staged, StagedRows } from "./staging.ts";
import { LONGEST_CELL, LONGEST_RECORD } from "./strict-records.ts";

/** A list is read as one text; lines are read one by one and may be as many as they like. */
const LONGEST_LIST = 256_000_000;
/** Characters of a line of JSON; escapes may take six for one byte. */
const LONGEST_LINE = 6 * LONGEST_RECORD;

/** Whether a text that begins so is JSON, and of which kind; null for any other text. */
export async function jsonFormat(file: string): Promise<Extract<Format, `JSON${string}`> | null> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64_000));
    const start = buffer.toString("utf8", 0, bytesRead).trimStart();
    if (/^\[\s*(\[|\{|"|-?\d|\]|true|false|null|$)/.test(start)) return "JSON";
    return /^\{\s*["}]/.test(start) ? "JSON lines" : null;
  } finally {
    await handle.close();
  }
}

/**
 * Stages the records of a JSON text: a column for each key, empty where a record lacks it or it is null. Lists and
 * objects within a record stay as they are written.
 *
 * @throws Problem "bad-dataset" with the line of what is wrong
 */
export async function stageJson(
  text: string,
  file: string,
  format: Format,
  target: string,
  onBytes: (n: number) => void,
): Promise<Staged & { nested: readonly string[] }> {
  const records = format === "JSON" ? () => listed(text, file) : () => lined(text, onBytes);
  try {
    const keys = new Set<string>();
    for await (const { cells } of records()) for (const key of cells.keys()) keys.add(key);
    const names = [...keys];
    if (names.length === 0) throw refused(file, "holds no records", "It needs at least one with a key.");
    checkHeader(names, file);
    const rows = await StagedRows.open(target);
    const nested = new Set<string>();
    let emptyTexts = 0;
    try {
      for await (const record of records()) {
        for (const key of record.nested) nested.add(key);
        emptyTexts += record.emptyTexts;
        const cells = names.map((name) => cellOf(record, name));
        refuseLong(record.line, cells);
        await rows.add(record.line, cells);
      }
    } finally {
      await rows.close();
    }
    return { names, nRows: rows.nRows, remarks: emptyTextRemarks(emptyTexts), nested: [...nested] };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const at = error.character === undefined ? "" : `, character ${error.character}`;
    throw new Problem("bad-dataset", `${file}, line ${error.line}${at}: ${error.message}.`, error.hint);
  }
}

type Read = JsonRecord & { readonly nested: ReadonlySet<string>; readonly emptyTexts: number };

function refuseLong(line: number, cells: readonly string[]): void {
  const length = cells.reduce((sum, cell) => sum + cell.length + 1, 0);
  if (length <= LONGEST_RECORD) return;
  const most = LONGEST_RECORD.toLocaleString("en");
  throw new JsonFault(
    line,
    `the record is longer than ${most} bytes`,
    "Keep such content in files of its own.",
  );
}

async function* listed(text: string, file: string): AsyncGenerator<Read> {
  if ((await stat(text)).size > LONGEST_LIST) {
    throw refused(
      file,
      "is a JSON list of more than 256 MB",
      "Write it as JSON lines, a record on each line.",
    );
  }
  const scanner = new JsonScanner(await readFile(text, "utf8"));
  let before = 0;
  for (const record of scanner.list()) {
    yield { ...record, nested: scanner.nested, emptyTexts: scanner.emptyTexts - before };
    before = scanner.emptyTexts;
  }
}

/** Lines end with a line feed alone: Node's own readline, in some versions, ends them at U+2028 too, which texts may hold. */
async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
    // Whoever reads refuses what is so long; nobody has to wait for its end.
    if (rest.length > LONGEST_LINE) yield rest;
  }
  if (rest !== "") yield rest;
}

async function* lined(text: string, onBytes: (n: number) => void): AsyncGenerator<Read> {
  const stream = createReadStream(text, "utf8");
  let line = 0;
  for await (const content of linesOf(stream)) {
    line++;
    onBytes(stream.bytesRead);
    if (content.trim() === "") continue;
    if (content.length > LONGEST_LINE) refuseLong(line, [content]);
    const scanner = new JsonScanner(content, line);
    try {
      const record = scanner.record();
      scanner.end();
      yield { ...record, nested: scanner.nested, emptyTexts: scanner.emptyTexts };
    } catch (error) {
      if (!(error instanceof JsonFault) || line > 1) throw error;
      // An object over several lines, as in {"columns": …}.
      throw new JsonFault(
        1,
        `${error.message}; a text that begins with { must have one whole record on each line`,
        "Write a list of records, as in [{…}, {…}], or one record on each line.",
        error.character,
      );
    }
  }
}

function cellOf({ line, cells }: JsonRecord, name: string): string {
  const cell = Buffer.from(cells.get(name) ?? "", "utf8").toString("latin1");
  if (cell.length <= LONGEST_CELL) return cell;
  throw new JsonFault(
    line,
    `"${name}" has ${cell.length.toLocaleString("en")} bytes; ${LONGEST_CELL.toLocaleString("en")} are the most`,
    "Keep such content in files of its own and name them in the table.",
  );
}
