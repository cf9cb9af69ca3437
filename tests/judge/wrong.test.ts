import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type OpenLesson, openLesson } from "./grade-text.ts";

const folder = join(import.meta.dirname, "../fixtures/answers/wrong");
const offLimits = ["groundwork/preprocessing", "danfojs-node#StandardScaler", "danfojs-node#MinMaxScaler"];

let lesson: OpenLesson;
beforeAll(async () => {
  lesson = await openLesson("lessons/06-normalization");
});
afterAll(() => lesson.close());

const cases = readdirSync(folder).map((file) => {
  const code = readFileSync(join(folder, file), "utf8");
  const [, tries = ""] = /^\/\*\*\n \* (.*)\n/.exec(code) ?? [];
  return { file, tries, code, fails: / \* @fails (.*)\n/.exec(code)?.[1]?.split(" ") ?? [] };
});

describe("a wrong answer to lesson 6 loses its points", () => {
  it.each(cases)("$file: $tries", async ({ code, fails }) => {
    for (const seed of [1, 2]) {
      const verdict = await lesson.grade(code, { seed, offLimits });
      const lost = verdict.checks.filter(({ points }) => points === 0).map(({ id }) => id);
      expect(lost, `seed ${seed}`).toEqual(expect.arrayContaining(fails));
      for (const { status, because = "" } of verdict.checks)
        expect(status === "passed" || because !== "").toBe(true);
    }
  });
});
