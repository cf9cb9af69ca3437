import { createHash } from "node:crypto";

import { type Finding, isCheckFailure } from "../checks/failure.ts";
import type { Check, Purpose, Trial } from "../checks/lesson-checks.ts";
import { showPair } from "../checks/show-plain.ts";
import { comparedNumbers } from "./compared.ts";
import type { Diagnostician } from "./diagnosis.ts";
import { AnswerFault } from "./fault.ts";
import type { Session, TracedCall } from "./session.ts";
import { showCalls } from "./show-calls.ts";
import { codeFrame, placeInStack } from "./source-place.ts";
import type { CheckVerdict, ShownError, Status } from "./verdict.ts";

/** What all checks of one grading share. */
export interface CheckRun {
  readonly session: Session;
  readonly diagnostician: Diagnostician;
  readonly seed: number;
  readonly runs: number;
  readonly triesData: boolean;
  readonly explains: boolean;
  readonly source: { readonly code: string; readonly map: string; readonly name: string };
}

type Result = Omit<CheckVerdict, "id" | "statement" | "outOf">;

/**
 * Runs one check and says what it found. A check counts only if it ran to its end and held.
 *
 * @param before the verdicts of the checks before it, which it may build on
 */
export async function runCheck(
  check: Check,
  run: CheckRun,
  before: readonly CheckVerdict[],
): Promise<Result> {
  const missing = before.find(({ id, status }) => check.after.includes(id) && status !== "passed");
  if (missing?.status === "todo") return { status: "todo", points: 0, because: missing.because ?? "" };
  if (missing) return { status: "skipped", points: 0, because: `It builds on “${missing.statement}”.` };
  const { session } = run;
  const recorder = new Recorder(session, run, check);
  session.callMs = (check.seconds ?? usualSeconds) * 1000;
  try {
    await check.run(recorder);
    if (recorder.fatal) throw recorder.fatal;
    // What no seed changes may be left out, and then there is nothing to ask.
    if (recorder.calls === 0 && run.triesData)
      throw new Error(`the check ${check.id} asked the answer nothing`);
    return { status: "passed", points: check.points };
  } catch (thrown) {
    const fault = recorder.fatal ?? thrown;
    const next = check.next === undefined ? {} : { next: check.next };
    return { points: 0, ...next, ...(await explain(fault, run, recorder)) };
  }
}

const usualSeconds = 2;

/** Notes which calls belong to the input that is being tried, and which to the counterexample to show. */
class Recorder implements Trial {
  readonly seed: number;
  readonly runs: number;
  readonly triesData: boolean;
  readonly explains: boolean;
  readonly start: number;
  kept: readonly TracedCall[] = [];
  private readonly session: Session;
  private from: number;

  constructor(session: Session, { seed, runs, triesData, explains }: CheckRun, check: Check) {
    this.session = session;
    this.seed = createHash("sha256").update(`${seed} ${check.id}`).digest().readInt32LE(0);
    this.runs = runs;
    this.triesData = triesData;
    this.explains = explains;
    this.start = session.trace.length;
    this.from = this.start;
    session.fatal = undefined;
    session.fatalCall = undefined;
  }

  get fatal(): AnswerFault | undefined {
    return this.session.fatal;
  }

  get calls(): number {
    return this.session.trace.length - this.start;
  }

  begin(purpose: Purpose): void {
    this.session.purpose = purpose;
    this.from = this.session.trace.length;
  }

  keep(): void {
    this.kept = this.session.trace.slice(this.from);
  }
}

const statusOf: Partial<Record<AnswerFault["kind"], Status>> = {
  todo: "todo",
  timeout: "timeout",
  memory: "memory",
  value: "failed",
  changed: "failed",
};

async function explain(thrown: unknown, run: CheckRun, recorder: Recorder): Promise<Omit<Result, "points">> {
  if (thrown instanceof AnswerFault) return explainFault(thrown, run, recorder);
  if (isCheckFailure(thrown))
    return { status: "failed", ...(await explainFinding(thrown.finding, run, recorder)) };
  if (thrown instanceof DOMException && thrown.name === "AbortError") throw thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { status: "error", because: `The lesson's own check broke, which is not your mistake: ${message}` };
}

async function explainFault(
  fault: AnswerFault,
  run: CheckRun,
  recorder: Recorder,
): Promise<Omit<Result, "points">> {
  const status = statusOf[fault.kind] ?? "error";
  if (fault.kind === "todo") return { status, because: fault.message };
  const error = fault.thrown ? errorOf(fault, run.source) : null;
  const { fatalCall } = run.session;
  const calls = fault.isFatal ? (fatalCall ? [fatalCall] : []) : recorder.kept;
  const shown = calls.length > 0 ? { counterexample: { calls: showCalls(calls) } } : {};
  const diagnosis = fault.isFatal ? null : await diagnose(run, recorder);
  return {
    status,
    because: fault.message,
    ...shown,
    ...(diagnosis ? { diagnosis } : {}),
    ...(error ? { error } : {}),
  };
}

async function explainFinding(finding: Finding, run: CheckRun, recorder: Recorder) {
  const { because, path, gave, expected } = finding;
  const diagnosis = await diagnose(run, recorder);
  const [shown, right] = showPair(gave, expected);
  const compared = comparedNumbers(run.session.trace.slice(recorder.start));
  return {
    because,
    counterexample: {
      calls: showCalls(recorder.kept),
      ...(path === undefined ? {} : { path }),
      ...("gave" in finding ? { gave: shown } : {}),
      ...("expected" in finding ? { expected: right } : {}),
    },
    ...(diagnosis ? { diagnosis } : {}),
    ...(compared ? { compared } : {}),
  };
}

async function diagnose({ diagnostician, session, explains }: CheckRun, { start, kept }: Recorder) {
  if (!explains) return null;
  return diagnostician.diagnose(session.trace, start, kept);
}

/** A fault with the learner's own line, where its stack names one. */
export function errorOf({ thrown, message }: AnswerFault, source: CheckRun["source"]): ShownError {
  const place = thrown ? placeInStack(thrown.stack, source.map, source.name) : null;
  return place ? { message, ...place, frame: codeFrame(source.code, place) } : { message };
}
