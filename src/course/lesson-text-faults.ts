import { closest, distance } from "fastest-levenshtein";

import { Problem } from "../problem.ts";

/** Something wrong with a lesson.md: the line (1-based, in the file) and what was needed and got, as a clause. */
export interface Fault {
  readonly line: number;
  readonly message: string;
}

/**
 * Throws all faults of a file as one problem, a line each in the file's order; does nothing when there are none.
 *
 * @throws Problem "bad-lesson", whose message begins `FILE:LINE: `
 */
export function refuse(file: string, faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const inOrder = [...faults].sort((one, other) => one.line - other.line);
  throw new Problem(
    "bad-lesson",
    inOrder.map((fault) => `${file}:${fault.line}: ${fault.message}`).join("\n"),
  );
}

/**
 * A clause that offers the known name nearest to an unknown one, or else lists all that are known.
 *
 * @example
 * suggest("titel", ["id", "title"]) // '; did you mean "title"?'
 * suggest("colour", ["id", "title"]) // "; known here: id, title"
 */
export function suggest(unknown: string, known: readonly string[]): string {
  const nearest = closest(unknown, known);
  const isNear = distance(unknown, nearest) <= Math.ceil(unknown.length / 3);
  return isNear ? `; did you mean "${nearest}"?` : `; known here: ${known.join(", ")}`;
}
