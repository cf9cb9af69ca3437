import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { deriveStarter } from "../../src/course/starter.ts";
import type { Verdict } from "../../src/judge/verdict.ts";
import { type OpenLesson, openLesson } from "./grade-text.ts";
import { openLastingPool } from "./lasting-pool.ts";

const seeds = Array.from({ length: 50 }, (_, i) => i * 40_503_001);

const path = "lessons/06-normalization";
const alternatives = readdirSync(join(path, "alternatives")).map((file) => basename(file, ".ts"));

let lesson: OpenLesson;
beforeAll(async () => {
  lesson = await openLesson(path);
});
afterAll(() => lesson.close());

/** Grades an honest answer under each seed in one process and returns the verdicts that are not full marks. */
async function gradeUnderSeeds(code: string): Promise<Verdict[]> {
  const pool = await openLastingPool(lesson.root);
  const verdicts: Verdict[] = [];
  for (const seed of seeds) verdicts.push(await lesson.grade(code, { seed, pool }));
  pool.close();
  return verdicts.filter(({ points, outOf }) => points !== 10 || outOf !== 10);
}

describe("lesson 6 proves itself", () => {
  it("gives the starter 0 points and calls every check todo", async () => {
    const file = join(lesson.folder, "solution.ts");
    const verdict = await lesson.grade(deriveStarter(readFileSync(file, "utf8"), file));
    expect(verdict.checks.map(({ status }) => status)).toEqual(verdict.checks.map(() => "todo"));
    expect(verdict).toMatchObject({ points: 0, outOf: 10, passed: false });
  });

  it("hands out 10 points in all", async () => {
    const { checks, outOf } = await lesson.grade("");
    expect(outOf).toBe(10);
    expect(checks.reduce((sum, check) => sum + check.outOf, 0)).toBe(10);
  });

  it("gives the solution full marks under 50 seeds", async () => {
    expect(await gradeUnderSeeds(await lesson.solution())).toEqual([]);
  });

  it.each(alternatives)("gives the alternative %s full marks under 50 seeds", async (name) => {
    const code = (await lesson.texts("alternatives")).get(name);
    expect(await gradeUnderSeeds(code ?? "")).toEqual([]);
  });

  it("takes points from every mistake, under each seed, and names it and no other", async () => {
    for (const [name, code] of await lesson.texts("mistakes")) {
      for (const seed of seeds.slice(0, 3)) {
        const verdict = await lesson.grade(code, { seed });
        const named = verdict.checks.flatMap(({ diagnosis }) => diagnosis?.mistake ?? []);
        expect(verdict.points, `${name}, seed ${seed}`).toBeLessThan(10);
        expect([...new Set(named)], `${name}, seed ${seed}`).toEqual([name]);
      }
    }
  });
});
