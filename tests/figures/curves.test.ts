import { expect, test } from "vitest";

import {
  calibration,
  type LineFigure,
  learningCurve,
  lossHistory,
  precisionRecallCurve,
  rocCurve,
  validationCurve,
} from "../../src/figures/index.ts";
import { marksIn } from "../../src/figures/marks.ts";

const words = { title: "T" };

/** The points of one of a figure's lines. */
function pointsOf({ spec }: LineFigure, series = 0): (number | null)[][] {
  return spec.data.values.filter((point) => point.series === series).map(({ x, y }) => [x, y]);
}

test("a ROC curve goes from corner to corner of a square, with its area in its name", () => {
  const { spec } = rocCurve([{ name: "forest", fpr: [0, 0, 1], tpr: [0, 0.8, 1], auc: 0.9 }], words);
  expect(spec.encoding.x.scale.domain).toEqual([0, 1]);
  expect(spec.encoding.y.scale.domain).toEqual([0, 1]);
  expect(spec.width).toBe(spec.height);
  expect(spec.encoding.color.scale.domain).toEqual(["forest (AUC 0.9)"]);
});

test("a score that is no number is not written", () => {
  const { spec } = rocCurve([{ name: "forest", fpr: [], tpr: [], auc: Number.NaN }], words);
  expect(spec.encoding.color.scale.domain).toEqual(["forest"]);
});

test.each([
  ["falling", false],
  ["rising", true],
])("the area under the stairs of precision is the average precision, given by %s recall", (_, isRising) => {
  // precision_recall_curve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) of scikit-learn; average_precision_score is 0.8333….
  const precision = [0.5, 2 / 3, 0.5, 1, 1];
  const recall = [1, 1, 0.5, 0.5, 0];
  const inOrder = (values: number[]) => (isRising ? values.toReversed() : values);
  const figure = precisionRecallCurve(
    [{ name: "forest", precision: inOrder(precision), recall: inOrder(recall) }],
    words,
  );
  const corners = figure.spec.data.values;
  const area = corners.reduce((sum, { x, y }, i) => {
    const next = corners[i + 1];
    expect(next === undefined || next.x === x || next.y === y).toBe(true);
    return sum + (x - (next?.x ?? x)) * (y ?? 0);
  }, 0);
  expect(area).toBeCloseTo(5 / 6, 12);
});

test("a share of positives that is no share is refused, and one of no rows is left out", () => {
  const curves = [{ name: "a", precision: [1], recall: [1] }];
  expect(() => precisionRecallCurve(curves, { ...words, positives: 40 })).toThrow(
    new RangeError("precisionRecallCurve needs a share of positives from 0 to 1, got 40."),
  );
  expect(() => precisionRecallCurve(curves, { ...words, positives: Number.NaN })).not.toThrow();
});

test("an empty bin has no point, and the reader is told of the smallest", () => {
  const figure = calibration(
    [
      {
        name: "bayes",
        predicted: [0.1, Number.NaN, 0.9],
        observed: [0.2, Number.NaN, 0.7],
        count: [40, 0, 3],
      },
    ],
    words,
  );
  expect(pointsOf(figure)).toEqual([
    [0.1, 0.2],
    [0.9, 0.7],
  ]);
  expect(figure.notes).toEqual(["A point stands for 3 to 40 rows."]);
});

test("scores are means over folds in a band from the lowest to the highest, by ascending size", () => {
  const figure = learningCurve(
    {
      trainSizes: [100, 10],
      trainScores: [
        [0.9, 0.8],
        [1, 1],
      ],
      testScores: [
        [0.7, 0.8],
        [0.2, 0.6],
      ],
    },
    words,
  );
  expect(figure.spec.data.values.map(({ x, y, low, high }) => [x, y, low, high])).toEqual([
    [10, 1, 1, 1],
    [100, expect.closeTo(0.85, 12), 0.8, 0.9],
    [10, expect.closeTo(0.4, 12), 0.2, 0.6],
    [100, 0.75, 0.7, 0.8],
  ]);
  expect(figure.notes).toEqual(["Lines: means of 2 folds. Bands: from the lowest fold to the highest."]);
});

test("a fold without a score is left out of its mean, and a value without any score breaks the line", () => {
  const none = [Number.NaN, Number.NaN];
  const data = {
    values: [1, 2, 3],
    trainScores: [
      [1, 1],
      [1, Number.NaN],
      [1, 1],
    ],
    testScores: [[0.5, 0.7], none, [0.9, 0.9]],
  };
  const figure = validationCurve(data, { ...words, xTitle: "depth", chosen: 3 });
  expect(pointsOf(figure, 0)).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
  expect(pointsOf(figure, 1)[1]).toEqual([2, null]);
  expect(figure.notes).toContain("Folds without a score are left out of 2 means.");
});

test("epochs count from 1, and the kept one has a rule", () => {
  const figure = lossHistory({ train: [0.9, 0.5], validation: [1, 0.8] }, { ...words, chosen: 2 });
  expect(pointsOf(figure, 1)).toEqual([
    [1, 1],
    [2, 0.8],
  ]);
  expect(marksIn(figure.spec.layer)).toEqual([{ x: 2, label: "epoch kept" }]);
});

test("columns of different lengths are refused by the builder's own name", () => {
  const refusals: [() => unknown, string][] = [
    [
      () => rocCurve([{ name: "a", fpr: [0], tpr: [0, 1] }], words),
      "rocCurve needs as many tpr as fpr, got 2 and 1.",
    ],
    [
      () => precisionRecallCurve([{ name: "a", precision: [1], recall: [] }], words),
      "precisionRecallCurve needs as many precision as recall, got 1 and 0.",
    ],
    [
      () => calibration([{ name: "a", predicted: [1], observed: [1], count: [] }], words),
      "calibration needs as many count as predicted, got 0 and 1.",
    ],
    [
      () => learningCurve({ trainSizes: [1, 2], trainScores: [[1], [1]], testScores: [[1]] }, words),
      "learningCurve needs testScores for each of 2 settings, got 1.",
    ],
    [
      () => lossHistory({ train: [1], validation: [1, 2] }, words),
      "lossHistory needs as many validation as train, got 2 and 1.",
    ],
  ];
  for (const [build, message] of refusals) expect(build).toThrow(new RangeError(message));
});
