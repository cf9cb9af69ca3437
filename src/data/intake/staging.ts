import { type FileHandle, open } from "node:fs/promises";

/** How many characters are collected before they are written. */
const BLOCK = 1 << 20;

/**
 * Writes rows as lines `place,cell,cell,…` of the one form of CSV that DuckDB is asked to read. Cells come with a
 * character for each byte of their UTF-8.
 */
export class StagedRows {
  nRows = 0;
  readonly #output: FileHandle;
  #lines: string[] = [];
  #length = 0;

  private constructor(output: FileHandle) {
    this.#output = output;
  }

  static async open(file: string): Promise<StagedRows> {
    return new StagedRows(await open(file, "w"));
  }

  /** @returns what to wait for when enough has come together, so that no row needs a promise of its own */
  add(place: number, cells: readonly string[]): Promise<void> | null {
    let line = String(place);
    for (const cell of cells) line += `,${/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell}`;
    this.#lines.push(line);
    this.#length += line.length;
    this.nRows++;
    return this.#length > BLOCK ? this.#flush() : null;
  }

  async close(): Promise<void> {
    try {
      if (this.#lines.length > 0) await this.#flush();
    } finally {
      await this.#output.close();
    }
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(`${this.#lines.join("\n")}\n`, "latin1");
    this.#lines = [];
    this.#length = 0;
    for (let done = 0; done < bytes.length; ) {
      done += (await this.#output.write(bytes, done)).bytesWritten;
    }
  }
}

/** What to say of texts without a character, where a file tells them from missing ones. */
export function emptyTextRemarks(n: number): string[] {
  return n === 0 ? [] : [`Empty texts were taken for missing values: ${n.toLocaleString("en")}.`];
}

/** What was staged: the columns' names and the number of rows, and how they were read. */
export interface Staged {
  readonly names: readonly string[];
  readonly nRows: number;
  /** Where the names stand, if it is a line of its own. */
  readonly headerLine?: number;
  readonly delimiter?: string;
  readonly quote?: string;
  readonly remarks: readonly string[];
}
