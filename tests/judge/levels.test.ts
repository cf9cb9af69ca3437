import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { listLessons, readLesson } from "../../src/course/course.ts";
import { exerciseAt } from "../../src/course/levels/level.ts";
import { type OpenLesson, openLesson } from "./grade-text.ts";

const root = resolve(import.meta.dirname, "../..");

/** The solution as a learner would have it: without our markers. */
function withoutMarkers(solution: string): string {
  return solution.replaceAll(/^ *\/\/ (answer:|end)\n/gm, "");
}

function withoutComments(code: string): string {
  return code.replaceAll(/^\s*(\/\/.*)?\n/gm, "");
}

/** Without what a formatter may put in another place. */
function squeezed(code: string): string {
  return code.replaceAll(/,?\s+(?=[)\]])|\s+/g, "");
}

/** The exercise with each gap filled by what the solution has between the same neighbours. */
function withGapsFilled(exercise: string, solution: string): string {
  const code = squeezed(solution);
  const [head = "", ...parts] = squeezed(exercise).split("___");
  return parts.reduce((filled, part) => {
    const end = code.indexOf(part, filled.length);
    return code.slice(0, end) + part;
  }, head);
}

/** Lines as comments, and the line below them that says that nothing is written yet. */
const puzzle = /^((?: *\/\/ .*\n)+) *throw new Error\("Not written yet.*\n/gm;

/** The exercise with the solution's lines in the place of each puzzle, as far as the puzzle offers them. */
function withLinesInOrder(exercise: string, solution: string): string {
  const code = solution.split("\n").filter((line) => line.trim() !== "" && !/^\s*\/\//.test(line));
  let read = 0;
  return exercise.replaceAll(puzzle, (_, comments: string, at: number) => {
    const offered = comments
      .trimEnd()
      .split("\n")
      .map((line) => line.replace("// ", ""));
    const head = exercise.slice(0, at).trimEnd().split("\n").at(-1) ?? "";
    const from = code.indexOf(head, read) + 1;
    let to = from;
    for (const left = [...offered]; left.includes(code[to] ?? ""); to++)
      left.splice(left.indexOf(code[to] ?? ""), 1);
    read = to;
    return `${code.slice(from, to).join("\n")}\n`;
  });
}

describe.each(listLessons(root).map((found) => [basename(found.folder), found] as const))(
  "%s",
  (name, found) => {
    const lesson = readLesson(found);
    const solution = readFileSync(join(found.folder, "solution.ts"), "utf8");
    let open: OpenLesson;
    beforeAll(async () => {
      open = await openLesson(`lessons/${name}`, lesson.data.default);
    });
    afterAll(() => open.close());

    it.each(["parsons", "gaps"] as const)(
      "at level %s, as it is written, earns nothing, and all of it is still to be written",
      async (level) => {
        const { checks, points, trouble } = await open.grade(await exerciseAt(lesson, level));
        expect(trouble).toBeUndefined();
        expect(points).toBe(0);
        expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(["todo"]));
      },
    );

    it("at level gaps, filled, is the solution", async () => {
      const [, , , ...exercise] = (await exerciseAt(lesson, "gaps")).split("\n");
      expect(exercise.join("\n")).toContain("___");
      const text = withoutMarkers(solution);
      expect(withGapsFilled(exercise.join("\n"), text)).toBe(squeezed(text));
    });

    it("at level parsons, put in order, earns every point", async () => {
      const text = withLinesInOrder(await exerciseAt(lesson, "parsons"), solution);
      expect(withoutComments(text)).toBe(withoutComments(withoutMarkers(solution)));
      const { points, outOf, checks } = await open.grade(text, { offLimits: lesson.offLimits });
      expect(checks.filter(({ status }) => status !== "passed")).toEqual([]);
      expect(points).toBe(outOf);
    });
  },
);
