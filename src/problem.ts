/** What went wrong, as a word that tests and callers can rely on. */
export type ProblemCode =
  | "usage"
  | "unknown-lesson"
  | "bad-lesson"
  | "unknown-dataset"
  | "bad-dataset"
  | "does-not-fit"
  | "missing-file"
  | "locked"
  | "setup";

/**
 * An expected problem: printed as one message and a hint, never with a stack.
 *
 * @example
 * throw new Problem("unknown-lesson", "There is no lesson 66.", "Did you mean 6? `npm run lesson` lists them all.");
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  /** What the reader can do next; a full sentence. */
  readonly hint: string | undefined;

  constructor(code: ProblemCode, message: string, hint?: string) {
    super(message);
    this.name = "Problem";
    this.code = code;
    this.hint = hint;
  }
}
