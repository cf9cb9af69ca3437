import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { verdictText } from "../../src/cli/verdict-text.ts";
import { checkOf, type OpenLesson, openLesson } from "./grade-text.ts";
import { openWatchedPool, type WatchedPool } from "./watched-pool.ts";

const folder = join(import.meta.dirname, "../fixtures/answers/hostile");

let lesson: OpenLesson;
let pool: WatchedPool;
beforeAll(async () => {
  lesson = await openLesson("tests/fixtures/judge/centring");
  pool = await openWatchedPool(lesson.root);
});
afterAll(async () => {
  lesson.close();
  pool.close();
  expect(await pool.leftovers()).toEqual([]);
});

/** What a fixture's header says: what it tries, and what must become of which check. */
function expectationsOf(text: string) {
  const [, tries = ""] = /^\/\*\*\n \* (.*)\n/.exec(text) ?? [];
  const points = / \* @points (\d+)/.exec(text)?.[1];
  const checks = [...text.matchAll(/ \* @check (\w+) ([\w|]+)(?:: (.*))?/g)].map(
    ([, id = "", statuses = "", because = ""]) => ({ id, statuses: statuses.split("|"), because }),
  );
  return { tries, points: points === undefined ? undefined : Number(points), checks };
}

const cases = readdirSync(folder).map((file) => {
  const code = readFileSync(join(folder, file), "utf8");
  return { file, code, ...expectationsOf(code) };
});

/** Everything that a terminal obeys; newlines are ours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
const controls = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/;
const look = { width: 80, colour: false, ascii: false };

describe("an answer that is up to no good", () => {
  it.each(cases)("$file: $tries", { timeout: 30_000 }, async ({ code, points, checks }) => {
    const verdict = await lesson.grade(code, { pool, runs: 5 });
    expect(checks.length).toBeGreaterThan(0);
    for (const { id, statuses, because } of checks) {
      const check = checkOf(verdict, id);
      expect(statuses, JSON.stringify(check)).toContain(check.status);
      expect(check.because ?? "").toContain(because);
      expect(check.points).toBe(check.status === "passed" ? check.outOf : 0);
      expect(check.status === "passed" || (check.because ?? "") !== "").toBe(true);
    }
    if (points !== undefined) expect(verdict.points).toBe(points);
    expect(verdictText(verdict, look)).not.toMatch(controls);
    expect(JSON.stringify(verdict).length).toBeLessThan(200_000);
    expect(await pool.leftovers()).toEqual([]);
  });

  it("does not keep the next answer from its points", async () => {
    expect(await lesson.grade(await lesson.solution(), { pool })).toMatchObject({ points: 6, passed: true });
  });
});
