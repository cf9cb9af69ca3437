/** What became of a check; only `passed` earns points. */
export type Status = "passed" | "failed" | "todo" | "error" | "timeout" | "memory" | "skipped";

/** A call of the answer as a person would write it, and what came back. */
export interface ShownCall {
  readonly call: string;
  readonly gave: string;
}

/** The smallest input found on which the statement does not hold. */
export interface Counterexample {
  readonly calls: readonly ShownCall[];
  /** Where in the last value, as `.scale[0]`. */
  readonly path?: string;
  readonly gave?: string;
  readonly expected?: string;
}

/** The known mistake that the answer behaves like. */
export interface Diagnosis {
  readonly mistake: string;
  readonly explanation: string;
  readonly next?: string;
  /** A number that gives it away, from the data set if there is one. */
  readonly evidence?: {
    readonly call: string;
    readonly isOnData: boolean;
    readonly path: string;
    readonly column?: string;
    readonly gave: string;
    readonly right: string;
  };
}

/** What went wrong where in the learner's text. */
export interface ShownError {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  readonly frame?: string;
}

/** Numbers that the answer gave on the data set, and the right ones in the same places; some of many. */
export interface Compared {
  readonly call: string;
  readonly gave: readonly number[];
  readonly right: readonly number[];
  /** How many there are in all. */
  readonly of: number;
}

export interface CheckVerdict {
  readonly id: string;
  readonly statement: string;
  readonly status: Status;
  readonly points: number;
  readonly outOf: number;
  /** Why it isn't passed, in a sentence. */
  readonly because?: string;
  readonly counterexample?: Counterexample;
  readonly diagnosis?: Diagnosis;
  readonly compared?: Compared;
  readonly error?: ShownError;
  readonly next?: string;
}

/** The result of one grading. Every text that stems from the answer is untrusted: print it only through `printable`. */
export interface Verdict {
  readonly version: 1;
  readonly lesson: { readonly id: string; readonly number: number; readonly title: string };
  readonly dataset: string;
  readonly seed: number;
  /** How the answer was kept apart, and what it was allowed. */
  readonly isolation: { readonly level: "process" };
  readonly points: number;
  readonly outOf: number;
  readonly passed: boolean;
  readonly checks: readonly CheckVerdict[];
  /** A fault that concerns the exercise as a whole, such as a syntax error. */
  readonly trouble?: ShownError;
  /** Type errors: worth knowing, no reason to fail. */
  readonly typeNotes: readonly ShownError[];
  readonly printed: { readonly text: string; readonly isCut: boolean };
  readonly milliseconds: number;
}
