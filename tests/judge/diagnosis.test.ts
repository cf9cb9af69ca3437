import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { standaloneText } from "../../src/judge/bundle.ts";
import { checkOf, type OpenLesson, openLesson } from "./grade-text.ts";

let lesson: OpenLesson;
beforeAll(async () => {
  lesson = await openLesson("tests/fixtures/judge/centring");
});
afterAll(() => lesson.close());

const total =
  "export const total = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);\n";

/** The diagnosis of an answer that gives, row by row, what an expression of `row` and `X` says. */
async function diagnosisOf(row: string) {
  const verdict = await lesson.grade(
    `export const centred = (X: number[][]) => X.map((row) => ${row});\n${total}`,
  );
  return checkOf(verdict, "centred").diagnosis;
}

describe("a diagnosis", () => {
  it("names the mistake that an answer makes in words of its own, with a number of this data", async () => {
    const sum = "row.reduce((one, other) => other + one)";
    const byRow = await diagnosisOf(`row.map((value) => (row.length * value - ${sum}) / row.length)`);
    expect(byRow).toMatchObject({
      mistake: "by-row",
      explanation: "You take the mean of each row.",
      next: "which numbers have a unit in common?",
      evidence: { call: "centred", isOnData: true, path: "[0][0]", column: "alcohol" },
    });
    expect(byRow?.evidence?.gave).not.toBe(byRow?.evidence?.right);
  });

  it("names it for values in another form", async () => {
    const row = "Float32Array.from(row, (value) => value - total(row) / row.length)";
    expect(await diagnosisOf(row)).toMatchObject({ mistake: "by-row" });
  });

  it.each([
    ["the input given back", "row"],
    ["zeros", "row.map(() => 0)"],
    ["nearly the mistake", "row.map((value) => value - total(row) / row.length + 0.01)"],
    ["the mistake with the sign turned", "row.map((value) => total(row) / row.length - value)"],
  ])("names nothing for another wrong answer: %s", async (_name, row) => {
    expect(await diagnosisOf(row)).toBeUndefined();
  });

  it("names nothing for an answer that throws, runs out of time or changes its arguments", async () => {
    for (const row of [
      '(() => { throw new Error("no"); })()',
      "(() => { for (;;); })()",
      "(row.sort(), row)",
    ]) {
      expect(await diagnosisOf(row)).toBeUndefined();
    }
  });

  it("is not needed for a right answer", async () => {
    expect(
      await diagnosisOf("row.map((value, j) => value - total(X.map((other) => other[j])) / X.length)"),
    ).toBeUndefined();
  });

  it("names no column for a list of one number, even where the table has one feature", async () => {
    const oneFeature = await openLesson("lessons/08-precision-recall", "birdstrikes");
    try {
      const mistake = join(oneFeature.folder, "mistakes/f1-of-the-means.ts");
      const verdict = await oneFeature.grade(await standaloneText(mistake, oneFeature.root));
      const evidence = checkOf(verdict, "averages").diagnosis?.evidence;
      expect(evidence).toMatchObject({ isOnData: true, path: ".f1[0]" });
      expect(evidence).not.toHaveProperty("column");
    } finally {
      oneFeature.close();
    }
  });
});
