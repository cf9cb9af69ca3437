/** Something that keeps a lesson from being fit for learners. */
export interface ProofFault {
  /** What of the lesson it is about: "mistakes/by-row.ts on iris, seed 7". */
  readonly where: string;
  /** What is wrong, as a sentence, with what was found. */
  readonly what: string;
  /** What its author can do about it. */
  readonly hint: string;
}
