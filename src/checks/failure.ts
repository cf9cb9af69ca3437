import type { Plain } from "./plain.ts";

const brand = Symbol.for("groundwork.check-failure");

/** What a check found, in the parts that a verdict shows. */
export interface Finding {
  /** Why the statement doesn't hold: "the mean of column 0 is 0.5, and 0 was needed". */
  readonly because: string;
  /** Where in the last call's value, as `.scale[0]`. */
  readonly path?: string;
  readonly gave?: Plain;
  readonly expected?: Plain;
}

/** Thrown by a check whose statement does not hold for this answer. */
export class CheckFailure extends Error {
  readonly [brand] = true;
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.because);
    this.name = "CheckFailure";
    this.finding = finding;
  }
}

/** Whether a thrown value is a check's failure; a lesson carries its own copy of the class, so the brand decides. */
export function isCheckFailure(thrown: unknown): thrown is CheckFailure {
  return typeof thrown === "object" && thrown !== null && Object.hasOwn(thrown, brand);
}
