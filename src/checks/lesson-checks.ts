import type { Plain } from "./plain.ts";

/**
 * What an input is asked for: `data` stems from the data set, `input` was written down or drawn, `smaller` is a step of the
 * search for a smaller counterexample, which says little about how often an answer is wrong.
 */
export type Purpose = "data" | "input" | "smaller";

/** What the judge lends to a check while it runs. */
export interface Trial {
  /** Seeds every draw of this check; another in each grading. */
  readonly seed: number;
  /** How many generated inputs a property tries. */
  readonly runs: number;
  /**
   * Whether what no seed changes is tried: inputs from the data set, and statements with a body of their own. A proof under many seeds
   * tries it once.
   */
  readonly triesData: boolean;
  /** Whether a failure is to be explained: by the smallest input that can be found, and by more calls for a diagnosis. */
  readonly explains: boolean;
  /** How many calls this check has made so far. */
  readonly calls: number;
  /** Tells the judge that a new input begins, so that the calls before it are no part of a counterexample. */
  begin(purpose: Purpose): void;
  /** Tells the judge that the input which began last is the counterexample to show, until a smaller one is found. */
  keep(): void;
}

/** One auto-graded statement about the answer. */
export interface Check {
  readonly id: string;
  readonly statement: string;
  readonly points: number;
  /** Ids of checks that must have passed before this one makes sense. */
  readonly after: readonly string[];
  /** What to look at next when it fails; a full sentence. */
  readonly next: string | undefined;
  /** Longest time for one call of the answer, in seconds. */
  readonly seconds: number | undefined;
  run(trial: Trial): Promise<void>;
}

/** What every kind of check takes besides its statement and body. */
export interface CheckOptions {
  readonly points: number;
  /** The check's name in hints, logs and `after`; the statement as kebab-case if left out. */
  readonly id?: string;
  readonly after?: string | readonly string[];
  readonly next?: string;
  readonly seconds?: number;
}

type Call = (...args: never[]) => unknown;
type Instance = abstract new (...args: never[]) => object;

/** An object that lives in the answer's process; each method is asked over there. */
export type RemoteInstance<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result> extends T ? RemoteInstance<T> : Awaited<Result>>
    : () => Promise<T[K]>;
};

/** A module that lives in the answer's process: functions are asked over there, classes make instances there. */
export type Remote<Module> = {
  readonly [K in keyof Module]: Module[K] extends Instance
    ? { create(...args: ConstructorParameters<Module[K]>): Promise<RemoteInstance<InstanceType<Module[K]>>> }
    : Module[K] extends (...args: infer Args) => infer Result
      ? (...args: Args) => Promise<Awaited<Result>>
      : never;
};

/** What a lesson's checks are built from. */
export interface Bench<Module, Stage> {
  /** The learner's code, in its own process. What it returns has the shape of the reference's value, or the check fails. */
  readonly answer: Remote<Module>;
  /** The lesson's solution, here. */
  readonly reference: Module;
  /** The data set that this grading is about. */
  readonly stage: Stage;
}

export interface ChecksOptions {
  /** Exports whose value need not have the reference's shape (a tree, a random draw); their checks look for themselves. */
  readonly freeShape?: readonly string[];
  /** Exports whose value has the reference's shape, but may hold NaN or an infinity where the reference holds a number. */
  readonly freeNumbers?: readonly string[];
}

/** A lesson's checks before they have met an answer. */
export interface LessonChecks<Module = Record<string, Call | Instance>, Stage = unknown> {
  readonly options: ChecksOptions;
  build(bench: Bench<Module, Stage>): readonly Check[];
}

/**
 * Declares a lesson's checks; the default export of its checks.ts.
 *
 * @example
 * export default checks<typeof import("./solution.ts"), Stage>((bench) => [
 *   agreesWith(bench, "mean", { points: 2, given: [given.numbers()] }),
 * ]);
 */
export function checks<Module, Stage = unknown>(
  build: (bench: Bench<Module, Stage>) => readonly Check[],
  options: ChecksOptions = {},
): LessonChecks<Module, Stage> {
  return { options, build };
}

/**
 * One statement, checked by a body that asks the answer and throws a CheckFailure when the statement does not hold.
 *
 * @example
 * check("the order of the rows doesn't matter", { points: 1 }, async () => {
 *   expectEqual(await answer.mean([2, 1]), await answer.mean([1, 2]));
 * });
 */
export function check(statement: string, options: CheckOptions, body: () => Promise<void>): Check {
  return define(statement, options, async (trial) => {
    if (!trial.triesData) return;
    trial.begin("data");
    try {
      await body();
    } catch (thrown) {
      trial.keep();
      throw thrown;
    }
  });
}

/** Fills in what a check's options leave out. */
export function define(statement: string, options: CheckOptions, run: Check["run"]): Check {
  const after = options.after ?? [];
  return {
    id:
      options.id ??
      statement
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, ""),
    statement,
    points: options.points,
    after: typeof after === "string" ? [after] : after,
    next: options.next,
    seconds: options.seconds,
    run,
  };
}

/** What `agreesWith` compares: a value from the answer with the reference's, for the arguments that both were given. */
export type Compare = (gave: Plain, expected: Plain, args: readonly Plain[]) => void;
