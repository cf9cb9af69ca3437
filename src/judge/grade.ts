import { readFileSync } from "node:fs";

import type { Check } from "../checks/lesson-checks.ts";
import type { Stage } from "../data/index.ts";
import { usualLimits } from "./answer-process.ts";
import { type Bundle, type BundleError, bundleAnswer } from "./bundle.ts";
import { type CheckRun, runCheck } from "./check-run.ts";
import { Diagnostician } from "./diagnosis.ts";
import type { LessonModule } from "./lesson-module.ts";
import { LoadedAnswer } from "./loaded-answer.ts";
import type { ProcessPool } from "./process-pool.ts";
import { remoteAnswer } from "./remote.ts";
import { Session } from "./session.ts";
import { codeFrame } from "./source-place.ts";
import { typeNotesOf } from "./type-notes.ts";
import type { CheckVerdict, ShownError, Verdict } from "./verdict.ts";

/** One grading: which answer to which lesson, on which data. */
export interface GradeRequest {
  readonly root: string;
  readonly lesson: { readonly id: string; readonly number: number; readonly title: string };
  readonly module: LessonModule;
  readonly stage: Stage;
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
  const code = request.code ?? readFileSync(request.file, "utf8");
  const typeNotes = typeNotesOf(request.root, request.file, code, request.signal);
  const { root, offLimits, file } = request;
  const bundle = await bundleAnswer(file, code, { root, offLimits });
  request.signal?.throwIfAborted();
  const parts =
    "error" in bundle ? withTrouble(request, code, bundle.error) : await examine(request, code, bundle);
  const { lesson, stage, seed } = request;
  const points = sumOf(parts.checks, "points");
  const outOf = sumOf(parts.checks, "outOf");
  return {
    version: 1,
    lesson: { id: lesson.id, number: lesson.number, title: lesson.title },
    dataset: stage.dataset.name,
    seed,
    isolation: { level: "process" },
    points,
    outOf,
    passed: outOf > 0 && points === outOf,
    ...parts,
    typeNotes: await typeNotes,
    milliseconds: Math.round(performance.now() - started),
  };
}

type Parts = Pick<Verdict, "checks" | "printed" | "trouble">;

function withTrouble(request: GradeRequest, code: string, { message, line, column }: BundleError): Parts {
  const trouble: ShownError = { message, line, column, frame: codeFrame(code, { line, column: column + 1 }) };
  const { checks } = new Bench(request);
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
class Bench {
  readonly checks: readonly Check[];
  readonly session: Session;

  constructor({ module, stage }: GradeRequest, answer?: LoadedAnswer) {
    const { checks, loadSolution } = module;
    const freeShape = new Set(checks.options.freeShape);
    this.session = new Session({
      source: answer ?? noAnswer,
      loadSolution,
      freeShape,
      callMs: usualLimits.callMs,
    });
    const reference = loadSolution() as never;
    this.checks = checks.build({ answer: remoteAnswer(this.session, reference) as never, reference, stage });
  }
}

const noAnswer = {
  current: () => Promise.reject(new Error("there is no answer to ask")),
};

async function examine(request: GradeRequest, code: string, bundle: Bundle): Promise<Parts> {
  const { module, stage, pool, signal, onCheck } = request;
  const answer = new LoadedAnswer(pool, bundle.code, signal);
  const { checks, session } = new Bench(request, answer);
  const diagnostician = new Diagnostician(module.mistakes, stage.table.featureNames);
  const run: CheckRun = {
    session,
    diagnostician,
    seed: request.seed,
    runs: request.runs ?? usualRuns,
    source: { code, map: bundle.map, file: request.file },
  };
  const verdicts: CheckVerdict[] = [];
  try {
    for (const [i, check] of checks.entries()) {
      signal?.throwIfAborted();
      onCheck?.(check, i, checks.length);
      verdicts.push({ ...outline(check), ...(await runCheck(check, run, verdicts)) });
    }
  } finally {
    await answer.end(); console.error("ended", performance.now().toFixed(0));
  }
  signal?.throwIfAborted();
  return { checks: verdicts, printed: answer.printed };
}

/** Generated inputs a property tries in one grading. */
const usualRuns = 40;

function outline({ id, statement, points }: Check): Omit<CheckVerdict, "status"> {
  return { id, statement, points: 0, outOf: points };
}

function sumOf(checks: readonly CheckVerdict[], key: "points" | "outOf"): number {
  return checks.reduce((sum, check) => sum + check[key], 0);
}
