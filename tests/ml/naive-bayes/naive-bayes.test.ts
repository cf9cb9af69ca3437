import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { GaussianNB, MultinomialNB } from "../../../src/ml/naive-bayes.ts";
import fixtures from "../../fixtures/ml/naive_bayes.json" with { type: "json" };
import { expectClose, frozen } from "../expect-close.ts";

type Name = string | number;

/** Numbers as the fixture's JSON keeps them, minus infinity by name. */
type Stored = number | string;

interface Answers {
  classes: Name[];
  predicted: Name[];
  probabilities: number[][];
  logProbabilities: Stored[][];
}

interface Table<Case> {
  X: number[][];
  y: Name[];
  cases: (Case & Answers)[];
}

interface GaussianCase {
  options: { priors?: number[]; varSmoothing?: number };
  theta: number[][];
  var: number[][];
  classPrior: number[];
  classCount: number[];
}

interface MultinomialCase {
  options: { alpha?: number; fitPrior?: boolean; classPrior?: number[] };
  featureCount: number[][];
  featureLogProb: number[][];
  classLogPrior: number[];
}

// The types of a JSON file know only the options that each table happens to have.
const gaussians = Object.entries(fixtures.gaussian as unknown as Record<string, Table<GaussianCase>>);
const multinomials = Object.entries(
  fixtures.multinomial as unknown as Record<string, Table<MultinomialCase>>,
);

describe.each(gaussians)("GaussianNB agrees with scikit-learn on a table: %s", (_name, { X, y, cases }) => {
  test.each(cases)("with options $options", ({ options, ...expected }) => {
    const model = new GaussianNB(options).fit(frozen(X), Object.freeze([...y]));
    expect(model.classes).toEqual(expected.classes);
    expect(model.classCount).toEqual(expected.classCount);
    expectClose(model.classPrior, expected.classPrior);
    expectRatiosOfOne(model.theta, expected.theta);
    expectRatiosOfOne(model.var, expected.var);
    expectAnswers(model, X, expected);
  });
});

describe.each(multinomials)(
  "MultinomialNB agrees with scikit-learn on a table: %s",
  (_name, { X, y, cases }) => {
    test.each(cases)("with options $options", ({ options, ...expected }) => {
      const model = new MultinomialNB(options).fit(frozen(X), Object.freeze([...y]));
      expect(model.classes).toEqual(expected.classes);
      expectRatiosOfOne(model.featureCount, expected.featureCount);
      expectClose(model.featureLogProb, expected.featureLogProb);
      expectClose(model.classLogPrior, expected.classLogPrior);
      expectAnswers(model, X, expected);
    });
  },
);

function expectAnswers(
  model: GaussianNB<Name> | MultinomialNB<Name>,
  X: number[][],
  expected: Answers,
): void {
  expect(model.predict(frozen(X))).toEqual(expected.predicted);
  expectClose(model.predictProba(frozen(X)), expected.probabilities);
  model.predictLogProba(frozen(X)).forEach((row, i) => {
    row.forEach((value, k) => {
      const logarithm = Number(expected.logProbabilities[i]?.[k]);
      if (logarithm === -Infinity) expect(value).toBe(-Infinity);
      else expectClose(value, logarithm);
    });
  });
}

/** As expectClose, for numbers of any magnitude: zeros match zeros. */
function expectRatiosOfOne(actual: readonly (readonly number[])[], expected: number[][]): void {
  const unit = Math.max(...expected.flat().map(Math.abs)) || 1;
  const inUnits = (rows: readonly (readonly number[])[]) =>
    rows.map((row) => row.map((value) => value / unit));
  expectClose(inUnits(actual), inUnits(expected));
}

const rows = fc.integer({ min: 1, max: 3 }).chain((width) =>
  fc.array(
    fc.record({
      row: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: width, maxLength: width }),
      label: fc.constantFrom("a", "b", "c"),
    }),
    { minLength: 2, maxLength: 15 },
  ),
);

describe.each([
  { name: "GaussianNB", make: () => new GaussianNB<string>(), back: GaussianNB.fromJSON },
  { name: "MultinomialNB", make: () => new MultinomialNB<string>(), back: MultinomialNB.fromJSON },
])("$name", ({ name, make, back }) => {
  test("says the same when the rows come in another order", () => {
    fc.assert(
      fc.property(rows, (samples) => {
        const [X, y] = [samples.map(({ row }) => row), samples.map(({ label }) => label)];
        const reversed = make().fit([...X].reverse(), [...y].reverse());
        expectClose(reversed.predictProba(X), make().fit(X, y).predictProba(X), 1e-6);
      }),
    );
  });

  test("comes back from JSON with the same options and predictions", () => {
    const [X, y] = [
      [
        [1, 2],
        [3, 0],
        [2, 2],
        [0, 5],
      ],
      ["a", "b", "a", "c"],
    ];
    const model = make().fit(X, y);
    const copy = back(JSON.parse(JSON.stringify(model)));
    expect(copy.predictLogProba(X)).toEqual(model.predictLogProba(X));
    expect(copy.predict(X)).toEqual(model.predict(X));
    expect(copy.toJSON()).toEqual(model.toJSON());
    expect(() => back(JSON.parse(JSON.stringify(make()))).classes).toThrow(/needs a fitted estimator/);
    expect(() => back({ ...model.toJSON(), estimator: "KMeans" })).toThrow(/got that of "KMeans"/);
  });

  test("has learned nothing before fit, and says so", () => {
    for (const ask of [() => make().classes, () => make().predict([[1]]), () => make().score([[1]], ["a"])]) {
      expect(ask).toThrow(new RegExp(`^${name}\\.\\w+ needs a fitted estimator`));
    }
  });

  test("refuses labels that are too few, and rows of another width", () => {
    expect(() => make().fit([[1], [2]], ["a"])).toThrow(/got 2 rows and 1 targets/);
    expect(() =>
      make()
        .fit([[1]], ["a"])
        .predict([[1, 2]]),
    ).toThrow(/needs rows of 1 values, as in fit, got 2/);
  });
});

describe("GaussianNB", () => {
  test("knows no better than the priors where no column varies", () => {
    const model = new GaussianNB().fit([[0.1], [0.1], [0.1], [0.1]], ["a", "b", "b", "b"]);
    expectClose(model.predictProba([[0.1], [7]]), [
      [0.25, 0.75],
      [0.25, 0.75],
    ]);
  });

  test("learns nothing from a column that is constant in all rows", () => {
    fc.assert(
      fc.property(rows, (samples) => {
        const [X, y] = [samples.map(({ row }) => row), samples.map(({ label }) => label)];
        const wider = X.map((row) => [...row, 0.1]);
        const expected = new GaussianNB().fit(X, y).predictProba(X);
        expectClose(new GaussianNB().fit(wider, y).predictProba(wider), expected, 1e-6);
      }),
    );
  });

  test("doesn't mind the units of a table as a whole", () => {
    const { X, y } = fixtures.gaussian.mixed;
    const model = new GaussianNB<string>().fit(X, y);
    const scaled = X.map((row) => row.map((value) => value * 2 ** 100));
    expectClose(new GaussianNB<string>().fit(scaled, y).predictProba(scaled), model.predictProba(X));
  });

  test.each([
    [{ varSmoothing: -1 }, /needs a finite varSmoothing ≥ 0, got -1/],
    [{ priors: [1] }, /needs one of priors for each of 2 classes, got 1/],
    [{ priors: [0.5, 0.6] }, /needs priors that add up to 1, got 1.1/],
    [{ priors: [1.5, -0.5] }, /needs priors ≥ 0, got -0.5/],
    [
      { varSmoothing: 0 },
      /needs varSmoothing > 0, or features that vary in each class, got a variance of 0 in column 1/,
    ],
  ])("refuses the options %j, when it fits", (options, message) => {
    const X = [
      [1, 2],
      [2, 2],
      [3, 1],
      [4, 1],
    ];
    expect(() => new GaussianNB(options).fit(X, ["a", "a", "b", "b"])).toThrow(message);
  });

  test("refuses variances and distances that overflow", () => {
    expect(() => new GaussianNB().fit([[1e200], [-1e200]], [0, 1])).toThrow(/needs finite variances/);
    const model = new GaussianNB().fit([[0], [1], [2]], [0, 0, 1]);
    expect(() => model.predict([[0], [1e300]])).toThrow(/got one that overflows in row 1/);
  });
});

describe("MultinomialNB", () => {
  test.each([
    [{ alpha: -1 }, /needs a finite alpha ≥ 0, got -1/],
    [{ classPrior: [1] }, /needs one of classPrior for each of 2 classes, got 1/],
  ])("refuses the options %j, when it fits", (options, message) => {
    expect(() => new MultinomialNB(options).fit([[1], [2]], ["a", "b"])).toThrow(message);
  });

  test("refuses negative counts, and sums that overflow", () => {
    expect(() =>
      new MultinomialNB().fit(
        [
          [1, 2],
          [3, -1],
        ],
        [0, 1],
      ),
    ).toThrow(/got -1 in row 1, column 1/);
    expect(() => new MultinomialNB().fit([[1e308], [1e308]], [0, 0])).toThrow(
      /counts with a finite sum, got Infinity/,
    );
  });
});
