import { describe, expect, test } from "vitest";

import type { MLPOptions } from "../../../src/ml/neural-network/mlp-options.ts";
import { MLPClassifier, MLPRegressor } from "../../../src/ml/neural-network.ts";
import fixtures from "../../fixtures/ml/neural_network.json" with { type: "json" };
import { expectClose, frozen } from "../expect-close.ts";

interface Case {
  options: Partial<MLPOptions>;
  initialWeights: { coefs: number[][][]; intercepts: number[][] };
  lossCurve: number[];
  coefs: number[][][];
  intercepts: number[][];
}

interface Classified extends Case {
  predicted: (string | number)[];
  probabilities: number[][];
}

interface Regressed extends Case {
  predicted: number[];
}

// The types of a JSON file know only the options that each table happens to have.
const classifiers = Object.entries(
  fixtures.classifiers as unknown as Record<
    string,
    { X: number[][]; y: (string | number)[]; cases: Classified[] }
  >,
);
const regressors = Object.entries(
  fixtures.regressors as unknown as Record<string, { X: number[][]; y: number[]; cases: Regressed[] }>,
);
const IRIS = fixtures.classifiers.iris;
const DIABETES = fixtures.regressors.diabetes;

describe.each(classifiers)(
  "MLPClassifier learns what scikit-learn does on a table: %s",
  (_name, { X, y, cases }) => {
    test.each(cases)("with options $options", ({ options, initialWeights, ...expected }) => {
      const model = new MLPClassifier({ ...options, initialWeights }).fit(frozen(X), Object.freeze([...y]));
      expectSameTraining(model, expected);
      expect(model.predict(frozen(X))).toEqual(expected.predicted);
      expectClose(model.predictProba(frozen(X)), expected.probabilities, 1e-6);
    });
  },
);

describe.each(regressors)(
  "MLPRegressor learns what scikit-learn does on a table: %s",
  (_name, { X, y, cases }) => {
    test.each(cases)("with options $options", ({ options, initialWeights, ...expected }) => {
      const model = new MLPRegressor({ ...options, initialWeights }).fit(frozen(X), Object.freeze([...y]));
      expectSameTraining(model, expected);
      expectClose(model.predict(frozen(X)), expected.predicted, 1e-6);
    });
  },
);

function expectSameTraining(
  model: MLPClassifier | MLPRegressor,
  expected: Omit<Case, "options" | "initialWeights">,
): void {
  expectClose(model.lossCurve, expected.lossCurve, 1e-6);
  expectClose(model.coefs, expected.coefs, 1e-6);
  expectClose(model.intercepts, expected.intercepts, 1e-6);
  expect(model.nIter).toBe(expected.lossCurve.length);
}

describe("MLPClassifier", () => {
  const small = { hiddenLayerSizes: [8], learningRateInit: 0.02 };

  test("learns to tell irises apart", () => {
    const model = new MLPClassifier<string>({ ...small, maxIter: 300 }).fit(IRIS.X, IRIS.y);
    expect(model.score(IRIS.X, IRIS.y)).toBeGreaterThan(0.95);
    expect(model.converged).toBe(true);
    expect(model.loss).toBe(model.lossCurve.at(-1));
  });

  test("learns what no straight line can: who differs", () => {
    const X = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    const model = new MLPClassifier({
      hiddenLayerSizes: [8],
      activation: "tanh",
      learningRateInit: 0.1,
      maxIter: 500,
    });
    expect(model.fit(X, [0, 1, 1, 0]).predict(X)).toEqual([0, 1, 1, 0]);
  });

  test("learns the same from the same randomState, and something else from another", () => {
    const lossOf = (randomState: number) =>
      new MLPClassifier<string>({ ...small, randomState, maxIter: 3 }).fit(IRIS.X, IRIS.y).lossCurve;
    expect(lossOf(1)).toEqual(lossOf(1));
    expect(lossOf(1)).not.toEqual(lossOf(2));
  });

  test("with early stopping keeps the weights that did best on the rows held out", () => {
    const options = { ...small, earlyStopping: true, validationFraction: 0.2, nIterNoChange: 4 };
    const model = new MLPClassifier<string>(options).fit(IRIS.X, IRIS.y);
    const scores = model.validationScores ?? [];
    expect(scores).toHaveLength(model.nIter);
    expect(model.converged).toBe(true);
    // Trained anew up to the first of the best epochs, the network is the one that was kept.
    const epochs = scores.indexOf(Math.max(...scores)) + 1;
    const shorter = new MLPClassifier<string>({ ...options, maxIter: epochs }).fit(IRIS.X, IRIS.y);
    expect(shorter.coefs).toEqual(model.coefs);
  });

  test("gives probabilities that add up to 1, and their logarithms", () => {
    const model = new MLPClassifier<string>({ ...small, maxIter: 5 }).fit(IRIS.X, IRIS.y);
    for (const row of model.predictProba(IRIS.X))
      expectClose(
        row.reduce((sum, share) => sum + share, 0),
        1,
      );
    expectClose(
      model.predictLogProba(IRIS.X),
      model.predictProba(IRIS.X).map((row) => row.map(Math.log)),
    );
  });

  test("holds the only class of its rows for certain", () => {
    const model = new MLPClassifier(small).fit([[1], [2]], ["a", "a"]);
    expect(model.predict([[5]])).toEqual(["a"]);
    expect(model.predictProba([[5]])).toEqual([[1]]);
  });

  test("refuses initial weights of another shape", () => {
    const initialWeights = { coefs: [[[1], [2]]], intercepts: [[1, 2]] };
    expect(() => new MLPClassifier({ hiddenLayerSizes: [], initialWeights }).fit([[1, 2]], ["a"])).toThrow(
      /needs weights for 1 layers, 2 × 1 and 1 intercepts in layer 0, got others/,
    );
  });
});

describe("MLPRegressor", () => {
  test("learns a curve", () => {
    const X = Array.from({ length: 60 }, (_, i) => [i / 30 - 1]);
    const y = X.map(([x = 0]) => Math.sin(3 * x));
    const model = new MLPRegressor({
      hiddenLayerSizes: [20],
      activation: "tanh",
      learningRateInit: 0.02,
      maxIter: 1000,
      tol: 1e-6,
    });
    expect(model.fit(X, y).score(X, y)).toBeGreaterThan(0.99);
  });

  test("with early stopping scores the rows held out by R²", () => {
    const options = { hiddenLayerSizes: [5], earlyStopping: true, learningRateInit: 0.01 };
    const model = new MLPRegressor(options).fit(DIABETES.X, DIABETES.y);
    expect(model.validationScores).toHaveLength(model.nIter);
    expect(() => new MLPRegressor(options).fit([[1], [2], [3]], [1, 2, 3])).toThrow(
      /needs at least 2 rows to hold out and one to learn from, got 1 of 3/,
    );
  });

  test("refuses weights that overflow, and says what helps", () => {
    const model = new MLPRegressor({ solver: "sgd", learningRateInit: 1e10 });
    expect(() => model.fit([[1e10], [2e10]], [1, 2])).toThrow(
      /scale the features, or lower learningRateInit/,
    );
  });
});

describe.each([
  {
    name: "MLPClassifier",
    make: (options = {}) => new MLPClassifier<number>(options),
    back: MLPClassifier.fromJSON,
  },
  { name: "MLPRegressor", make: (options = {}) => new MLPRegressor(options), back: MLPRegressor.fromJSON },
])("$name", ({ name, make, back }) => {
  const [X, y] = [
    [
      [0, 1],
      [1, 3],
      [2, 2],
      [4, 0],
    ],
    [0, 1, 1, 0],
  ];

  test("comes back from JSON with the same options and predictions", () => {
    for (const options of [
      {},
      { maxIter: 3, solver: "sgd", nIterNoChange: Infinity, hiddenLayerSizes: [3, 2] },
    ]) {
      const model = make(options).fit(X, y);
      const copy = back(JSON.parse(JSON.stringify(model)));
      expect(copy.predict(X)).toEqual(model.predict(X));
      expect(copy.coefs).toEqual(model.coefs);
      expect(copy.toJSON()).toEqual(model.toJSON());
      const again = make(copy).fit(X, y);
      expect(again.lossCurve).toEqual(model.lossCurve);
    }
    const initialWeights = { coefs: [[[1], [2]]], intercepts: [[3]] };
    const unfitted = back(JSON.parse(JSON.stringify(make({ hiddenLayerSizes: [], initialWeights }))));
    expect(unfitted.initialWeights).toEqual(initialWeights);
    expect(() => unfitted.coefs).toThrow(/needs a fitted estimator/);
    expect(() => back({ estimator: "KMeans" })).toThrow(/got that of "KMeans"/);
  });

  test("is not changed by changes to what JSON or its getters gave", () => {
    const model = make({ maxIter: 1 }).fit(X, y);
    const before = model.predict(X);
    const json = JSON.parse(JSON.stringify(model));
    const copy = back(json);
    json.learned.coefs[0][0][0] = 1e6;
    expect(copy.predict(X)).toEqual(before);
  });

  test("has learned nothing before fit, and says so", () => {
    for (const ask of [() => make().coefs, () => make().lossCurve, () => make().predict([[1]])]) {
      expect(ask).toThrow(new RegExp(`^${name}\\.\\w+ needs a fitted estimator`));
    }
  });

  test.each([
    [{ hiddenLayerSizes: [3, 0] }, /needs a whole number hiddenLayerSizes\[1\] ≥ 1, got 0/],
    [
      { activation: "relux" },
      /needs "identity" or "logistic" or "tanh" or "relu" as activation, got "relux"/,
    ],
    [{ solver: "lbfgs" }, /needs "sgd" or "adam" as solver, got "lbfgs"/],
    [{ alpha: -1 }, /needs alpha finite and ≥ 0, got -1/],
    [{ batchSize: 0 }, /needs a whole number batchSize ≥ 1, got 0/],
    [{ learningRateInit: 0 }, /needs learningRateInit finite and > 0, got 0/],
    [{ maxIter: 1.5 }, /needs a whole number maxIter ≥ 1, got 1.5/],
    [{ momentum: 2 }, /needs momentum from 0 to 1, got 2/],
    [{ beta1: 1 }, /needs beta1 from 0 to below 1, got 1/],
    [{ validationFraction: 1 }, /needs validationFraction between 0 and 1, got 1/],
    [{ randomState: -1 }, /needs a whole number randomState ≥ 0, got -1/],
  ])("refuses the options %j, when it fits", (options, message) => {
    expect(() => make(options).fit(X, y)).toThrow(message);
  });

  test("refuses targets that are too few, and rows of another width", () => {
    expect(() => make().fit(X, [0, 1])).toThrow(/got 4 rows and 2 targets/);
    expect(() =>
      make({ maxIter: 1 })
        .fit(X, y)
        .predict([[1]]),
    ).toThrow(/needs rows of 2 values, as in fit, got 1/);
  });
});
