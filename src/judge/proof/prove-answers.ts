import { type LessonBench, runChecks } from "../grade.ts";
import type { ModuleExports } from "../local-answer.ts";
import type { CheckVerdict } from "../verdict.ts";
import type { ProofFault } from "./fault.ts";
import { TrustedAnswer } from "./trusted-answer.ts";

/** One of the lesson's own programs: its file, and a new copy of it with each call. */
export interface OwnProgram {
  readonly file: string;
  load(): ModuleExports;
}

/** Where a proof stands: a lesson's checks on a data set, and the seeds to try. */
export interface Trials {
  readonly bench: LessonBench;
  readonly seeds: readonly number[];
}

/** What a run of the checks need not do. */
type Effort = { seed: number; triesData?: boolean; explains?: boolean; untilFailure?: boolean };

/** Runs a lesson's checks on one of its own programs, in this process. */
export function gradeTrusted(
  bench: LessonBench,
  program: OwnProgram,
  effort: Effort,
): Promise<readonly CheckVerdict[]> {
  const source = { code: "", map: "", name: program.file };
  return runChecks(bench, new TrustedAnswer(program.load()), { ...effort, source });
}

/**
 * A right answer must pass every check, whatever is drawn; the first seed with which it does not is told. The data set's own
 * inputs are the same under every seed, and tried with the first.
 *
 * @returns what was found, and how many seeds there was time for: a lesson whose checks train nets takes seconds for each
 */
export async function proveRight(
  program: OwnProgram,
  { bench, seeds }: Trials,
): Promise<{ faults: ProofFault[]; tried: number }> {
  const started = performance.now();
  for (const [i, seed] of seeds.entries()) {
    if (i > 0 && performance.now() - started > longestTrial) return { faults: [], tried: i };
    const verdicts = await gradeTrusted(bench, program, { seed, triesData: i === 0 });
    const failed = verdicts.find(({ status }) => status !== "passed");
    if (failed === undefined) continue;
    const fault = {
      where: placeOf(program, bench, seed),
      what: `“${failed.statement}” refuses it: ${failed.because ?? failed.status}${callsOf(failed)}`,
      hint: "Either this answer is wrong, or the check demands more than the text and the comments of the solution say.",
    };
    return { faults: [fault], tried: i + 1 };
  }
  return { faults: [], tried: seeds.length };
}

/** Milliseconds for one program on one data set. */
const longestTrial = 20_000;

/** A mistake must lose points, and wherever it is explained, as itself. */
export async function proveMistake(
  name: string,
  program: OwnProgram,
  { bench, seeds }: Trials,
): Promise<ProofFault[]> {
  for (const seed of seeds) {
    const verdicts = await gradeTrusted(bench, program, { seed });
    const failed = verdicts.filter(({ status }) => status !== "passed");
    const named = new Set(failed.flatMap(({ diagnosis }) => diagnosis?.mistake ?? []));
    const fault = failed.length === 0 ? passes : namingFault(name, named);
    if (fault) return [{ where: placeOf(program, bench, seed), ...fault }];
  }
  return [];
}

const passes = {
  what: "it passes every check.",
  hint: "Add a check or an example that tells it from the solution, or delete it if it is right.",
};

function namingFault(name: string, named: ReadonlySet<string>): Omit<ProofFault, "where"> | null {
  const others = [...named].filter((other) => other !== name);
  if (others.length > 0) {
    return {
      what: `it is taken for ${others.join(" and ")}.`,
      hint: "Add an input on which the two differ, or make one mistake of them.",
    };
  }
  if (named.size > 0) return null;
  return {
    what: "it loses points, and nothing names it.",
    hint: "Its wrong value must come back when the mistake is run on the same input: look for randomness, or for what it shares with others.",
  };
}

function placeOf({ file }: OwnProgram, { stage }: LessonBench, seed: number): string {
  return `${file} on ${stage.dataset.name}, seed ${seed}`;
}

function callsOf({ counterexample }: CheckVerdict): string {
  const calls = counterexample?.calls.map(({ call }) => call).join("; ") ?? "";
  return calls === "" ? "" : ` (${calls.slice(0, 400)})`;
}
