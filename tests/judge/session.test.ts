import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { checkOf, type OpenLesson, openLesson } from "./grade-text.ts";

let lesson: OpenLesson;
let code: string;
beforeAll(async () => {
  lesson = await openLesson("tests/fixtures/judge/classes");
  code = await lesson.solution();
});
afterAll(() => lesson.close());

/** The solution with one piece of it replaced. */
function withInstead(piece: string, other: string): string {
  expect(code).toContain(piece);
  return code.replace(piece, other);
}

describe("an answer that exports a class", () => {
  it("is asked through instances, which return themselves and go as arguments", async () => {
    const verdict = await lesson.grade(code);
    expect(verdict).toMatchObject({ points: 3, outOf: 3 });
  });

  it("shows the calls that led to a wrong value", async () => {
    const verdict = await lesson.grade(withInstead("sum / this.count", "sum / (this.count + 1)"));
    const { status, counterexample } = checkOf(verdict, "where");
    expect(status).toBe("failed");
    expect(counterexample?.calls.map(({ call }) => call)).toEqual([
      "new Middle()",
      expect.stringMatching(/^fit\(\[\[/),
      "where()",
    ]);
  });

  it("may be an instance that forgets to return itself, which is no crash of the check", async () => {
    const verdict = await lesson.grade(withInstead("return this;", ""));
    expect(checkOf(verdict, "itself")).toMatchObject({
      status: "failed",
      because: expect.stringMatching(/^fit returned undefined/),
    });
  });

  it("is told when the class is no class", async () => {
    const verdict = await lesson.grade("export const Middle = () => ({}); export const gap = () => 4;");
    expect(checkOf(verdict, "itself")).toMatchObject({ status: "error", points: 0 });
  });

  it("is told which method is missing", async () => {
    const verdict = await lesson.grade(withInstead("async where()", "async were()"));
    expect(checkOf(verdict, "itself").because).toMatch(/where/);
    expect(verdict.points).toBe(0);
  });

  it("can't stand in for an instance it never made", async () => {
    const verdict = await lesson.grade(withInstead("return this;", "return { id: 0 };"));
    expect(verdict.points).toBe(0);
  });

  it("loses its instances with its process, and the check with them", async () => {
    // What is asked before the process has ended waits for its end.
    const ends = "{ setTimeout(() => process.exit(0)); this.where = () => new Promise(() => undefined); }";
    const exits = withInstead("return this;", `if (this.count === 2) ${ends}\n    return this;`);
    const verdict = await lesson.grade(exits);
    expect(checkOf(verdict, "itself")).toMatchObject({ status: "error", points: 0 });
  });
});
