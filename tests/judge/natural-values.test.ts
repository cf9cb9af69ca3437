import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { checkOf, type OpenLesson, openLesson } from "./grade-text.ts";

let lesson: OpenLesson;
beforeAll(async () => {
  lesson = await openLesson("tests/fixtures/judge/centring");
});
afterAll(() => lesson.close());

const total = `export function total(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
`;

/** Right answers in the forms in which the field's packages give them. */
const answers = {
  "an ml-matrix matrix": `import { Matrix } from "ml-matrix";
export function centred(X: number[][]) {
  return new Matrix(X).center("column");
}
${total}`,
  "a view of an ml-matrix matrix": `import { Matrix } from "ml-matrix";
export function centred(X: number[][]) {
  return new Matrix(X).transpose().center("row").transpose();
}
${total}`,
  "rows of typed arrays": `export function centred(X: number[][]) {
  const means = X[0].map((_, j) => total(X.map((row) => row[j])) / X.length);
  return X.map((row) => Float64Array.from(row, (value, j) => value - means[j]));
}
${total}`,
  "a danfojs frame": `import { DataFrame } from "danfojs-node";
export function centred(X: number[][]) {
  const means = X[0].map((_, j) => total(X.map((row) => row[j])) / X.length);
  return new DataFrame(X.map((row) => row.map((value, j) => value - means[j])));
}
${total}`,
  "a promise of right values": `export async function centred(X: number[][]) {
  await new Promise((resolve) => setTimeout(resolve, 1));
  const means = X[0].map((_, j) => total(X.map((row) => row[j])) / X.length);
  return X.map((row) => row.map((value, j) => value - means[j]));
}
${total}`,
};

describe("a right answer may return", () => {
  it.each(Object.entries(answers))("%s", async (_name, code) => {
    expect(await lesson.grade(code, { runs: 5 })).toMatchObject({ points: 6 });
  });

  it("tensors, even one without dimensions", async () => {
    const code = `import * as tf from "@tensorflow/tfjs-node";
export function centred(X: number[][]) {
  const table = tf.tensor2d(X);
  return table.sub(table.mean(0));
}
export function total(values: number[]) {
  return tf.tensor1d(values.length > 0 ? values : [0]).sum();
}
`;
    const verdict = await lesson.grade(code, { runs: 5 });
    // float32 is not near enough for this lesson's numbers; the form is what counts here.
    const { counterexample } = checkOf(verdict, "centred");
    expect(counterexample?.calls.at(-1)?.gave ?? "[[").toMatch(/^\[\[/);
    expect(checkOf(verdict, "total")).toMatchObject({ status: "passed" });
  });
});

describe("a danfojs series", () => {
  it("counts as the list of its values", async () => {
    const code = `import { Series } from "danfojs-node";
export const centred = () => new Series([1, 2, 3]);
${total}`;
    const { because } = checkOf(await lesson.grade(code, { runs: 3 }), "centred");
    expect(because).toBe("centred returned 3 entries, where 1 belong.");
  });
});
