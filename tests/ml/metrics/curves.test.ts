import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  averagePrecisionScore,
  brierScoreLoss,
  logLoss,
  precisionRecallCurve,
  rocAucScore,
  rocCurve,
} from "../../../src/ml/metrics.ts";
import fixture from "../../fixtures/ml/metrics.json" with { type: "json" };
import { expectClose } from "../expect-close.ts";

describe.each(Object.entries(fixture.scores))("agree with scikit-learn on scores: %s", (_, given) => {
  const yTrue: readonly number[] = Object.freeze(given.yTrue);
  const yScore: readonly number[] = Object.freeze(given.yScore);

  test("the ROC curve and the area under it", () => {
    const { fpr, tpr, thresholds } = rocCurve(yTrue, yScore);
    expectClose([fpr, tpr, thresholds], given.roc, 1e-12);
    const all = rocCurve(yTrue, yScore, { dropIntermediate: false });
    expectClose([all.fpr, all.tpr, all.thresholds], given.rocWithAll, 1e-12);
    expect(rocAucScore(yTrue, yScore)).toBeCloseTo(given.auc, 12);
  });

  test("the precision-recall curve and the average precision", () => {
    const { precision, recall, thresholds } = precisionRecallCurve(yTrue, yScore);
    expectClose([precision, recall, thresholds], given.precisionRecall, 1e-12);
    expect(averagePrecisionScore(yTrue, yScore)).toBeCloseTo(given.averagePrecision, 12);
  });

  test("the losses", () => {
    if (given.brier === null || given.logLoss === null) {
      expect(() => brierScoreLoss(yTrue, yScore)).toThrow(/probabilities from 0 to 1/);
      return;
    }
    expectClose(brierScoreLoss(yTrue, yScore), given.brier);
    expectClose(logLoss(yTrue, yScore), given.logLoss);
  });
});

describe.each(Object.entries(fixture.probabilities))(
  "agree with scikit-learn on probabilities: %s",
  (_, given) => {
    const yTrue: readonly (string | number)[] = Object.freeze(given.yTrue);

    test("the logarithmic loss", () => {
      expectClose(logLoss(yTrue, given.rows), given.logLoss);
    });

    test("areas of several classes", () => {
      for (const { multiClass, average, expected } of given.auc) {
        const options = {
          multiClass: multiClass === "ovr" ? ("ovr" as const) : ("ovo" as const),
          average: average === "macro" ? ("macro" as const) : ("weighted" as const),
        };
        expect(rocAucScore(yTrue, given.rows, options)).toBeCloseTo(expected, 12);
      }
    });
  },
);

/** Labels and scores with ties, of both classes. */
const samples = fc
  .array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 6 })), { minLength: 2, maxLength: 25 })
  .filter((rows) => new Set(rows.map(([label]) => label)).size === 2);

test("the area is the share of pairs in the right order, a tie counting as half", () => {
  fc.assert(
    fc.property(samples, (rows) => {
      const [positives, others] = [1, 0].map((label) => rows.filter(([own]) => own === label));
      const pairs = (positives ?? []).flatMap(([, high]) =>
        (others ?? []).map(([, low]) => (high > low ? 1 : high === low ? 0.5 : 0)),
      );
      const share = pairs.reduce((sum: number, pair) => sum + pair, 0) / pairs.length;
      const area = rocAucScore(
        rows.map(([label]) => label),
        rows.map(([, score]) => score),
      );
      expectClose(area, share, 1e-12);
    }),
  );
});

test("only the order of the scores counts, and not that of the rows", () => {
  fc.assert(
    fc.property(samples, (rows) => {
      const [yTrue, yScore] = [rows.map(([label]) => label), rows.map(([, score]) => score)];
      const stretched = yScore.map((score) => 1e6 * score ** 3 - 7);
      expect(rocAucScore(yTrue, stretched)).toBe(rocAucScore(yTrue, yScore));
      expect(averagePrecisionScore(yTrue, stretched)).toBe(averagePrecisionScore(yTrue, yScore));
      const reversed = rocCurve([...yTrue].reverse(), [...yScore].reverse());
      expect(reversed).toEqual(rocCurve(yTrue, yScore));
    }),
  );
});

test("posLabel says which of two texts is positive", () => {
  const yTrue = ["ill", "well", "ill", "well"];
  const yScore = [0.9, 0.2, 0.6, 0.7];
  const numbers = [1, 0, 1, 0];
  expect(rocCurve(yTrue, yScore, { posLabel: "ill" })).toEqual(rocCurve(numbers, yScore));
  expect(brierScoreLoss(yTrue, yScore, { posLabel: "ill" })).toBe(brierScoreLoss(numbers, yScore));
  expect(() => rocCurve(yTrue, yScore)).toThrow(
    'rocCurve needs posLabel for labels other than 0 and 1, or -1 and 1, got "ill", "well".',
  );
  expect(() => averagePrecisionScore(yTrue, yScore, { posLabel: "sick" })).toThrow(
    /needs one of the labels as posLabel, "ill", "well", got "sick"/,
  );
});

test("without a positive row every recall is 1, as in scikit-learn, and there is no ROC curve", () => {
  expect(precisionRecallCurve([0, 0], [0.2, 0.4])).toEqual({
    precision: [0, 0, 1],
    recall: [1, 1, 0],
    thresholds: [0.2, 0.4],
  });
  expect(averagePrecisionScore([0, 0], [0.2, 0.4])).toBe(0);
  expect(() => rocCurve([0, 0], [0.2, 0.4])).toThrow(
    /needs rows of both classes, got 0 positive and 2 other/,
  );
  expect(() => rocAucScore([1, 1], [0.2, 0.4])).toThrow(
    /needs rows of both classes, got 2 positive and 0 other/,
  );
});

test("the logarithmic loss stays finite for a certain mistake, and takes classes that do not occur", () => {
  expect(logLoss([0, 1], [1, 0])).toBeCloseTo(-Math.log(Number.EPSILON), 9);
  const rows = [
    [0.25, 0.25, 0.5],
    [0.1, 0.8, 0.1],
  ];
  expect(logLoss([2, 1], rows, { labels: [0, 1, 2] })).toBeCloseTo(-(Math.log(0.5) + Math.log(0.8)) / 2, 12);
});

describe("refuse", () => {
  test.each([
    [[0.5, 1.2], /probabilities from 0 to 1, got -0.19999999999999996 in row 1/],
    [[0.5], /got 1 rows and 2 targets/],
    [
      [
        [0.5, 0.5],
        [0.9, 0.3],
      ],
      /probabilities that add up to 1, got 1.2 in row 1/,
    ],
    [[[0.5, 0.5], [1]], /needs 2 probabilities for each row, got 1 in row 1/],
  ])("%j as probabilities of two rows", (yProb, message) => {
    expect(() => logLoss([0, 1], yProb)).toThrow(message);
  });

  test("one class, unless all are named in ascending order", () => {
    expect(() => logLoss([1, 1], [0.5, 0.5])).toThrow(
      /needs two classes or more, got 1: name them all in labels/,
    );
    expect(() => logLoss([1, 1], [0.5, 0.5], { labels: [1, 0] })).toThrow(/labels that differ and ascend/);
    expect(logLoss([1, 1], [0.5, 0.5], { labels: [0, 1] })).toBeCloseTo(Math.log(2), 12);
  });

  test("scores that are no numbers, and areas of several classes without saying which", () => {
    expect(() => rocCurve([0, 1], [0.5, Number.NaN])).toThrow(/needs finite scores, got NaN at index 1/);
    expect(() => rocAucScore([0, 1, 2], [0.1, 0.2, 0.3])).toThrow(/a column of scores for each class/);
    const rows = [0, 1, 2].map((own) => [0, 1, 2].map((k) => Number(k === own)));
    expect(() => rocAucScore([0, 1, 2], rows)).toThrow(/needs multiClass "ovr" or "ovo"/);
    expect(() => brierScoreLoss([0, 1, 2], [0, 0, 0], { posLabel: 1 })).toThrow(/needs two classes, got 3/);
  });
});
