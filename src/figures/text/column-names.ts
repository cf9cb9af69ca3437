import { cellsOf, padEnd, padStart, signsOf } from "./words.ts";

/** What stands above columns of some cells each, and whether it is their numbers. */
export interface ColumnNames {
  readonly lines: readonly string[];
  readonly isNumbered: boolean;
}

/**
 * Names above their columns: whole where they fit, by their beginnings where these differ and the whole names are
 * beside the rows, else as numbers.
 *
 * @param cells of each column
 * @param areBeside whether the rows have the same names
 */
export function columnNames(names: readonly string[], cells: number, areBeside: boolean): ColumnNames {
  const longest = names.reduce((most, name) => Math.max(most, cellsOf(name)), 0);
  if (longest < cells || (longest === cells && names.length === 1))
    return { lines: [names.map((name) => centred(name, cells)).join("")], isNumbered: false };
  const beginnings = areBeside && cells >= 5 ? names.map((name) => beginningOf(name, cells - 1)) : [];
  if (beginnings.length > 0 && new Set(beginnings).size === names.length)
    return { lines: [beginnings.map((name) => centred(name, cells)).join("")], isNumbered: false };
  return { lines: numbersAbove(names.length, cells), isNumbered: true };
}

/** Some of the names, each from its column on, with room between them. */
export function namesAlong(names: readonly string[], cells: number): string {
  let line = "";
  for (const [i, name] of names.entries()) {
    const start = i * cells;
    const isFree = line === "" || start >= cellsOf(line) + 2;
    if (isFree && start + cellsOf(name) <= names.length * cells) line = padEnd(line, start) + name;
  }
  return line;
}

/** Numbers from 1, side by side where there is room, else their digits below one another. */
function numbersAbove(count: number, cells: number): string[] {
  const digits = String(count).length;
  const numbers = Array.from({ length: count }, (_, i) => padStart(String(i + 1), digits));
  if (digits < cells) return [numbers.map((number) => centred(number, cells)).join("")];
  return Array.from({ length: digits }, (_, place) =>
    numbers.map((number) => centred(number[place] ?? " ", cells)).join(""),
  );
}

/** As many of a text's first signs as fit. */
function beginningOf(text: string, cells: number): string {
  let beginning = "";
  for (const sign of signsOf(text)) {
    if (cellsOf(beginning + sign) > cells) break;
    beginning += sign;
  }
  return beginning;
}

/** A text in the middle of some cells, or where two are the middle, in the left one. */
export function centred(text: string, cells: number): string {
  const left = Math.max(0, Math.floor((cells - cellsOf(text)) / 2));
  return padEnd(" ".repeat(left) + text, cells);
}
