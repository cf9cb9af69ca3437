import fc, { type Arbitrary } from "fast-check";

import { CheckFailure } from "./failure.ts";
import { type Check, type CheckOptions, define, type Trial } from "./lesson-checks.ts";

/** Generators, one for each argument, or one generator of all arguments at once (when they depend on each other). */
export type Given<Args extends readonly unknown[]> =
  | { readonly [K in keyof Args]: Arbitrary<Args[K]> }
  | Arbitrary<Args>;

export interface PropertyOptions<Args extends readonly unknown[]> extends CheckOptions {
  readonly given: Given<Args>;
  /** Inputs that are always tried, before the generated ones: edge cases, the data set. */
  readonly examples?: readonly Args[];
  /** How many generated inputs; the judge's usual number if left out. */
  readonly runs?: number;
}

/**
 * A statement that must hold for every input: tried on the examples and on generated inputs, drawn afresh in each grading,
 * and shown with the smallest input on which it fails.
 *
 * @example
 * property("scaled columns have mean 0", { points: 2, given: [given.matrix()] }, async (X) => {
 *   expectEach(columnMeans(await answer.standardize(await answer.fit(X), X)), "mean of column").near(0, 1e-9);
 * });
 */
export function property<Args extends readonly unknown[]>(
  statement: string,
  options: PropertyOptions<Args>,
  predicate: (...args: Args) => Promise<void>,
): Check {
  return define(statement, options, (trial) => tryInputs(options, predicate, trial));
}

/** Tries the inputs, remembers the last one that failed (shrinking goes from larger to smaller) and throws its failure. */
export async function tryInputs<Args extends readonly unknown[]>(
  { given, examples = [], runs }: PropertyOptions<Args>,
  predicate: (...args: Args) => Promise<void>,
  trial: Trial,
): Promise<void> {
  let failure: { thrown: unknown } | undefined;
  let isOver = false;
  const holds = async (args: Args): Promise<boolean> => {
    if (isOver) return true;
    trial.begin();
    try {
      await predicate(...args);
      return true;
    } catch (thrown) {
      trial.keep();
      failure = { thrown };
      isOver = stopsTheSearch(thrown);
      return false;
    }
  };
  const details = await fc.check(fc.asyncProperty(argumentsOf(given), holds), {
    seed: trial.seed | 0,
    numRuns: (runs ?? trial.runs) + examples.length,
    examples: examples.map((args): [Args] => [args]),
    interruptAfterTimeLimit: longestSearch,
    markInterruptAsFailure: true,
  });
  if (failure) throw failure.thrown;
  if (details.failed) {
    const seconds = longestSearch / 1000;
    throw new CheckFailure({
      because: `only ${details.numRuns} inputs were answered in ${seconds} s; that is too slow`,
    });
  }
}

/** Milliseconds after which a search for a (smaller) counterexample ends. */
const longestSearch = 8_000;

/** Whether going on makes no sense: the answer's process is gone, or there is nothing to ask. The judge marks such faults. */
export function stopsTheSearch(thrown: unknown): boolean {
  return typeof thrown === "object" && thrown !== null && "isFatal" in thrown && thrown.isFatal === true;
}

function argumentsOf<Args extends readonly unknown[]>(given: Given<Args>): Arbitrary<Args> {
  if (!Array.isArray(given)) return given as Arbitrary<Args>;
  return fc.tuple(...given) as unknown as Arbitrary<Args>;
}
