import type { CheckVerdict, ShownCall } from "../verdict.ts";

/** A program that loses points, and what each check said of it; all of them were tried with the same seed on the same data. */
export interface WrongProgram {
  /** Where it comes from, for a person: "a mutant, solution.ts:31". */
  readonly from: string;
  /** The lines that make it what it is, or those of the function that went wrong. */
  readonly codeFor: (failed: CheckVerdict) => string;
  /** How often it was seen. */
  readonly times: number;
  readonly verdicts: readonly CheckVerdict[];
}

/** What some programs do alike, and no mistake of the lesson explains. */
export interface Behaviour {
  readonly times: number;
  /** Ids of the checks that fail. */
  readonly checks: readonly string[];
  /** The smallest input on which the first of them fails. */
  readonly calls: readonly ShownCall[];
  readonly because: string;
  readonly programs: readonly { readonly from: string; readonly code: string }[];
}

/**
 * Groups the programs that no mistake explains by what they do: they fail the same checks, and on the same inputs with the same wrong
 * values. The most frequent behaviour comes first. What an answer's own error, endless loop or missing part says is explained by that.
 */
export function unexplainedBehaviours(programs: readonly WrongProgram[]): Behaviour[] {
  const groups = new Map<string, Behaviour>();
  for (const { from, codeFor, times, verdicts } of programs) {
    const failed = verdicts.filter(({ status }) => status === "failed");
    const [first] = failed;
    if (first === undefined || failed.some(({ diagnosis }) => diagnosis)) continue;
    const key = JSON.stringify(
      failed.map(({ id, counterexample, because }) => [id, counterexample, because]),
    );
    const before = groups.get(key);
    groups.set(key, {
      times: (before?.times ?? 0) + times,
      checks: failed.map(({ id }) => id),
      calls: first.counterexample?.calls ?? [],
      because: first.because ?? "",
      programs: [...(before?.programs ?? []), { from, code: codeFor(first) }],
    });
  }
  return [...groups.values()].sort((one, other) => other.times - one.times);
}
