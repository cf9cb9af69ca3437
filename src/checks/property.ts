import fc, { type Arbitrary } from "fast-check";

import { CheckFailure } from "./failure.ts";
import { type Check, type CheckOptions, define, type Purpose, type Trial } from "./lesson-checks.ts";

/** Generators, one for each argument, or one generator of all arguments at once (when they depend on each other). */
export type Given<Args extends readonly unknown[]> =
  | { readonly [K in keyof Args]: Arbitrary<Args[K]> }
  | Arbitrary<Args>;

export interface PropertyOptions<Args extends readonly unknown[]> extends CheckOptions {
  readonly given: Given<Args>;
  /** Inputs made from the data set; tried first, so that a diagnosis can speak of this data. */
  readonly onData?: readonly Args[];
  /** Edge cases that are always tried. */
  readonly examples?: readonly Args[];
  /** How many generated inputs; the judge's usual number if left out. */
  readonly runs?: number;
}

/**
 * A statement that must hold for every input: tried on the data, on the examples and on generated inputs, drawn afresh in each
 * grading, and shown with the smallest input on which it fails.
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

/** Tries all inputs and throws the failure to show: on the smallest generated input, else on an example, else on the data. */
export async function tryInputs<Args extends readonly unknown[]>(
  { given, onData = [], examples = [], runs }: PropertyOptions<Args>,
  predicate: (...args: Args) => Promise<void>,
  trial: Trial,
): Promise<void> {
  const search = new Search(predicate, trial);
  for (const args of trial.triesData ? onData : []) await search.holds(args, "data");
  for (const args of examples) await search.holds(args, "input");
  const drawn = argumentsOf(given);
  const seed = trial.seed | 0;
  const numRuns = runs ?? trial.runs;
  const failed = search.hasFailed ? [] : await search.failingTogether(fc.sample(drawn, { seed, numRuns }));
  if ((search.hasFailed || failed.length > 0) && !search.isOver) {
    for (const args of failed) if (!(await search.holds(args, "input"))) break;
    if (search.hasFailed && !trial.explains) return search.end();
    // Other inputs, so that an answer can't do better the second time by remembering the first.
    const again = {
      seed: seed ^ 1,
      numRuns,
      interruptAfterTimeLimit: longestSearch,
      markInterruptAsFailure: true,
    };
    const details = await fc.check(
      fc.asyncProperty(drawn, (args) => search.drawnHolds(args)),
      again,
    );
    if (search.hasFailed) await search.gatherEvidence(fc.sample(drawn, { seed, numRuns: evidence }));
    else if (details.failed) throw tooSlow(details.numRuns, numRuns);
  }
  search.end();
}

/** Tries inputs one after another and remembers the failure to show: shrinking goes on from larger to smaller ones. */
class Search<Args extends readonly unknown[]> {
  isOver = false;
  private failure: { thrown: unknown } | undefined;
  private isShrinking = false;
  private readonly predicate: (...args: Args) => Promise<void>;
  private readonly trial: Trial;

  constructor(predicate: (...args: Args) => Promise<void>, trial: Trial) {
    this.predicate = predicate;
    this.trial = trial;
  }

  get hasFailed(): boolean {
    return this.failure !== undefined;
  }

  async holds(args: Args, purpose: Purpose): Promise<boolean> {
    if (this.isOver) return true;
    this.trial.begin(purpose);
    try {
      await this.predicate(...args);
      return true;
    } catch (thrown) {
      this.trial.keep();
      this.failure = { thrown };
      this.isOver = stopsTheSearch(thrown);
      return false;
    }
  }

  /**
   * Tries inputs side by side, the quickest way, since the answer need not wait for the judge after each, and gives back those
   * that failed. A few go first; where they are slow, so are the rest, and the search ends when its time is up.
   *
   * A failure counts when each input was one call. Where there were more, the calls for one input came between those for
   * another, and an answer that remembers may mind: then trying one after another decides.
   */
  async failingTogether(inputs: readonly Args[]): Promise<readonly Args[]> {
    const started = performance.now();
    this.trial.begin("input");
    for (let next = 0; next < inputs.length; ) {
      const elapsed = performance.now() - started;
      if (elapsed > longestSearch) throw tooSlow(next, inputs.length);
      const together = inputs.slice(next, elapsed > quick || next === 0 ? next + aFew : undefined);
      next += together.length;
      const before = this.trial.calls;
      const results = await Promise.allSettled(together.map((args) => this.predicate(...args)));
      const failed = results.find((result) => result.status === "rejected");
      if (!failed) continue;
      this.isOver = stopsTheSearch(failed.reason);
      if (this.isOver || this.trial.calls - before <= together.length)
        this.failure = { thrown: failed.reason };
      return together.filter((_, i) => results[i]?.status === "rejected");
    }
    return [];
  }

  /** A drawn input; whatever comes after the first that fails is a step towards a smaller one. */
  async drawnHolds(args: Args): Promise<boolean> {
    const holds = await this.holds(args, this.isShrinking ? "smaller" : "input");
    this.isShrinking ||= !holds;
    return holds;
  }

  /** Asks a few inputs as they were drawn, only so that a diagnosis can tell mistakes apart that look alike on small ones. */
  async gatherEvidence(inputs: readonly Args[]): Promise<void> {
    if (this.isOver) return;
    this.trial.begin("input");
    await Promise.allSettled(inputs.map((args) => this.predicate(...args)));
  }

  /** @throws whatever the last failing input led to */
  end(): void {
    if (this.failure) throw this.failure.thrown;
  }
}

function tooSlow(done: number, all: number): CheckFailure {
  const because = `only ${done} of ${all} inputs were answered in ${longestSearch / 1000} s: that is too slow`;
  return new CheckFailure({ because });
}

/** How many inputs go first, and the milliseconds in which they are quick. */
const aFew = 4;
const quick = 250;
/** How many inputs are asked for a diagnosis' sake. */
const evidence = 12;
/** Milliseconds after which a search for a (smaller) counterexample ends. */
const longestSearch = 8_000;

/** Whether going on makes no sense: the answer's process is gone, or there is nothing to ask. The judge marks such faults. */
function stopsTheSearch(thrown: unknown): boolean {
  return typeof thrown === "object" && thrown !== null && "isFatal" in thrown && thrown.isFatal === true;
}

function argumentsOf<Args extends readonly unknown[]>(given: Given<Args>): Arbitrary<Args> {
  if (!Array.isArray(given)) return given as Arbitrary<Args>;
  return fc.tuple(...given) as unknown as Arbitrary<Args>;
}
