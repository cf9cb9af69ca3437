import { describe, expect, test } from "vitest";

import { DummyClassifier, DummyRegressor } from "../../src/ml/dummy.ts";
import type { Label } from "../../src/ml/labels.ts";
import fixture from "../fixtures/ml/dummy.json" with { type: "json" };
import { expectClose } from "./expect-close.ts";

const rowsFor = (y: readonly unknown[]) => y.map(() => [0]);

describe.each(Object.entries(fixture.labels))(
  "DummyClassifier agrees with scikit-learn on %s",
  (_, given) => {
    const y: readonly Label[] = Object.freeze(given.y);
    const X = rowsFor(y);

    test.each(["prior", "mostFrequent"] as const)("%s", (strategy) => {
      const dummy = new DummyClassifier({ strategy }).fit(X, y);
      expect(dummy.predict(X)).toEqual(y.map(() => given[strategy].predicted));
      expectClose(
        dummy.predictProba(X),
        y.map(() => given[strategy].probabilities),
        1e-15,
      );
      expect(dummy.score(X, y)).toBeCloseTo(given[strategy].score, 12);
    });

    test("uniform probabilities", () => {
      const dummy = new DummyClassifier({ strategy: "uniform", randomState: 1 }).fit(X, y);
      expectClose(dummy.predictProba([[9]]), [given.uniform.probabilities], 1e-15);
    });
  },
);

describe("DummyClassifier that draws", () => {
  const y = ["a", "a", "a", "b"];
  const many = Array.from({ length: 4000 }, () => [0]);
  const share = (labels: readonly string[]) => labels.filter((label) => label === "a").length / labels.length;

  test("draws classes by their shares, or all alike", () => {
    const stratified = new DummyClassifier<string>({ strategy: "stratified", randomState: 3 }).fit(
      rowsFor(y),
      y,
    );
    const uniform = new DummyClassifier<string>({ strategy: "uniform", randomState: 3 }).fit(rowsFor(y), y);
    // Four standard deviations of a share of 4000 draws.
    expect(Math.abs(share(stratified.predict(many)) - 0.75)).toBeLessThan(0.028);
    expect(Math.abs(share(uniform.predict(many)) - 0.5)).toBeLessThan(0.032);
  });

  test("draws the same by the same randomState, in predict and in predictProba, and after JSON", () => {
    const dummy = new DummyClassifier<string>({ strategy: "stratified", randomState: 3 }).fit(rowsFor(y), y);
    const labels = dummy.predict(many);
    expect(dummy.predict(many)).toEqual(labels);
    expect(dummy.predictProba(many).map(([a]) => (a === 1 ? "a" : "b"))).toEqual(labels);
    expect(DummyClassifier.fromJSON(JSON.parse(JSON.stringify(dummy))).predict(many)).toEqual(labels);
    const other = new DummyClassifier({ strategy: "stratified", randomState: 4 }).fit(rowsFor(y), y);
    expect(other.predict(many)).not.toEqual(labels);
  });
});

test("DummyClassifier predicts a constant, whatever is more frequent", () => {
  const dummy = new DummyClassifier<string>({ strategy: "constant", constant: "b" }).fit(
    [["x"], ["y"], [null]],
    ["a", "a", "b"],
  );
  expect(dummy.predict([["z"]])).toEqual(["b"]);
  expect(dummy.predictProba([["z"]])).toEqual([[0, 1]]);
  expect(DummyClassifier.fromJSON(JSON.parse(JSON.stringify(dummy))).predict([["z"]])).toEqual(["b"]);
});

describe.each(Object.entries(fixture.targets))(
  "DummyRegressor agrees with scikit-learn on %s",
  (_, given) => {
    const y = Object.freeze(given.y);

    test("mean, median and quantiles", () => {
      const predicted = (options: ConstructorParameters<typeof DummyRegressor>[0]) => {
        const dummy = new DummyRegressor(options).fit(rowsFor(y), y);
        const again = DummyRegressor.fromJSON(JSON.parse(JSON.stringify(dummy)));
        expect(again.predict([[1], [2]])).toEqual([dummy.prediction, dummy.prediction]);
        return dummy.prediction;
      };
      expectClose(predicted({}), given.mean);
      expectClose(predicted({ strategy: "median" }), given.median);
      for (const [quantile = Number.NaN, expected = Number.NaN] of given.quantiles) {
        expectClose(predicted({ strategy: "quantile", quantile }), expected);
      }
    });
  },
);

test("DummyRegressor of the mean explains nothing of the rows it learned from", () => {
  const dummy = new DummyRegressor().fit([[1], [2], [3]], [1, 2, 6]);
  expect(dummy.score([[1], [2], [3]], [1, 2, 6])).toBeCloseTo(0, 12);
});

describe("dummies refuse", () => {
  test.each([
    [{ strategy: "stratified" } as const, /needs a whole number randomState ≥ 0, got undefined/],
    [{ strategy: "constant", constant: "c" } as const, /needs a constant that occurs in y, got "c"/],
    [{ strategy: "constant" } as const, /needs a constant that occurs in y, got undefined/],
  ])("%j for labels a and b", (options, message) => {
    expect(() => new DummyClassifier<string>(options).fit([[1], [2]], ["a", "b"])).toThrow(message);
  });

  test.each([
    [{ strategy: "quantile" } as const, /needs a quantile from 0 to 1, got undefined/],
    [{ strategy: "quantile", quantile: 1.5 } as const, /needs a quantile from 0 to 1, got 1.5/],
    [{ strategy: "constant" } as const, /needs a finite number as constant, got undefined/],
  ])("%j for numbers", (options, message) => {
    expect(() => new DummyRegressor(options).fit([[1], [2]], [1, 2])).toThrow(message);
  });

  test("targets that are not one a row, and questions before fit", () => {
    expect(() => new DummyClassifier().fit([[1], [2]], ["a"])).toThrow(/got 2 rows and 1 targets/);
    expect(() => new DummyRegressor().fit([[1]], [Number.NaN])).toThrow(/finite/);
    expect(() => new DummyClassifier().predict([[1]])).toThrow(
      /DummyClassifier.predict needs a fitted estimator/,
    );
    expect(() => new DummyRegressor().predict([[1]])).toThrow(
      /DummyRegressor.predict needs a fitted estimator/,
    );
  });
});
