import { Matrix as MlMatrix } from "ml-matrix";
import { describe, expect, test } from "vitest";

import { SimpleImputer } from "../../src/ml/impute.ts";
import { Ridge } from "../../src/ml/linear-model.ts";
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

describe("with a classifier that gives probabilities", () => {
  const pipeline = new Pipeline([
    ["scale", new StandardScaler()],
    ["knn", new KNeighborsClassifier<string>({ nNeighbors: 3 })],
  ]).fit(XTrain, yTrain);

  test("gives them for the rows as its transformers change them", () => {
    const scaler = new StandardScaler().fit(XTrain);
    const knn = new KNeighborsClassifier<string>({ nNeighbors: 3 }).fit(scaler.transform(XTrain), yTrain);
    expect(pipeline.classes).toEqual(["high", "low"]);
    expect(pipeline.predictProba(XTest)).toEqual(knn.predictProba(scaler.transform(XTest)));
  });

  test("takes columns and matrices as it takes rows", () => {
    const columns = [0, 1].map((j) => Float64Array.from(XTest, (row) => row[j] ?? Number.NaN));
    expect(pipeline.predict({ columns })).toEqual(pipeline.predict(XTest));
    expect(pipeline.predict(new MlMatrix(XTest.map((row) => [...row])))).toEqual(pipeline.predict(XTest));
  });

  test("has no transform", () => {
    expect(() => pipeline.transform(XTest)).toThrow(
      'Pipeline.transform needs a transform in its last step, got none in "knn".',
    );
  });
});

describe("of transformers alone", () => {
  const steps = () =>
    new Pipeline([
      ["fill", new SimpleImputer()],
      ["scale", new MinMaxScaler()],
    ]);

  test("is a transformer itself, and needs no targets", () => {
    expect(steps().fitTransform([[0], [Number.NaN], [10]])).toEqual([[0], [0.5], [1]]);
    expect(
      steps()
        .fit([[0], [10]])
        .transform([[Number.NaN]]),
    ).toEqual([[0.5]]);
  });

  test("has no predict, score, probabilities or classes", () => {
    const pipeline = steps().fit([[0], [10]]);
    expect(() => pipeline.predict([[1]])).toThrow(/needs a predict in its last step, got none in "scale"/);
    expect(() => pipeline.score([[1]], [])).toThrow(/needs a predict in its last step, got none in "scale"/);
    expect(() => pipeline.predictProba([[1]])).toThrow(
      /needs a predictProba in its last step, got none in "scale"/,
    );
    expect(() => pipeline.classes).toThrow(/needs a classifier as last step, got "scale"/);
  });
});

describe("through JSON", () => {
  const y = [1, 2, 4, 3];
  const inner = new Pipeline<number>([["range", new MinMaxScaler()]]);
  const pipeline = new Pipeline<number>([
    ["inner", inner],
    ["scale", new StandardScaler()],
    ["ridge", new Ridge()],
  ]);
  const classes = { Pipeline, MinMaxScaler, StandardScaler, Ridge };

  test("predicts the same, steps within steps included", () => {
    const json = JSON.parse(JSON.stringify(pipeline.fit(XTrain, y)));
    const again = Pipeline.fromJSON(json, classes);
    expect(again.predict(XTest)).toEqual(pipeline.predict(XTest));
    expect(again.steps.map(([name]) => name)).toEqual(["inner", "scale", "ridge"]);
    expect(JSON.stringify(again)).toBe(JSON.stringify(pipeline));
  });

  test("stays unfitted if it was", () => {
    const fresh = new Pipeline<number>([["ridge", new Ridge()]]);
    const again = Pipeline.fromJSON(JSON.parse(JSON.stringify(fresh)), classes);
    expect(() => again.predict(XTest)).toThrow(/Pipeline.predict needs a fitted estimator/);
    expect(again.fit(XTrain, y).predict(XTest)).toEqual(fresh.fit(XTrain, y).predict(XTest));
  });

  test("is refused without a step's class, or for a step without toJSON", () => {
    const json = JSON.parse(JSON.stringify(pipeline));
    expect(() => Pipeline.fromJSON(json, { Pipeline, MinMaxScaler, StandardScaler })).toThrow(
      "Pipeline.fromJSON needs the class Ridge to read its steps, got Pipeline, MinMaxScaler, StandardScaler.",
    );
    const mute = new Pipeline([["mute", { fit: () => undefined, predict: () => [1], score: () => 0 }]]);
    expect(() => mute.toJSON()).toThrow('Pipeline.toJSON needs a toJSON in each step, got none in "mute".');
  });
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
