import { didYouMean } from "../data/did-you-mean.ts";
import { Problem } from "../problem.ts";

/** Something wrong with a lesson.md: the line (1-based, in the file) and what was needed and got, as a clause. */
export interface Fault {
  readonly line: number;
  readonly message: string;
}

/** All faults of a file as one problem, whose message has a line for each in the file's order: `FILE:LINE: …`. */
export function badLesson(file: string, faults: readonly Fault[]): Problem {
  const inOrder = [...faults].sort((one, other) => one.line - other.line);
  return new Problem(
    "bad-lesson",
    inOrder.map((fault) => `${file}:${fault.line}: ${fault.message}`).join("\n"),
  );
}

/**
 * What to say behind an unknown name: the known one that is near, or else all that are known.
 *
 * @example
 * suggest("titel", ["id", "title"]) // '. Did you mean "title"?'
 * suggest("colour", ["id", "title"]) // "; known here: id, title"
 */
export function suggest(unknown: string, known: readonly string[]): string {
  const question = didYouMean(unknown, known);
  return question === "" ? `; known here: ${known.join(", ")}` : `. ${question}`;
}
