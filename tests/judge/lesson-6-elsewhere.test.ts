import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { loadDemo } from "../../src/course/demo.ts";
import { openDataset } from "../../src/data/index.ts";
import { isFigure } from "../../src/figures/index.ts";
import { type OpenLesson, openLesson } from "./grade-text.ts";

/** Here the data are what is tried; lesson-6.test.ts has many more inputs. */
const seed = 40_503_001;

describe.each(["iris", "penguins", "breast-cancer"])("lesson 6 on %s", (name) => {
  let lesson: OpenLesson;
  beforeAll(async () => {
    lesson = await openLesson("lessons/06-normalization", name);
  });
  afterAll(() => lesson.close());

  it("gives the solution and every alternative full marks", async () => {
    const answers = new Map(await lesson.texts("alternatives")).set("solution", await lesson.solution());
    for (const [answer, code] of answers) {
      const { points, outOf } = await lesson.grade(code, { seed });
      expect([points, outOf], answer).toEqual([10, 10]);
    }
  });

  it("takes points from every mistake, and names it and no other", async () => {
    for (const [mistake, code] of await lesson.texts("mistakes")) {
      const verdict = await lesson.grade(code, { seed });
      const named = verdict.checks.flatMap(({ diagnosis }) => diagnosis?.mistake ?? []);
      expect(verdict.points, mistake).toBeLessThan(10);
      expect([...new Set(named)], mistake).toEqual([mistake]);
    }
  });

  it("runs every step to something that can be seen, with every fact a number or a text", async () => {
    const demo = await loadDemo(lesson.root, join(lesson.root, "lessons/06-normalization"));
    const dataset = await openDataset(lesson.root, name);
    const stage = { dataset, table: dataset.table };
    for (const step of demo.steps) {
      const shown = [await demo.run(step, stage)].flat();
      expect(shown.length, step).toBeGreaterThan(0);
      for (const part of shown) {
        const values = isFigure(part) ? part.spec.data.values : [part];
        expect(values.length, step).toBeGreaterThan(0);
        // A number that is none becomes null in JSON.
        expect(JSON.stringify(values), step).not.toMatch(/NaN|Infinity|undefined|null/);
      }
    }
    for (const [fact, value] of Object.entries(await demo.facts(stage))) {
      expect(String(value), fact).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});
