import { describe, expect, test } from "vitest";

import { KNeighborsClassifier } from "../../src/ml/neighbors.ts";
import { Pipeline } from "../../src/ml/pipeline.ts";
import { MinMaxScaler, StandardScaler } from "../../src/ml/preprocessing.ts";
import { frozen } from "./expect-close.ts";

const XTrain = frozen([
  [0, 1000],
  [1, 3000],
  [2, 1000],
  [10, 3000],
]);
const yTrain = Object.freeze(["low", "low", "low", "high"]);
const XTest = frozen([
  [9, 1000],
  [1, 1000],
]);

const makeKnn = () => new KNeighborsClassifier<string>({ nNeighbors: 1 });

test("does what its steps do one after the other", () => {
  const scaler = new StandardScaler();
  const range = new MinMaxScaler();
  const knn = makeKnn().fit(range.fitTransform(scaler.fitTransform(XTrain)), yTrain);
  const expected = knn.predict(range.transform(scaler.transform(XTest)));
  const pipeline = new Pipeline([
    ["standard", new StandardScaler()],
    ["range", new MinMaxScaler()],
    ["knn", makeKnn()],
  ]);
  expect(pipeline.fit(XTrain, yTrain).predict(XTest)).toEqual(expected);
  expect(pipeline.score(XTest, expected)).toBe(1);
});

test("scales new rows by what the training rows taught, whatever rows are asked about with them", () => {
  const scaler = new StandardScaler();
  const pipeline = new Pipeline([
    ["scale", scaler],
    ["knn", makeKnn()],
  ]).fit(XTrain, yTrain);
  const learned = [...scaler.mean];
  const alone = pipeline.predict([[9, 3000]]);
  expect(
    pipeline
      .predict([
        [9, 3000],
        [1e6, -1e6],
      ])
      .slice(0, 1),
  ).toEqual(alone);
  expect(scaler.mean).toEqual(learned);
  expect(learned).toEqual([3.25, 2000]);
});

test("may consist of a predictor alone", () => {
  expect(new Pipeline([["knn", makeKnn()]]).fit(XTrain, yTrain).predict(XTrain)).toEqual(yTrain);
});

describe("refuses", () => {
  const message = "needs a fitted estimator, got one that has not learned yet: call fit first.";

  test("questions before fit", () => {
    const pipeline = new Pipeline([["knn", makeKnn()]]);
    expect(() => pipeline.predict(XTest)).toThrow(new TypeError(`Pipeline.predict ${message}`));
    expect(() => pipeline.score(XTest, ["low", "low"])).toThrow(new TypeError(`Pipeline.score ${message}`));
  });

  test("questions after a fit that failed half way, when its steps no longer belong together", () => {
    const pipeline = new Pipeline([
      ["scale", new StandardScaler()],
      ["knn", makeKnn()],
    ]).fit(XTrain, yTrain);
    expect(() => pipeline.fit([[5, 5]], [])).toThrow(RangeError);
    expect(() => pipeline.predict(XTest)).toThrow(/Pipeline.predict needs a fitted estimator/);
  });

  test("two steps of one name", () => {
    const pipeline = new Pipeline([
      ["step", new StandardScaler()],
      ["step", makeKnn()],
    ]);
    expect(() => pipeline.fit(XTrain, yTrain)).toThrow(
      'Pipeline needs a name of its own for each step, got "step" twice.',
    );
  });

  test("steps in an order that cannot work", () => {
    // @ts-expect-error: a predictor is no transformer
    const early = new Pipeline([
      ["knn", makeKnn()],
      ["other", makeKnn()],
    ]);
    expect(() => early.fit(XTrain, yTrain)).toThrow(
      'needs a transform in each step before the last, got none in "knn".',
    );
    // @ts-expect-error: what can only fit is neither a transformer nor a predictor
    const late = new Pipeline([["fit", { fit: () => undefined }]]);
    expect(() => late.fit(XTrain, yTrain)).toThrow(
      'Pipeline needs a predict or a transform in its last step, got none in "fit".',
    );
    // @ts-expect-error: there has to be a predictor
    expect(() => new Pipeline([]).fit(XTrain, yTrain)).toThrow("Pipeline needs at least one step, got none.");
  });
});
