import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Label } from "../../../src/ml/labels.ts";
import {
  accuracyScore,
  balancedAccuracyScore,
  f1Score,
  fbetaScore,
  matthewsCorrcoef,
  precisionRecallFscoreSupport,
  precisionScore,
  recallScore,
} from "../../../src/ml/metrics.ts";
import fixture from "../../fixtures/ml/metrics.json" with { type: "json" };
import { expectClose } from "../expect-close.ts";

type Average = "binary" | "micro" | "macro" | "weighted" | null;

/** Everything at once, in the form of the fixtures: precision, recall, F-score, support. */
function scores(
  yTrue: readonly Label[],
  yPred: readonly Label[],
  average: Average,
  options: { beta?: number; zeroDivision?: 0 | 1; labels?: readonly Label[] },
) {
  const { precision, recall, fscore, support } =
    average === null
      ? precisionRecallFscoreSupport(yTrue, yPred, { ...options, average })
      : precisionRecallFscoreSupport(yTrue, yPred, { ...options, average });
  return [precision, recall, fscore, support ?? []];
}

describe.each(Object.entries(fixture.labels))("agree with scikit-learn on %s", (_, given) => {
  const yTrue: readonly Label[] = Object.freeze(given.yTrue);
  const yPred: readonly Label[] = Object.freeze(given.yPred);

  test("accuracy, balanced accuracy and Matthews' coefficient", () => {
    expect(accuracyScore(yTrue, yPred)).toBeCloseTo(given.accuracy, 12);
    expect(balancedAccuracyScore(yTrue, yPred)).toBeCloseTo(given.balancedAccuracy, 12);
    expect(matthewsCorrcoef(yTrue, yPred)).toBeCloseTo(given.matthews, 12);
  });

  test("precision, recall and F-scores, averaged and not, whatever 0/0 is", () => {
    for (const { average, beta, zeroDivision, expected } of given.scores) {
      const options = { beta, zeroDivision: zeroDivision === 0 ? (0 as const) : (1 as const) };
      const actual = scores(yTrue, yPred, average as Average, options);
      expectClose(
        actual,
        expected.map((part) => part ?? []),
        1e-12,
        `${average}, ${beta}, ${zeroDivision}`,
      );
    }
  });

  test("the same of some classes only", () => {
    const labels: Label[] = given.subset.labels;
    for (const { average, expected } of given.subset.scores) {
      const actual = scores(yTrue, yPred, average as Average, { labels });
      expectClose(
        actual,
        expected.map((part) => part ?? []),
        1e-12,
        `${average}`,
      );
    }
  });
});

test("worked by hand: three of four found are right, three of five are found", () => {
  const yTrue = [1, 1, 1, 1, 1, 0, 0];
  const yPred = [1, 1, 1, 0, 0, 1, 0];
  expect(precisionScore(yTrue, yPred)).toBe(3 / 4);
  expect(recallScore(yTrue, yPred)).toBe(3 / 5);
  expect(f1Score(yTrue, yPred)).toBeCloseTo(2 / (4 / 3 + 5 / 3), 12);
  expect(fbetaScore(yTrue, yPred, { beta: 2 })).toBeCloseTo(0.625, 12); // 5 · 3/4 · 3/5 / (4 · 3/4 + 3/5)
  expect(fbetaScore(yTrue, yPred, { beta: 0 })).toBe(3 / 4);
  expect(fbetaScore(yTrue, yPred, { beta: Number.POSITIVE_INFINITY })).toBe(3 / 5);
});

test("each class by itself, in ascending order, and 0/0 is 0", () => {
  expect(precisionScore(["a", "b"], ["a", "a"], { average: null })).toEqual([0.5, 0]);
  expect(recallScore(["a", "b"], ["a", "a"], { average: null })).toEqual([1, 0]);
  expect(f1Score(["a", "a"], ["b", "b"], { average: null })).toEqual([0, 0]);
});

const pairs = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("a", "b", "c")), {
  minLength: 1,
  maxLength: 30,
});

const oneNumber = {
  accuracyScore,
  balancedAccuracyScore,
  matthewsCorrcoef,
  f1Macro: (yTrue: string[], yPred: string[]) => f1Score(yTrue, yPred, { average: "macro" }),
  precisionWeighted: (yTrue: string[], yPred: string[]) =>
    precisionScore(yTrue, yPred, { average: "weighted" }),
};

test.each(Object.entries(oneNumber))(
  "%s does not mind the order of rows, nor rows that come twice",
  (_, metric) => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const score = (of: typeof rows) =>
          metric(
            of.map(([label]) => label),
            of.map(([, label]) => label),
          );
        expectClose(score([...rows].reverse()), score(rows), 1e-12);
        expectClose(score([...rows, ...rows]), score(rows), 1e-12);
      }),
    );
  },
);

test("recall, micro-averaged, is accuracy; macro-averaged over the classes that occur, balanced accuracy", () => {
  fc.assert(
    fc.property(pairs, (rows) => {
      const [yTrue, yPred] = [rows.map(([label]) => label), rows.map(([, label]) => label)];
      expectClose(recallScore(yTrue, yPred, { average: "micro" }), accuracyScore(yTrue, yPred), 1e-12);
      const labels = [...new Set(yTrue)];
      const macro = recallScore(yTrue, yPred, { average: "macro", labels });
      expectClose(macro, balancedAccuracyScore(yTrue, yPred), 1e-12);
    }),
  );
});

test("balanced accuracy, adjusted, is 0 for guesses and 1 for certainty", () => {
  expect(balancedAccuracyScore([0, 0, 1], [0, 0, 0], { adjusted: true })).toBe(0);
  expect(balancedAccuracyScore([0, 0, 1], [0, 0, 1], { adjusted: true })).toBe(1);
  expect(() => balancedAccuracyScore([0], [0], { adjusted: true })).toThrow(/needs rows of two classes/);
});

describe("refuse", () => {
  test("binary averages of three classes, or of two without the positive one", () => {
    expect(() => f1Score([0, 1, 2], [0, 1, 2])).toThrow(
      'f1Score needs two classes, got 3: choose an average other than "binary".',
    );
    expect(() => precisionScore<Label>(["no", "yes"], ["no", "yes"])).toThrow(
      'precisionScore needs one of the labels "no" and "yes" as posLabel, got 1.',
    );
    expect(precisionScore(["no", "yes"], ["yes", "yes"], { posLabel: "yes" })).toBe(0.5);
  });

  test("options that are none", () => {
    // @ts-expect-error: the point is what happens when the types are not kept
    expect(() => recallScore([1], [1], { average: "mean" })).toThrow(/or null as average, got "mean"/);
    // @ts-expect-error: as above
    expect(() => recallScore([1], [1], { zeroDivision: 2 })).toThrow(/needs zeroDivision 0 or 1, got 2/);
    expect(() => fbetaScore([1], [1], { beta: -1 })).toThrow(/needs beta ≥ 0, got -1/);
    expect(() => f1Score([1, 2], [1, 2], { average: "macro", labels: [1, 1] })).toThrow(/labels that differ/);
  });

  test("lists of different lengths, and none", () => {
    expect(() => f1Score([1, 1], [1])).toThrow(/got 2 labels and 1 predictions/);
    expect(() => matthewsCorrcoef([], [])).toThrow(/needs at least one label, got none/);
  });
});
