import { randomInt } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";

import { appendEvent, readEvents } from "../course/attempts.ts";
import { type Lesson, type LessonFolder, listLessons, readLesson } from "../course/course.ts";
import { exerciseFile } from "../course/exercise-file.ts";
import { fileProblem } from "../course/file-problem.ts";
import { findLesson } from "../course/find-lesson.ts";
import { type Progress, progressOf } from "../course/progress.ts";
import { openDataset, reasonNotToFit, type Stage } from "../data/index.ts";
import { type GradeRequest, grade, type LessonBench } from "../judge/grade.ts";
import { loadLessonModule } from "../judge/lesson-module.ts";
import type { ProcessPool } from "../judge/process-pool.ts";
import type { Verdict } from "../judge/verdict.ts";
import { Problem } from "../problem.ts";
import { type Context, commandLine } from "./context.ts";
import { fittingDataset } from "./fitting-dataset.ts";

/** A lesson made ready for gradings, one or many. */
export class Grading {
  readonly lesson: Lesson;
  private readonly context: Context;
  private readonly pool: ProcessPool;
  private readonly dataset: string | undefined;

  /**
   * @param pool where the processes for answers come from
   * @param dataset another data set than the lesson's own
   */
  constructor(context: Context, found: LessonFolder, pool: ProcessPool, dataset: string | undefined) {
    this.context = context;
    this.lesson = readLesson(found);
    this.pool = pool;
    this.dataset = dataset;
  }

  /** Grades the exercise as it stands, with the lesson's code and data as they stand, and writes the attempt down before anyone sees the verdict. */
  async run(options: Partial<Pick<GradeRequest, "seed" | "signal" | "onCheck">> = {}): Promise<Verdict> {
    const { root } = this.context;
    const file = exerciseFile(this.lesson);
    const code = readExercise(this.lesson);
    const { id, number, title, offLimits } = this.lesson;
    const grading = grade({
      root,
      lesson: { id, number, title },
      bench: openBench(root, this.lesson, this.dataset),
      offLimits,
      file,
      code,
      pool: this.pool,
      ...options,
      seed: options.seed ?? randomInt(2 ** 31 - 1),
    });
    const [verdict, { hintsUsed }] = await Promise.all([grading, this.readProgress()]);
    this.record(verdict, code, hintsUsed);
    return verdict;
  }

  /** Read while the answer is; a log that can't be read rejects, so that nobody waits for the verdict in vain. */
  private async readProgress(): Promise<Progress> {
    return progressOf(readEvents(this.context.root).events, this.lesson.id);
  }

  private record(verdict: Verdict, code: string, hintsUsed: number): void {
    const { root } = this.context;
    const { id: lesson } = this.lesson;
    const mistakes = verdict.checks.flatMap(({ diagnosis }) => diagnosis?.mistake ?? []);
    appendEvent(root, {
      kind: "attempt",
      at: this.context.now().toISOString(),
      lesson,
      dataset: verdict.dataset,
      points: verdict.points,
      outOf: verdict.outOf,
      checks: verdict.checks.map(({ id, status, points }) => ({ id, status, points })),
      mistakes: [...new Set(mistakes)],
      hintsUsed,
      seed: verdict.seed,
      milliseconds: verdict.milliseconds,
      isolation: verdict.isolation.level,
      code,
    });
  }
}

async function openBench(root: string, lesson: Lesson, dataset: string | undefined): Promise<LessonBench> {
  const [module, stage] = await Promise.all([
    loadLessonModule(root, lesson.folder),
    openStage(root, lesson, dataset),
  ]);
  return { module, stage };
}

/** The data that a lesson runs on: its own set, or another that fits. */
export async function openStage(root: string, lesson: Lesson, wanted?: string): Promise<Stage> {
  const dataset = await openDataset(root, wanted ?? lesson.data.default);
  const reason = reasonNotToFit(dataset, lesson.data.needs);
  if (reason === null) return { dataset, table: dataset.table };
  const hint = await fittingDataset(root, lesson, dataset.name);
  throw new Problem("does-not-fit", `${reason}.`, hint);
}

/** The lesson that a person means, or the one whose exercise changed last. */
export function chooseLesson(root: string, wanted: string | undefined): LessonFolder {
  if (wanted !== undefined) return findLesson(root, wanted);
  const saved = listLessons(root)
    .filter((lesson) => existsSync(exerciseFile(lesson)))
    .map((lesson) => ({ lesson, at: statSync(exerciseFile(lesson)).mtimeMs }));
  const last = saved.toSorted((one, other) => other.at - one.at)[0];
  if (last) return last.lesson;
  throw new Problem(
    "missing-file",
    "There is no exercise here yet.",
    "`npm run course derive` writes the starters.",
  );
}

/**
 * The learner's text.
 *
 * @throws Problem "missing-file" when it is not there, "locked" when it can't be read
 */
export function readExercise({ number, folder }: LessonFolder): string {
  const file = exerciseFile({ folder });
  const hint = `\`${commandLine("reset", number)}\` writes the starter again.`;
  if (!existsSync(file)) throw new Problem("missing-file", `The exercise is not there: ${file}.`, hint);
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw fileProblem(error, file, "read", "Put that right, then give the same command again.");
  }
}
