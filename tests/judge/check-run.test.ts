import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { agreesWith, check, checks, expectEqual, given, property } from "../../src/checks/index.ts";
import type { Bench, Check } from "../../src/checks/lesson-checks.ts";
import { openDataset, type Stage } from "../../src/data/index.ts";
import type { LessonBench } from "../../src/judge/grade.ts";
import { checkOf, type OpenLesson, openLesson } from "./grade-text.ts";

const solution = {
  total: (values: number[]): number => values.reduce((sum, value) => sum + value, 0),
  draw: (count: number): number[] => Array.from({ length: count }, () => 0.5),
};
const honest = `
export const total = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);
export const draw = (count: number): number[] => Array.from({ length: count }, Math.random);
`;

let lesson: OpenLesson;
let stage: Stage;
beforeAll(async () => {
  lesson = await openLesson("tests/fixtures/judge/centring");
  const dataset = await openDataset(lesson.root, "wine");
  stage = { dataset, table: dataset.table };
});
afterAll(() => lesson.close());

type Module = typeof solution;

/** A lesson whose checks are these. */
function benchOf(build: (bench: Bench<Module, Stage>) => Check[], options = {}): Promise<LessonBench> {
  const module = {
    checks: checks<Module, Stage>(build, options),
    loadSolution: () => solution,
    mistakes: [],
  };
  return Promise.resolve({ module, stage } as unknown as LessonBench);
}

describe("a check", () => {
  it("that asks the answer nothing does not pass", async () => {
    const bench = benchOf(() => [
      check("it is lazy", { id: "lazy", points: 1 }, async () => undefined),
      property<[number[]]>(
        "it is lazy too",
        { id: "lazy-too", points: 1, given: [given.numbers()] },
        async () => undefined,
      ),
    ]);
    const verdict = await lesson.grade(honest, { bench });
    expect(verdict.points).toBe(0);
    for (const { status, because } of verdict.checks) {
      expect(status).toBe("error");
      expect(because).toMatch(/not your mistake.*asked the answer nothing/);
    }
  });

  it("whose body swallows a fault after which nothing can be asked fails all the same", async () => {
    const bench = benchOf(({ answer }) => [
      check("it forgives", { id: "forgiving", points: 1 }, async () => {
        await answer.total([1]).catch(() => undefined);
      }),
    ]);
    for (const total of ["process.exit(0)", "(() => { for (;;); })()"]) {
      const verdict = await lesson.grade(`export const total = () => ${total};`, { bench });
      expect(verdict.points).toBe(0);
    }
    expect((await lesson.grade("export const other = 1;", { bench })).points).toBe(0);
  });

  it("that breaks by itself says that it is no mistake of the learner's", async () => {
    const bench = benchOf(({ answer }) => [
      check("it is broken", { id: "broken", points: 1 }, async () => {
        await answer.total([1]);
        throw new TypeError("of the lesson");
      }),
    ]);
    expect(checkOf(await lesson.grade(honest, { bench }), "broken")).toMatchObject({
      status: "error",
      points: 0,
      because: expect.stringMatching(/not your mistake: of the lesson/),
    });
  });

  it("that builds on another waits for it: todo on todo, skipped on anything else", async () => {
    const bench = benchOf(({ answer }) => [
      check("first", { points: 1 }, async () => expectEqual(await answer.total([1]), 1)),
      check("second", { points: 1, after: "first" }, async () => expectEqual(await answer.total([2]), 2)),
      check("third", { points: 1, after: ["second"] }, async () => expectEqual(await answer.total([3]), 3)),
    ]);
    const statuses = async (total: string) =>
      (await lesson.grade(`export const total = (): number => { ${total} };`, { bench })).checks.map(
        ({ status }) => status,
      );
    expect(await statuses('throw new Error("Not written yet: total")')).toEqual(["todo", "todo", "todo"]);
    expect(await statuses("return 0")).toEqual(["failed", "skipped", "skipped"]);
    expect(await statuses('throw new Error("Not ready")')).toEqual(["error", "skipped", "skipped"]);
  });

  it("may ask several things at once", async () => {
    const bench = benchOf(({ answer }) => [
      check("at once", { id: "at-once", points: 1 }, async () => {
        const lists = Array.from({ length: 50 }, (_, i) => [i, i]);
        expectEqual(
          await Promise.all(lists.map((values) => answer.total(values))),
          lists.map(solution.total),
        );
      }),
    ]);
    expect((await lesson.grade(honest, { bench })).points).toBe(1);
  });

  it("may look for itself where more than one value is right", async () => {
    const build = ({ answer }: Bench<Module, Stage>) => [
      check("draws", { id: "draws", points: 1 }, async () => {
        expectEqual((await answer.draw(3)).length, 3);
      }),
    ];
    const broken = `${honest.split("\n").slice(0, 2).join("\n")}\nexport const draw = () => [1, NaN, 3];`;
    expect((await lesson.grade(broken, { bench: benchOf(build) })).points).toBe(0);
    expect((await lesson.grade(broken, { bench: benchOf(build, { freeShape: ["draw"] }) })).points).toBe(1);
    expect((await lesson.grade(broken, { bench: benchOf(build, { freeNumbers: ["draw"] }) })).points).toBe(1);
  });
});

describe("a grading", () => {
  const bench = () =>
    benchOf((all) => [agreesWith(all, "total", { points: 2, given: [given.numbers({ max: 6 })] })]);
  const wrong =
    "export const total = (values: number[]): number => values.length > 2 ? 0.5 : values.reduce((a, b) => a + b, 0);";

  it("shows the same counterexample for the same seed, and draws others for another", async () => {
    const shown = async (seed: number) => {
      const { checks: all, points } = await lesson.grade(wrong, { bench: bench(), seed });
      return { points, example: all[0]?.counterexample };
    };
    const [one, again] = [await shown(7), await shown(7)];
    expect(one.points).toBe(0);
    expect(one).toEqual(again);
    expect(one.example?.calls[0]?.call).toMatch(/^total\(\[[-\d.]+, [-\d.]+, [-\d.]+\]\)$/);
  });

  it("is never passed by a lesson without checks", async () => {
    expect(await lesson.grade(honest, { bench: benchOf(() => []) })).toMatchObject({
      outOf: 0,
      passed: false,
    });
  });

  it("gives the answer copies: what it does to one call's values changes no other's", async () => {
    const values = [1, 2, 3];
    const shared = benchOf(({ answer }) => [
      check("shared", { id: "shared", points: 1 }, async () => {
        await answer.total(values).catch(() => undefined);
        expectEqual(await answer.draw(1), [0.5]);
      }),
    ]);
    await lesson.grade(
      "export const total = (v: number[]) => { v[0] = 9; return 0; }; export const draw = () => [0.5];",
      {
        bench: shared,
      },
    );
    expect(values).toEqual([1, 2, 3]);
  });

  it("can be cancelled at any moment, and the pool goes on", async () => {
    const stop = new AbortController();
    const running = lesson.grade("export const total = () => { for (;;); };", {
      bench: bench(),
      signal: stop.signal,
    });
    setTimeout(() => stop.abort(), 150);
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    await expect(lesson.grade(honest, { bench: bench(), signal: AbortSignal.abort() })).rejects.toMatchObject(
      {
        name: "AbortError",
      },
    );
    expect((await lesson.grade(honest, { bench: bench() })).points).toBe(2);
  });
});
