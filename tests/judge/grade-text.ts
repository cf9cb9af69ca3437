import { join, resolve } from "node:path";

import { openDataset } from "../../src/data/index.ts";
import { standaloneText } from "../../src/judge/bundle.ts";
import { type GradeRequest, grade, type LessonBench } from "../../src/judge/grade.ts";
import { loadLessonModule } from "../../src/judge/lesson-module.ts";
import { openPool } from "../../src/judge/process-pool.ts";
import type { CheckVerdict, Verdict } from "../../src/judge/verdict.ts";

const root = resolve(import.meta.dirname, "../..");

type GradeOptions = Partial<
  Pick<GradeRequest, "seed" | "runs" | "offLimits" | "pool" | "file" | "bench" | "signal">
>;

/** A lesson opened once, whose exercise many texts can stand in for. */
export interface OpenLesson {
  readonly root: string;
  readonly folder: string;
  /** Grades a text as if it stood in the lesson's exercise.ts. */
  grade(code: string, options?: GradeOptions): Promise<Verdict>;
  /** The solution as a text that a learner could have written. */
  solution(): Promise<string>;
  close(): void;
}

/** Opens a lesson by its folder under the repository, on one of the data sets there. */
export async function openLesson(path: string, data = "wine"): Promise<OpenLesson> {
  const folder = join(root, path);
  const [module, dataset, pool] = await Promise.all([
    loadLessonModule(root, folder),
    openDataset(root, data),
    openPool(root, { keepsSpare: true }),
  ]);
  const bench: LessonBench = { module, stage: { dataset, table: dataset.table } };
  const file = join(folder, "exercise.ts");
  const lesson = { id: "fixture", number: 6, title: "A lesson" };
  return {
    root,
    folder,
    grade: (code, options) =>
      grade({
        ...{ root, lesson, file, code, pool, seed: 1, offLimits: [] },
        bench: Promise.resolve(bench),
        ...options,
      }),
    solution: () => standaloneText(join(folder, "solution.ts"), root),
    close: () => pool.close(),
  };
}

/** The verdict of one check. */
export function checkOf({ checks }: Verdict, id: string): CheckVerdict {
  const found = checks.find((check) => check.id === id);
  if (!found) throw new Error(`no check ${id} among ${checks.map((check) => check.id).join(", ")}`);
  return found;
}
