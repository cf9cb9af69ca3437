import { join } from "node:path";

import { readEvents } from "../../course/attempts.ts";
import type { Lesson } from "../../course/course.ts";
import type { Attempt } from "../../course/events.ts";
import { openDataset } from "../../data/index.ts";
import { grade, type LessonBench } from "../grade.ts";
import { loadLessonModule } from "../lesson-module.ts";
import { openPool } from "../process-pool.ts";
import type { CheckVerdict } from "../verdict.ts";
import { mutantsOf } from "./mutants.ts";
import { gradeTrusted } from "./prove-answers.ts";
import type { WrongProgram } from "./unexplained.ts";

/** The same for all, so that what they do can be compared. */
const seed = 1;

/** So many different attempts are looked at, the newest. */
const mostAttempts = 200;

type OnPart = (what: string) => void;

/**
 * Collects what goes wrong in a lesson: the mutants of its solution that lose points, and the attempts that the log of this course
 * holds, each text once.
 *
 * @param dataset the data set to grade on
 * @throws Problem when the lesson, the data set or the log can't be read
 */
export async function wrongPrograms(
  root: string,
  lesson: Lesson,
  dataset: string,
  onPart?: OnPart,
): Promise<WrongProgram[]> {
  const [module, data] = await Promise.all([
    loadLessonModule(root, lesson.folder),
    openDataset(root, dataset),
  ]);
  const bench = { module, stage: { dataset: data, table: data.table } };
  return [
    ...(await wrongMutants(root, lesson, bench, onPart)),
    ...(await wrongAttempts(root, lesson, bench, onPart)),
  ];
}

async function wrongMutants(root: string, { folder }: Lesson, bench: LessonBench, onPart?: OnPart) {
  const solution = await mutantsOf(root, folder);
  const programs: WrongProgram[] = [];
  for (const [i, mutant] of solution.mutants.entries()) {
    onPart?.(`mutant ${i + 1} of ${solution.mutants.length}`);
    const program = { file: "solution.ts", load: () => solution.load(mutant) };
    const verdicts = await gradeTrusted(bench, program, { seed });
    const { line, before, after } = mutant;
    programs.push({
      from: `a mutant, solution.ts:${line}`,
      codeFor: () => `- ${before}\n+ ${after}`,
      times: 1,
      verdicts,
    });
  }
  return programs;
}

/** What a learner wrote is graded as a learner's: in a process of its own. */
async function wrongAttempts(root: string, lesson: Lesson, bench: LessonBench, onPart?: OnPart) {
  const texts = attemptsOf(root, lesson.id);
  if (texts.length === 0) return [];
  const { id, number, title, offLimits, folder } = lesson;
  const pool = await openPool(root, { keepsSpare: true });
  const about = {
    root,
    lesson: { id, number, title },
    offLimits,
    file: join(folder, "exercise.ts"),
    seed,
    pool,
  };
  const programs: WrongProgram[] = [];
  try {
    for (const [i, { code, times, at }] of texts.entries()) {
      onPart?.(`attempt ${i + 1} of ${texts.length}`);
      const { checks } = await grade({ ...about, bench: Promise.resolve(bench), code });
      const from = `an attempt of ${at.slice(0, 10)}`;
      programs.push({ from, codeFor: (failed) => functionOf(failed, code), times, verdicts: checks });
    }
  } finally {
    pool.close();
  }
  return programs;
}

/** The newest attempts at a lesson that lost points, each text once with how often it was handed in. */
function attemptsOf(root: string, lesson: string) {
  const byText = new Map<string, { code: string; times: number; at: string }>();
  const isWrong = (event: { kind: string; lesson: string }): event is Attempt =>
    event.kind === "attempt" && event.lesson === lesson;
  for (const event of readEvents(root, { withCode: true }).events) {
    if (!isWrong(event) || event.code === undefined || event.points === event.outOf) continue;
    const times = (byText.get(event.sha256)?.times ?? 0) + 1;
    byText.delete(event.sha256);
    byText.set(event.sha256, { code: event.code, times, at: event.at });
  }
  return [...byText.values()].slice(-mostAttempts);
}

/** How much of a function is enough to see what went wrong. */
const mostLines = 12;

/** The learner's text of the function that a failed check asked last; its formatter may not be ours. */
function functionOf({ counterexample }: CheckVerdict, code: string): string {
  const name = /^(?:new )?(\w+)/.exec(counterexample?.calls.at(-1)?.call ?? "")?.[1];
  const lines = code.split(/\r?\n/);
  const start = lines.findIndex(
    (line) => name !== undefined && new RegExp(`^export\\b.*\\b${name}\\b`).test(line),
  );
  if (start < 0) return "";
  const length = lines.slice(start + 1).findIndex((line) => /^\S/.test(line));
  const end = length < 0 ? lines.length : start + 2 + length;
  return lines.slice(start, Math.min(end, start + mostLines)).join("\n");
}
