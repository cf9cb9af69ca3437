import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";

import { LinearRegression, Ridge } from "../../../src/ml/linear-model.ts";
import fixtures from "../../fixtures/ml/linear_model.json" with { type: "json" };
import { expectClose, frozen } from "../expect-close.ts";

const LONGLEY = fixtures.regressions.longley;

describe.each(Object.entries(fixtures.regressions))(
  "agrees with scikit-learn on a table: %s",
  (name, { X, y, cases }) => {
    test.each(cases)("fitIntercept: $fitIntercept", ({ fitIntercept, linear, ridges, rank }) => {
      const regression = new LinearRegression({ fitIntercept }).fit(frozen(X), Object.freeze(y) as number[]);
      // By hand where scikit-learn's rounded mean leaves some of a constant column, which it then counts.
      expect(regression.rank).toBe(name === "only constant columns" && fitIntercept ? 0 : rank);
      expectSame(regression, linear, X, y, withinFor(name));
      for (const { alpha, ...expected } of ridges) {
        const ridge = new Ridge({ alpha, fitIntercept }).fit(frozen(X), y);
        expectSame(ridge, expected, X, y, withinFor(name));
      }
    });
  },
);

/** Values of 1e9 and 1e10 beside some of 1 are rounded to a ten-millionth and a millionth, by scikit-learn too. */
function withinFor(name: string): number {
  return name === "far from zero" || name === "constant columns" ? 1e-6 : 1e-9;
}

/** Predictions agree as shares of the largest target, and coefficients as shares of the largest of them. */
function expectSame(
  model: LinearRegression | Ridge,
  expected: { coef: number[]; intercept: number; predicted: number[] },
  X: number[][],
  y: number[],
  within: number,
): void {
  const unit = Math.max(...y.map(Math.abs));
  expectClose(
    model.predict(frozen(X)).map((value) => value / unit),
    expected.predicted.map((value) => value / unit),
    within,
  );
  // What a column of magnitude m adds to a prediction is its coefficient times m.
  const magnitudes = expected.coef.map((_, j) => Math.max(...X.map((row) => Math.abs(row[j] ?? 0))));
  const shares = (coef: readonly number[]) => coef.map((value, j) => (value * (magnitudes[j] ?? 1)) / unit);
  expectClose(shares(model.coef), shares(expected.coef), within);
}

describe("LinearRegression", () => {
  test("says each group's mean where every group has a column of 0 and 1, one of which follows from the others", () => {
    const groups = [
      { size: 75, ones: 30 },
      { size: 440, ones: 57 },
      { size: 485, ones: 19 },
    ];
    const X = groups.flatMap(({ size }, k) =>
      Array.from({ length: size }, () => groups.map((_, j) => (j === k ? 1 : 0))),
    );
    const y = groups.flatMap(({ size, ones }) => Array.from({ length: size }, (_, i) => (i < ones ? 1 : 0)));
    const regression = new LinearRegression().fit(X, y);
    expect(regression.rank).toBe(2);
    const means = [30 / 75, 57 / 440, 19 / 485];
    expectClose(
      regression.predict([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]),
      means,
      1e-12,
    );
  });

  test("finds NIST's certified coefficients of Longley's columns, which nearly depend on each other", () => {
    // https://www.itl.nist.gov/div898/strd/lls/data/LINKS/v-Longley.shtml
    const certified = [
      15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359, -0.0511041056535807,
      1829.15146461355,
    ];
    const regression = new LinearRegression().fit(LONGLEY.X, LONGLEY.y);
    regression.coef.forEach((value, j) => {
      expect(value / (certified[j] ?? Number.NaN)).toBeCloseTo(1, 9);
    });
    expect(regression.intercept / -3482258.63459582).toBeCloseTo(1, 9);
  });

  test("finds the polynomial of degree 5 that NIST certified, from powers that nearly depend on each other", () => {
    // Wampler1, https://www.itl.nist.gov/div898/strd/lls/data/LINKS/v-Wampler1.shtml: all coefficients are exactly 1.
    const x = Array.from({ length: 21 }, (_, i) => i);
    const X = x.map((value) => [1, 2, 3, 4, 5].map((degree) => value ** degree));
    const y = x.map((value) => [0, 1, 2, 3, 4, 5].reduce((sum, degree) => sum + value ** degree, 0));
    const regression = new LinearRegression().fit(X, y);
    expectClose(regression.coef, [1, 1, 1, 1, 1], 1e-8);
    expectClose(regression.intercept, 1, 1e-8);
  });

  test("takes rows, a matrix of ml-matrix and columns alike", () => {
    const { X, y } = fixtures.regressions["one column"];
    const [rows, matrix, columns] = [X, new Matrix(X), { columns: [X.map(([value]) => value ?? 0)] }];
    const fromRows = new LinearRegression().fit(rows, y);
    expect(new LinearRegression().fit(matrix, y).coef).toEqual(fromRows.coef);
    expect(new LinearRegression().fit(columns, y).coef).toEqual(fromRows.coef);
    expect(fromRows.predict(columns)).toEqual(fromRows.predict(rows));
  });

  test("scores 1 for a perfect line, 0 for the mean, below 0 for worse", () => {
    const line = new LinearRegression().fit([[0], [1], [2]], [1, 3, 5]);
    expect(line.score([[0], [1], [2]], [1, 3, 5])).toBe(1);
    expect(line.score([[1], [1], [1]], [2, 3, 4])).toBe(0);
    expect(line.score([[2], [1], [0]], [1, 3, 5])).toBe(-3); // 1 - (16 + 0 + 16) / 8
  });
});

describe("Ridge", () => {
  test("without a price is ordinary least squares", () => {
    const { X, y } = fixtures.regressions["columns twice"];
    expectClose(new Ridge({ alpha: 0 }).fit(X, y).coef, new LinearRegression().fit(X, y).coef);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("refuses alpha %d, when it fits", (alpha) => {
    expect(() => new Ridge({ alpha }).fit([[1]], [1])).toThrow(/^Ridge.fit needs a finite alpha ≥ 0, got/);
  });
});

const problems = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, n]) => {
    const value = fc.integer({ min: -50, max: 50 }).map((whole) => whole / 10);
    const row = fc.array(value, { minLength: width, maxLength: width });
    return fc.record({
      X: fc.array(row, { minLength: n, maxLength: n }),
      y: fc.array(value, { minLength: n, maxLength: n }),
    });
  });

describe.each([
  { name: "LinearRegression", make: () => new LinearRegression(), alpha: 0 },
  { name: "Ridge", make: () => new Ridge({ alpha: 0.5 }), alpha: 0.5 },
])("$name", ({ name, make, alpha }) => {
  test("leaves no slope: moving any coefficient or the intercept could not make the objective smaller", () => {
    fc.assert(
      fc.property(problems, ({ X, y }) => {
        const model = make().fit(X, y);
        const residuals = model.predict(X).map((value, i) => (y[i] ?? 0) - value);
        expectClose(sum(residuals), 0);
        model.coef.forEach((coef, j) => {
          expectClose(sum(residuals.map((residual, i) => residual * (X[i]?.[j] ?? 0))), alpha * coef);
        });
      }),
    );
  });

  test("predicts the same when the rows come in another order", () => {
    fc.assert(
      fc.property(problems, ({ X, y }) => {
        const reversed = make().fit([...X].reverse(), [...y].reverse());
        // Where rounding decides whether columns depend on each other, coefficients may differ; what is predicted may not.
        expectClose(reversed.predict(X), make().fit(X, y).predict(X), 1e-8);
      }),
    );
  });

  test("has no use for a constant column", () => {
    fc.assert(
      fc.property(problems, fc.double({ min: -1e6, max: 1e6, noNaN: true }), ({ X, y }, constant) => {
        const model = make().fit(
          X.map((row) => [...row, constant]),
          y,
        );
        const withConstant = X.map((row) => [...row, constant]);
        expectClose(model.predict(withConstant), make().fit(X, y).predict(X), 1e-8);
        expectClose(model.coef.at(-1) ?? Number.NaN, 0, 1e-8);
      }),
    );
  });

  test("comes back from JSON with the same options and predictions", () => {
    const model = make().fit(LONGLEY.X, LONGLEY.y);
    const back = (name === "Ridge" ? Ridge : LinearRegression).fromJSON(JSON.parse(JSON.stringify(model)));
    expect(back.predict(LONGLEY.X)).toEqual(model.predict(LONGLEY.X));
    expect(back).toMatchObject({ ...model });
    const unfitted = (name === "Ridge" ? Ridge : LinearRegression).fromJSON(
      JSON.parse(JSON.stringify(make())),
    );
    expect(() => unfitted.coef).toThrow(/needs a fitted estimator/);
  });

  test("does not come back from something else", () => {
    const { fromJSON } = name === "Ridge" ? Ridge : LinearRegression;
    expect(() => fromJSON({ estimator: "KMeans" })).toThrow(
      /needs what toJSON of a \w+ gave, got that of "KMeans"/,
    );
    const json = {
      ...make()
        .fit([[1]], [1])
        .toJSON(),
      learned: { coef: ["1"], intercept: 0, rank: 1 },
    };
    expect(() => fromJSON(json)).toThrow(/needs a number as coef\[0\], got "1"/);
  });

  test("has learned nothing before fit, and says so", () => {
    for (const ask of [() => make().coef, () => make().intercept, () => make().predict([[1]])]) {
      expect(ask).toThrow(new RegExp(`^${name}\\.\\w+ needs a fitted estimator`));
    }
  });

  test("refuses targets that are too few or no finite numbers, rows of another width, and sums that overflow", () => {
    expect(() => make().fit([[1], [2]], [1])).toThrow(
      /needs one target for each row, got 2 rows and 1 targets/,
    );
    expect(() => make().fit([[1]], [Number.NaN])).toThrow(/needs finite targets, got NaN at index 0/);
    // @ts-expect-error: what plain JavaScript might pass
    expect(() => make().fit([[1]], ["1"])).toThrow(/needs numbers as targets, got "1" at index 0/);
    const fitted = make().fit([[1, 2]], [1]);
    expect(() => fitted.predict([[1]])).toThrow(/needs rows of 2 values, as in fit, got 1/);
    expect(() => make().fit([[1e308], [-1e308]], [0, 1])).toThrow(
      /needs finite sums, got -Infinity in column 0/,
    );
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
