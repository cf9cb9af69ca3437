import { type Difference, differenceOf } from "../checks/difference.ts";
import { isPlainArray, isPlainObject, type Plain } from "../checks/plain.ts";
import { showPair } from "../checks/show-plain.ts";
import type { Mistake } from "./lesson-module.ts";
import { LocalAnswer, type Outcome, projected } from "./local-answer.ts";
import type { TracedCall } from "./session.ts";
import type { Diagnosis } from "./verdict.ts";

/** How near numbers must be for two answers to count as the same: float32 and float64 versions of one formula do. */
const within = 1e-5;

/** Two answers that both give NaN behave the same. */
const even = { evenNaN: true };

/** A mistake, run on the same calls as the answer. */
interface Rerun {
  readonly mistake: Mistake;
  readonly outcomes: Map<TracedCall, Outcome>;
  /** How much of the trace it has been taken through. */
  seen: number;
  /** The mistake as one process of the answer would have run it; none before the first failure. */
  local: LocalAnswer | undefined;
  life: number;
}

/**
 * Finds the known mistake that an answer behaves like, by running every mistake on what the answer was asked.
 *
 * One instance serves one grading: mistakes that remember earlier calls are run on all of them, in order.
 */
export class Diagnostician {
  private readonly reruns: Rerun[];
  private readonly columnNames: readonly string[];

  constructor(mistakes: readonly Mistake[], columnNames: readonly string[]) {
    this.columnNames = columnNames;
    this.reruns = mistakes.map((mistake) => ({
      mistake,
      outcomes: new Map(),
      seen: 0,
      local: undefined,
      life: 0,
    }));
  }

  /**
   * Names the mistake that best explains a check's failure, or null.
   *
   * @param trace every call of the grading so far
   * @param from where in it the failed check began
   * @param shown the calls of the counterexample
   */
  async diagnose(
    trace: readonly TracedCall[],
    from: number,
    shown: readonly TracedCall[],
  ): Promise<Diagnosis | null> {
    let best: { rerun: Rerun; score: number } | null = null;
    for (const rerun of this.reruns) {
      await this.catchUp(rerun, trace, shown);
      const score = scoreOf(rerun, trace, from, shown);
      if (score > (best?.score ?? 0)) best = { rerun, score };
    }
    return best ? this.describe(best.rerun, trace, from) : null;
  }

  /** Runs the mistake on what it has not seen; of the search for a smaller input, only on what is shown of it. */
  private async catchUp(
    rerun: Rerun,
    trace: readonly TracedCall[],
    shown: readonly TracedCall[],
  ): Promise<void> {
    for (; rerun.seen < trace.length; rerun.seen++) {
      const traced = trace[rerun.seen];
      if (!traced || (traced.purpose === "smaller" && !shown.includes(traced))) continue;
      if (rerun.mistake.taken.has(traced.call.name)) {
        rerun.outcomes.set(traced, traced.reference);
        continue;
      }
      if (!rerun.local || traced.life !== rerun.life) {
        rerun.local = new LocalAnswer(rerun.mistake.load());
        rerun.life = traced.life;
      }
      rerun.outcomes.set(traced, await rerun.local.perform(traced.call, traced.made));
    }
  }

  private describe({ mistake, outcomes }: Rerun, trace: readonly TracedCall[], from: number): Diagnosis {
    const { name, explanation, next } = mistake;
    const telling = trace
      .slice(from)
      .map((traced) => ({ traced, outcome: outcomes.get(traced) }))
      .filter(
        ({ traced, outcome }) =>
          isWrong(traced) && outcome && isSame(traced.answer, outcome, traced.reference),
      );
    const chosen = telling.find(({ traced }) => traced.purpose === "data") ?? telling.at(-1);
    const evidence = chosen && !chosen.traced.isFree ? this.evidenceOf(chosen.traced) : null;
    return { mistake: name, explanation, ...(next ? { next } : {}), ...(evidence ? { evidence } : {}) };
  }

  private evidenceOf(traced: TracedCall): Diagnosis["evidence"] | null {
    const difference = firstDifference(traced.answer, traced.reference);
    if (!difference) return null;
    const column = traced.purpose === "data" ? this.columnAt(difference, traced.reference) : undefined;
    const [gave, right] = showPair(difference.gave, difference.expected);
    return {
      call: traced.call.name,
      isOnData: traced.purpose === "data",
      path: difference.path,
      ...(column === undefined ? {} : { column }),
      gave,
      right,
    };
  }

  /** The data set's column that a place in a value belongs to, when its last index counts as many numbers as there are columns. */
  private columnAt({ path }: Difference, reference: Outcome): string | undefined {
    const steps = path.match(/[^.[\]]+/g) ?? [];
    const last = steps.pop();
    let holder: Plain | undefined = "value" in reference ? reference.value : undefined;
    for (const step of steps) {
      if (isPlainArray(holder)) holder = holder[Number(step)];
      else holder = isPlainObject(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined;
    }
    // A list of one number is no row of features, even where there is a single feature.
    if (this.columnNames.length < 2 || holder === undefined) return undefined;
    if (!isPlainArray(holder) || holder.length !== this.columnNames.length) return undefined;
    return holder.every((each) => typeof each === "number") ? this.columnNames[Number(last)] : undefined;
  }
}

/**
 * How well a mistake explains what an answer did in a check; 0 for not at all.
 *
 * It must give the same wrong value in the call that is shown, or on the data set, and must hardly ever be wrong where the
 * answer is right. Of several, the one that explains the call that is shown wins, then the one that explains most.
 */
function scoreOf(
  { outcomes }: Rerun,
  trace: readonly TracedCall[],
  from: number,
  shown: readonly TracedCall[],
): number {
  const focus = shown.findLast(isWrong);
  let explained = 0;
  let unexplained = 0;
  let contradicted = 0;
  let explainsFocus = false;
  let explainsData = false;
  for (const traced of trace.slice(from)) {
    const outcome = outcomes.get(traced);
    if (!outcome || (traced.purpose === "smaller" && traced !== focus)) continue;
    // A mistake that is right where the answer is seen to fail may explain something else, but not this.
    if (traced === focus && isSame(outcome, traced.reference, traced.reference)) return 0;
    if (!isWrong(traced)) contradicted += isSame(outcome, traced.reference, traced.reference) ? 0 : 1;
    else if (!isSame(traced.answer, outcome, traced.reference)) unexplained++;
    else {
      explained++;
      explainsFocus ||= traced === focus;
      explainsData ||= traced.purpose === "data";
    }
  }
  const share = explained / Math.max(1, explained + unexplained);
  const isPlausible = contradicted * 4 <= explained && (explainsData || (explainsFocus && share >= 1 / 4));
  return isPlausible ? share + (explainsFocus ? 1 : 0) + (explainsData ? 1 / 2 : 0) : 0;
}

function isWrong({ answer, reference }: TracedCall): boolean {
  return !isSame(answer, reference, reference);
}

/** Whether two outcomes are the same, as far as the reference's value has a say in what belongs to it. */
function isSame(one: Outcome, other: Outcome, reference: Outcome): boolean {
  if (one === other) return true;
  if ("threw" in one || "threw" in other) return "threw" in one && "threw" in other;
  if ((one.argsNow === undefined) !== (other.argsNow === undefined)) return false;
  const model = "value" in reference ? reference.value : other.value;
  const [a, b] = [projected(one.value, model), projected(other.value, model)];
  return differenceOf(a, b, within, even) === null && differenceOf(b, a, within, even) === null;
}

function firstDifference(answer: Outcome, reference: Outcome): Difference | null {
  if ("threw" in answer || "threw" in reference) return null;
  return differenceOf(answer.value, reference.value, within, even);
}
