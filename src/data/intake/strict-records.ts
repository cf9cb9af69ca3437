import { Problem } from "../../problem.ts";

/** How a CSV file tells cells and records apart. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly lineEnd: "\n" | "\r";
}

/** Where a record begins, and its cells, each with a character for each byte of its UTF-8; an empty line has none. */
export interface StrictRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The most bytes that a cell may have. */
export const LONGEST_CELL = 1_000_000;

/** The most bytes that a record may have; what reads data sets takes no more. */
export const LONGEST_RECORD = 2_000_000;

/**
 * Cuts a CSV text into records, strictly: what RFC 4180 does not allow is refused, but for quotes in the middle of
 * an unquoted cell, which stand for themselves.
 *
 * `forEachRecord` of `src/data/csv-records.ts` is its counterpart: that one cuts as DuckDB does, which reads what has been
 * taken in, and goes on after a fault, so that `dataset check` can tell of all.
 *
 * Texts come in as "binary" strings, a character for each byte of UTF-8; no byte of a longer character equals a
 * delimiter, a quote or a line end, and such strings are short and quick.
 *
 * @example
 * const records = new StrictRecords("a.csv", { delimiter: ",", quote: '"', lineEnd: "\n" });
 * [...records.read('a,b\n1,"x\ny"\n'), ...records.end()]; // lines 1 and 2
 */
export class StrictRecords {
  readonly #file: string;
  readonly #dialect: Dialect;
  #text = "";
  #at = 0;
  #line = 1;

  constructor(file: string, dialect: Dialect) {
    this.#file = file;
    this.#dialect = dialect;
  }

  /** The records that end in this piece of text. */
  *read(piece: string): Generator<StrictRecord> {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#at = 0;
    yield* this.#records(false);
    if (this.#text.length - this.#at > LONGEST_RECORD) throw this.#tooLong();
  }

  /** The last record, where no line end follows it. */
  *end(): Generator<StrictRecord> {
    yield* this.#records(true);
  }

  *#records(isLast: boolean): Generator<StrictRecord> {
    while (this.#at < this.#text.length) {
      const line = this.#line;
      const cells = this.#record(isLast);
      if (cells === null) return;
      yield { line, cells };
    }
  }

  /** The next record's cells, none for an empty line; null if the text ends before it does. */
  #record(isLast: boolean): string[] | null {
    const { lineEnd, quote, delimiter } = this.#dialect;
    const found = this.#text.indexOf(lineEnd, this.#at);
    const isToCome = found < 0 && !isLast;
    // A quote that is never closed is better told of than the endless line that it makes.
    if (isToCome && this.#text.length - this.#at <= LONGEST_CELL) return null;
    const end = found < 0 ? this.#text.length : found;
    const line = this.#text.slice(this.#at, end);
    if (line.includes(quote)) return this.#quotedRecord(isLast);
    if (isToCome) return null;
    if (end - this.#at > LONGEST_RECORD) throw this.#tooLong();
    this.#at = end + 1;
    this.#line++;
    const content = withoutReturn(line);
    if (content === "") return [];
    const cells = content.split(delimiter);
    this.#check(cells, content);
    return cells;
  }

  #quotedRecord(isLast: boolean): string[] | null {
    const { lineEnd, delimiter, quote } = this.#dialect;
    const text = this.#text;
    const cells: string[] = [];
    let at = this.#at;
    let nLines = 0;
    for (;;) {
      let cell: string;
      const openedAt = nLines;
      if (text[at] === quote) {
        const end = this.#endOfQuotes(at, isLast, cells.length);
        if (end === null) return null;
        cell = text.slice(at + 1, end);
        if (cell.includes(quote)) cell = cell.replaceAll(quote + quote, quote);
        nLines += countOf(text.slice(at, end), lineEnd);
        at = end + 1;
      } else {
        const end = nearest(text, at, delimiter, lineEnd);
        if (end === text.length && !isLast) return null;
        cell = text.slice(at, end);
        if (text[end] !== delimiter) cell = withoutReturn(cell);
        this.#checkUnquoted(cell, cells.length, nLines);
        at = end;
      }
      cells.push(cell);
      if (text[at] === "\r" && lineEnd === "\n" && (text[at + 1] === "\n" || at + 1 === text.length)) at++;
      if (at >= text.length && !isLast) return null;
      if (text[at] === delimiter) {
        at++;
        continue;
      }
      if (at < text.length && text[at] !== lineEnd)
        throw this.#closesEarly(cells.length - 1, nLines, openedAt);
      if (at - this.#at > LONGEST_RECORD) throw this.#tooLong();
      this.#at = at + 1;
      this.#line += nLines + 1;
      this.#checkLengths(cells);
      return cells;
    }
  }

  /** Where the quote is that ends the cell; null if it is still to come. */
  #endOfQuotes(start: number, isLast: boolean, column: number): number | null {
    const { quote } = this.#dialect;
    let at = start;
    for (;;) {
      at = this.#text.indexOf(quote, at + 1);
      if (at < 0) {
        if (!isLast && this.#text.length - start <= LONGEST_CELL) return null;
        const isLong = this.#text.length - start > LONGEST_CELL;
        const most = `${LONGEST_CELL.toLocaleString("en")} bytes, the most that a cell may have`;
        const within = isLong ? `within ${most}` : "before the file ends";
        throw this.#fault(
          `the cell begins with ${quote} and is not closed ${within}`,
          "Close the quotes where the cell ends; a quote within it is written twice.",
          column,
        );
      }
      if (at + 1 === this.#text.length && !isLast) return null;
      if (this.#text[at + 1] !== quote) return at;
      at++;
    }
  }

  #check(cells: readonly string[], line: string): void {
    if (line.includes(this.#dialect.lineEnd === "\n" ? "\r" : "\n") || line.includes("\0")) {
      for (const [j, cell] of cells.entries()) this.#checkUnquoted(cell, j, -1);
    }
    if (line.length > LONGEST_CELL) this.#checkLengths(cells);
  }

  /** @param nLines how many lines of the record end before the cell; -1 if the record was counted already */
  #checkUnquoted(cell: string, column: number, nLines: number): void {
    if (/[\r\n]/.test(cell)) {
      throw this.#fault(
        "a line end of another kind than the file's stands in the middle of a line",
        "Use one kind of line end; a cell with a line end needs quotes.",
        column,
        nLines,
      );
    }
    if (cell.includes("\0")) throw this.#zeroByte(column, nLines);
    if (cell.trimStart().startsWith(this.#dialect.quote)) {
      throw this.#fault(
        `there is a space before the cell's opening ${this.#dialect.quote}`,
        "Remove the spaces after the delimiters, or the quotes.",
        column,
        nLines,
      );
    }
  }

  #checkLengths(cells: readonly string[]): void {
    for (const [j, cell] of cells.entries()) {
      if (cell.includes("\0")) throw this.#zeroByte(j, -1);
      if (cell.length <= LONGEST_CELL) continue;
      throw this.#fault(
        `the cell has ${cell.length.toLocaleString("en")} bytes; ${LONGEST_CELL.toLocaleString("en")} are the most`,
        "Keep such content in files of its own and name them in the table.",
        j,
        -1,
      );
    }
  }

  #zeroByte(column: number, nLines: number): Problem {
    return this.#fault(
      "the cell holds a zero byte (NUL), as no text does",
      "The file is damaged, or is no text; save it as CSV in UTF-8.",
      column,
      nLines,
    );
  }

  #closesEarly(column: number, nLines: number, openedAt: number): Problem {
    const opened = openedAt < nLines ? `, which open on line ${this.#line + openedAt},` : "";
    return this.#fault(
      `the cell's quotes${opened} close before the cell ends`,
      `A ${this.#dialect.quote} within a quoted cell is written twice.`,
      column,
      nLines,
    );
  }

  #tooLong(): Problem {
    return this.#fault(
      `the record is longer than ${LONGEST_RECORD.toLocaleString("en")} bytes`,
      "If it is no single record, a quote before it may not be closed.",
    );
  }

  #fault(cause: string, hint: string, column?: number, nLines = 0): Problem {
    const where = column === undefined ? "" : `, column ${column + 1}`;
    return new Problem("bad-dataset", `${this.#file}, line ${this.#line + nLines}${where}: ${cause}.`, hint);
  }
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

function nearest(text: string, from: number, delimiter: string, lineEnd: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== lineEnd) at++;
  return at;
}

function countOf(text: string, part: string): number {
  let n = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) n++;
  return n;
}
