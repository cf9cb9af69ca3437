import { readFileSync } from "node:fs";

import type { Check } from "../checks/lesson-checks.ts";
import type { Stage } from "../data/index.ts";
import { usualLimits } from "./answer-process.ts";
import { type Bundle, type BundleError, bundleAnswer } from "./bundle.ts";
import { type CheckRun, errorOf, runCheck } from "./check-run.ts";
import { Diagnostician } from "./diagnosis.ts";
import type { LessonModule } from "./lesson-module.ts";
import { LoadedAnswer } from "./loaded-answer.ts";
import { closeGaps } from "./open-gaps.ts";
import type { ProcessPool } from "./process-pool.ts";
import { remoteAnswer } from "./remote.ts";
import { type ProcessSource, Session } from "./session.ts";
import { codeFrame } from "./source-place.ts";
import { typeNotesOf } from "./type-notes.ts";
import type { CheckVerdict, ShownError, Verdict } from "./verdict.ts";

/** What a lesson's checks stand on. */
export interface LessonBench {
  readonly module: LessonModule;
  readonly stage: Stage;
}

/** One grading: which answer to which lesson, on which data. */
export interface GradeRequest {
  readonly root: string;
  readonly lesson: { readonly id: string; readonly number: number; readonly title: string };
  /** The lesson's code and data; may still be on their way, while the answer is being read. */
  readonly bench: Promise<LessonBench>;
  readonly offLimits: readonly string[];
  /** The answer's path, for messages and imports; its text may be given apart. */
  readonly file: string;
  readonly code?: string;
  readonly seed: number;
  /** How many generated inputs a property tries. */
  readonly runs?: number;
  readonly pool: ProcessPool;
  readonly signal?: AbortSignal;
  /** Called before each check, so that a long grading can say where it is. */
  readonly onCheck?: (check: Check, index: number, count: number) => void;
}

/**
 * Grades an answer: runs it in a process of its own, asks it what the lesson's checks want to know, and says what they found.
 *
 * @throws DOMException "AbortError" when the signal cancels it
 */
export async function grade(request: GradeRequest): Promise<Verdict> {
  const started = performance.now();
  const { root, offLimits, file, lesson, seed, signal } = request;
  const code = request.code ?? readFileSync(file, "utf8");
  const typeNotes = typeNotesOf(root, file, code, signal);
  const bundling = bundleAnswer(file, closeGaps(code), { root, offLimits });
  const [bundle, bench] = await Promise.all([bundling, request.bench]);
  signal?.throwIfAborted();
  const parts =
    "error" in bundle ? withTrouble(bench, bundle.error) : await examine(request, bench, code, bundle);
  const points = sumOf(parts.checks, "points");
  const outOf = sumOf(parts.checks, "outOf");
  return {
    version: 1,
    lesson: { id: lesson.id, number: lesson.number, title: lesson.title },
    dataset: bench.stage.dataset.name,
    seed,
    isolation: { level: "process" },
    points,
    outOf,
    passed: outOf > 0 && points === outOf,
    ...parts,
    typeNotes: "error" in bundle ? [] : await typeNotes,
    milliseconds: Math.round(performance.now() - started),
  };
}

type Parts = Pick<Verdict, "checks" | "printed" | "trouble">;

/** Asks nothing of anybody: for a look at a lesson's checks alone. */
export const noAnswer: ProcessSource = {
  current: () => Promise.reject(new Error("there is no answer to ask")),
};

function withTrouble(bench: LessonBench, { message, line, column, code }: BundleError): Parts {
  const place = { line, column: column + 1 };
  const trouble: ShownError = {
    message: `Your file can’t be read: ${message}`,
    ...place,
    frame: codeFrame(code, place),
  };
  const { checks } = checksFor(bench, noAnswer);
  return {
    checks: checks.map((check) => ({
      ...outline(check),
      status: "error",
      because: "The exercise could not be read.",
    })),
    printed: { text: "", isCut: false },
    trouble,
  };
}

/** Builds a lesson's checks around a session that asks the answer. */
export function checksFor(
  { module, stage }: LessonBench,
  source: ProcessSource,
): { checks: readonly Check[]; session: Session } {
  const { checks, loadSolution } = module;
  const reference = loadSolution();
  const session = new Session({
    source,
    reference,
    loadSolution,
    shapes: checks.options,
    callMs: usualLimits.callMs,
  });
  const answer = remoteAnswer(session, reference);
  return { checks: checks.build({ answer, reference, stage } as never), session };
}

async function examine(
  request: GradeRequest,
  bench: LessonBench,
  code: string,
  bundle: Bundle,
): Promise<Parts> {
  const { pool, signal } = request;
  const answer = new LoadedAnswer(pool, bundle.script, signal);
  const source = { code, ...bundle };
  let checks: readonly CheckVerdict[];
  try {
    checks = await runChecks(bench, answer, { ...request, source });
  } finally {
    await answer.end();
  }
  signal?.throwIfAborted();
  const trouble = answer.refusal ? errorOf(answer.refusal, source) : undefined;
  return { checks, printed: answer.printed, ...(trouble ? { trouble } : {}) };
}

/** What a run of all checks takes besides the answer. */
type ChecksRun = Pick<GradeRequest, "seed" | "runs" | "signal" | "onCheck"> &
  Pick<CheckRun, "source"> &
  Partial<Pick<CheckRun, "triesData" | "explains">> & {
    /** Whether the first check that does not pass is the last one. */
    readonly untilFailure?: boolean;
  };

/** Asks an answer all that a lesson's checks want to know, one check after another. */
export async function runChecks(
  bench: LessonBench,
  answer: ProcessSource,
  options: ChecksRun,
): Promise<readonly CheckVerdict[]> {
  const { runs = usualRuns, triesData = true, explains = true, untilFailure = false } = options;
  const { seed, source, signal, onCheck } = options;
  const { checks, session } = checksFor(bench, answer);
  const diagnostician = new Diagnostician(bench.module.mistakes, bench.stage.table.featureNames);
  const run: CheckRun = { session, diagnostician, seed, runs, triesData, explains, source };
  const verdicts: CheckVerdict[] = [];
  for (const [i, check] of checks.entries()) {
    signal?.throwIfAborted();
    onCheck?.(check, i, checks.length);
    const verdict = { ...outline(check), ...(await runCheck(check, run, verdicts)) };
    verdicts.push(verdict);
    if (untilFailure && verdict.status !== "passed") break;
  }
  return verdicts;
}

/** Generated inputs a property tries in one grading. */
const usualRuns = 20;

function outline({ id, statement, points }: Check): Omit<CheckVerdict, "status"> {
  return { id, statement, points: 0, outOf: points };
}

function sumOf(checks: readonly CheckVerdict[], key: "points" | "outOf"): number {
  return checks.reduce((sum, check) => sum + check[key], 0);
}
