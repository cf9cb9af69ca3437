import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { listLessons, readLesson } from "../../src/course/course.ts";
import { listDatasets, openDataset, reasonNotToFit } from "../../src/data/index.ts";
import type { Proof } from "../../src/judge/proof/prove-lesson.ts";
import { run } from "../cli/support/run.ts";

const root = resolve(import.meta.dirname, "../..");
const minutes = 60_000;
const lessons = listLessons(root);

/**
 * Each grading of lesson 12 trains nets for seconds: its mutants and its many seeds are for `npm run course check 12`, which takes a
 * quarter of an hour.
 */
const lighter: Readonly<Record<number, readonly string[]>> = {
  12: ["--quick"],
};

describe("every lesson holds what its learners rely on", () => {
  const proofs = new Map<number, Proof>();

  beforeAll(async () => {
    // The longest first, so that none is alone at the end.
    const waiting = [...lessons].reverse();
    const work = async () => {
      for (let lesson = waiting.shift(); lesson; lesson = waiting.shift()) {
        const options = lighter[lesson.number] ?? ["--seeds", "50", "--seeds-elsewhere", "3", "--sets", "4"];
        const words = ["course", "check", String(lesson.number), "--json", ...options];
        const { stdout, stderr } = await run(process.execPath, [join(root, "src/launch.mjs"), ...words], {
          cwd: root,
        });
        expect(stderr).toBe("");
        proofs.set(lesson.number, JSON.parse(stdout)[0]);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
  }, 13 * minutes);

  it.each(lessons.map(({ number, name }) => [number, name]))("lesson %i, %s", (number) => {
    const proof = proofs.get(Number(number));
    expect(proof?.faults).toEqual([]);
    expect(proof?.points).toBe(10);
  });
});

describe("every lesson has three of the shipped data sets at least to run on", async () => {
  const datasets = await Promise.all((await listDatasets(root)).map((name) => openDataset(root, name)));

  it.each(lessons.map((lesson) => [lesson.number, lesson]))("lesson %i", (_, lesson) => {
    const { needs } = readLesson(lesson).data;
    const fitting = datasets.filter((dataset) => reasonNotToFit(dataset, needs) === null);
    expect(fitting.length).toBeGreaterThanOrEqual(3);
  });
});
