import { expect, test } from "vitest";

import { confusionMatrix } from "../../src/figures/index.ts";

const spam = { title: "Spam", labels: ["ham", "spam"] };
const mails = [
  [90, 10],
  [3, 7],
];

test("rows are actual, columns predicted, and the diagonal is marked", () => {
  const { spec } = confusionMatrix(mails, spam);
  expect([spec.encoding.y.title, spec.encoding.x.title]).toEqual(["actual", "predicted"]);
  expect(spec.data.values).toEqual([
    { row: "ham", column: "ham", value: 90, text: "90", marked: true },
    { row: "ham", column: "spam", value: 10, text: "10" },
    { row: "spam", column: "ham", value: 3, text: "3" },
    { row: "spam", column: "spam", value: 7, text: "7", marked: true },
  ]);
});

test("normalized, each count is a share of its actual class", () => {
  const { spec } = confusionMatrix(mails, { ...spam, normalize: "true" });
  expect(spec.data.values.map(({ text }) => text)).toEqual(["90%", "10%", "30%", "70%"]);
});

test("how many are right is said, in rows and not in shares", () => {
  const right = ["On the diagonal, where both agree: 97 of 110."];
  expect(confusionMatrix(mails, spam).notes).toEqual(right);
  expect(confusionMatrix(mails, { ...spam, normalize: "true" }).notes).toEqual(right);
});

test("a class that never occurs has no shares, and is named", () => {
  const { spec, notes } = confusionMatrix(
    [
      [4, 1],
      [0, 0],
    ],
    { ...spam, normalize: "true" },
  );
  expect(spec.data.values.map(({ value }) => value)).toEqual([0.8, 0.2, null, null]);
  expect(notes).toContain("No rows are actually spam.");
});

test("counts are shaded from nothing on, also if there are none", () => {
  const lowest = (matrix: number[][]) => confusionMatrix(matrix, spam).spec.encoding.color.scale.domain;
  expect([lowest(mails)[0], lowest(mails).at(-1)]).toEqual([0, 90]);
  expect([
    lowest([
      [0, 0],
      [0, 0],
    ])[0],
    lowest([
      [0, 0],
      [0, 0],
    ]).at(-1),
  ]).toEqual([0, 1]);
  expect(
    confusionMatrix(
      [
        [0, 0],
        [0, 0],
      ],
      spam,
    ).notes[0],
  ).toBe("Nothing was counted.");
});

test("among many classes the most frequent mistakes are named", () => {
  const labels = [..."abcdefghij"];
  const matrix: number[][] = labels.map((_, i) => labels.map((_, j) => (i === j ? 50 : 0)));
  matrix[3] = labels.map((_, j) => (j === 3 ? 40 : j === 7 ? 9 : j === 1 ? 1 : 0));
  matrix[0] = labels.map((_, j) => (j === 0 ? 45 : j === 9 ? 5 : 0));
  expect(confusionMatrix(matrix, { title: "Ten", labels }).notes).toEqual([
    "On the diagonal, where both agree: 485 of 500.",
    "Most frequent mistakes: d taken for h (9), a taken for j (5), d taken for b (1).",
  ]);
});

test("no classes say so, and a matrix of another size than its labels is refused", () => {
  expect(confusionMatrix([], { title: "None", labels: [] }).notes).toEqual(["Nothing to draw: no classes."]);
  expect(() => confusionMatrix([[1, 2]], spam)).toThrow(
    new RangeError("confusionMatrix needs a row and a column for each of 2 labels, got 1."),
  );
  expect(() => confusionMatrix([[1, 2], [3]], spam)).toThrow(RangeError);
});
