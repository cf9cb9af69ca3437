import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

import type { Lesson } from "../../course/course.ts";
import { type Demo, loadDemo } from "../../course/demo.ts";
import { type Block, parseLessonText } from "../../course/lesson-text.ts";
import { type Dataset, listDatasets, openDataset, reasonNotToFit } from "../../data/index.ts";
import type { LessonBench } from "../grade.ts";
import { loadAlternatives, loadLessonModule } from "../lesson-module.ts";
import type { OwnProgram } from "./prove-answers.ts";

/** A lesson, opened for its proof. */
export interface Subject {
  readonly root: string;
  readonly lesson: Lesson;
  readonly benches: readonly LessonBench[];
  readonly solution: OwnProgram;
  readonly alternatives: readonly OwnProgram[];
  readonly blocks: readonly Block[];
  readonly source: string;
  readonly demo: Demo;
}

/**
 * Opens a lesson with every data set that it accepts.
 *
 * @param only the one data set to open, where one is named
 * @throws Problem when a part of it can't be read
 */
export async function openSubject(root: string, lesson: Lesson, only: string | undefined): Promise<Subject> {
  const { folder } = lesson;
  const source = readFileSync(join(folder, "lesson.md"), "utf8");
  const [module, demo, alternatives, datasets] = await Promise.all([
    loadLessonModule(root, folder),
    loadDemo(root, folder),
    loadAlternatives(root, folder),
    fittingDatasets(root, lesson, only),
  ]);
  return {
    root,
    lesson,
    source,
    demo,
    benches: datasets.map((dataset) => ({ module, stage: { dataset, table: dataset.table } })),
    blocks: parseLessonText(source, `lessons/${basename(folder)}/lesson.md`),
    solution: { file: "solution.ts", load: module.loadSolution },
    alternatives: [...alternatives].map(([name, load]) => ({ file: `alternatives/${name}.ts`, load })),
  };
}

/** The data sets that a lesson accepts, its own first; one that is not there is for `proveDatasets` to tell. */
async function fittingDatasets(root: string, { data }: Lesson, only: string | undefined): Promise<Dataset[]> {
  const known = await listDatasets(root);
  const isThere = (name: string) => name !== data.default || known.includes(name);
  const names = (only === undefined ? [data.default, ...known] : [only]).filter(isThere);
  const datasets: Dataset[] = [];
  for (const name of new Set(names)) {
    const dataset = await openDataset(root, name);
    if (reasonNotToFit(dataset, data.needs) === null) datasets.push(dataset);
  }
  return datasets;
}
