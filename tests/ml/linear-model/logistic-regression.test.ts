import { describe, expect, test } from "vitest";

import type { ClassWeight } from "../../../src/ml/class-weights.ts";
import { LogisticRegression } from "../../../src/ml/linear-model.ts";
import fixtures from "../../fixtures/ml/linear_model.json" with { type: "json" };
import { expectClose, frozen } from "../expect-close.ts";

interface Case {
  options: { C?: number; fitIntercept?: boolean; classWeight?: ClassWeight<string | number> };
  coef: number[][];
  intercept: number[];
  objective: number;
  predicted: (string | number)[];
  probabilities: number[][];
}

interface Table {
  X: number[][];
  y: (string | number)[];
  cases: Case[];
}

// The types of a JSON file know only the options that each table happens to have.
const tables = Object.entries(fixtures.classifications as unknown as Record<string, Table>);
const IRIS = fixtures.classifications.iris;

describe.each(tables)("agrees with scikit-learn on a table: %s", (_name, { X, y, cases }) => {
  test.each(cases)("with options $options", ({ options, ...expected }) => {
    const model = new LogisticRegression({ ...options, tol: 1e-9, maxIter: 1000 });
    model.fit(frozen(X), Object.freeze([...y]));
    expect(model.converged).toBe(true);
    expect(objective(model, X, y) / expected.objective).toBeCloseTo(1, 6);
    expectClose(model.coef, expected.coef, 1e-4);
    expectClose(model.intercept, expected.intercept, 1e-4);
    expectClose(model.predictProba(frozen(X)), expected.probabilities, 1e-4);
    expect(model.predict(frozen(X))).toEqual(expected.predicted);
    const byDefault = new LogisticRegression(options).fit(X, y);
    expect(objective(byDefault, X, y) / expected.objective).toBeCloseTo(1, 6);
  });
});

describe("LogisticRegression", () => {
  test("gives probabilities that add up to 1, their logarithms, and the likeliest class", () => {
    const model = new LogisticRegression().fit(IRIS.X, IRIS.y);
    const probabilities = model.predictProba(IRIS.X);
    expectClose(
      probabilities.map(sum),
      IRIS.y.map(() => 1),
      1e-12,
    );
    expectClose(
      model.predictLogProba(IRIS.X).map((row) => row.map(Math.exp)),
      probabilities,
      1e-12,
    );
    const likeliest = probabilities.map((row) => model.classes[row.indexOf(Math.max(...row))]);
    expect(model.predict(IRIS.X)).toEqual(likeliest);
    expect(model.score(IRIS.X, IRIS.y)).toBe(
      IRIS.y.filter((label, i) => label === likeliest[i]).length / 150,
    );
  });

  test("knows the logarithm of a probability that is too small for a number", () => {
    const model = new LogisticRegression({ fitIntercept: false }).fit([[-1], [1]], ["a", "b"]);
    const slope = model.coef[0]?.[0] ?? Number.NaN;
    expect(model.predictProba([[1e4]])).toEqual([[0, 1]]);
    expectClose(model.predictLogProba([[1e4]]), [[-1e4 * slope, 0]]);
  });

  test("counts a row that comes twice like a row of weight 2", () => {
    const X = [[0], [1], [2], [3], [4]];
    const y = ["a", "b", "a", "b", "b"] as const;
    const twice = new LogisticRegression<"a" | "b">({ tol: 1e-9 }).fit([...X, [0], [2]], [...y, "a", "a"]);
    const weighted = new LogisticRegression<"a" | "b">({ tol: 1e-9, classWeight: { a: 2 } }).fit(X, y);
    expectClose(twice.coef, weighted.coef, 1e-6);
    expectClose(twice.intercept, weighted.intercept, 1e-6);
  });

  test("learns the same from the rows in any order, and from every row twice at half the C", () => {
    const { X, y } = fixtures.classifications["four classes, mixed"];
    const model = new LogisticRegression({ tol: 1e-9 }).fit(X, y);
    const reversed = new LogisticRegression({ tol: 1e-9 }).fit([...X].reverse(), [...y].reverse());
    const twice = new LogisticRegression({ tol: 1e-9, C: 0.5 }).fit([...X, ...X], [...y, ...y]);
    expectClose(reversed.coef, model.coef, 1e-6);
    expectClose(twice.coef, model.coef, 1e-6);
  });

  test.each([1e-100, 1e-12, 1e9, 1e200])(
    "without a price on coefficients does not mind columns %d times as large",
    (unit) => {
      const { X, y } = fixtures.classifications["two classes"];
      const options = { C: Number.POSITIVE_INFINITY, tol: 1e-9 };
      const model = new LogisticRegression(options).fit(X, y);
      const scaled = X.map((row) => row.map((value) => value * unit));
      const other = new LogisticRegression(options).fit(scaled, y);
      expectClose(other.predictProba(scaled), model.predictProba(X), 1e-6);
    },
  );

  test("keeps its coefficients when a column is moved, and pays with the intercept", () => {
    const { X, y } = fixtures.classifications["two classes"];
    const moved = X.map(([first = 0, ...rest]) => [first + 1e6, ...rest]);
    const model = new LogisticRegression({ tol: 1e-9 }).fit(X, y);
    const other = new LogisticRegression({ tol: 1e-9 }).fit(moved, y);
    expectClose(other.coef, model.coef, 1e-6);
    expectClose(other.predictProba(moved), model.predictProba(X), 1e-6);
  });

  test("says so when maxIter ends the search", () => {
    const model = new LogisticRegression({ maxIter: 2 }).fit(IRIS.X, IRIS.y);
    expect(model.nIter).toBe(2);
    expect(model.converged).toBe(false);
  });

  test("ends without an optimum too, where classes are separable and coefficients cost nothing", () => {
    const model = new LogisticRegression({ C: Number.POSITIVE_INFINITY }).fit(
      [[0], [1], [2], [3]],
      [0, 0, 1, 1],
    );
    expect(model.predict([[0], [1.4], [1.6], [3]])).toEqual([0, 0, 1, 1]);
    expectClose(
      model.predictProba([[1], [2]]),
      [
        [1, 0],
        [0, 1],
      ],
      1e-3,
    );
  });

  test("finds its way in a table of more than 256 columns", () => {
    const X = IRIS.X.slice(0, 100).map((row) => [...row, ...new Array(300).fill(0)]);
    const y = IRIS.y.slice(0, 100);
    const narrow = new LogisticRegression({ tol: 1e-9 }).fit(IRIS.X.slice(0, 100), y);
    const wide = new LogisticRegression({ tol: 1e-9 }).fit(X, y);
    expectClose(wide.predictProba(X), narrow.predictProba(IRIS.X.slice(0, 100)), 1e-6);
  });

  test.each([
    ["two classes", { C: 3 }],
    ["iris", { classWeight: { setosa: 2 } as ClassWeight<string | number>, fitIntercept: false }],
    ["wine", { classWeight: "balanced" as const, C: Number.POSITIVE_INFINITY }],
  ] as const)("comes back from JSON with the same options and predictions: %s", (name, options) => {
    const { X, y }: { X: number[][]; y: (string | number)[] } = fixtures.classifications[name];
    const model = new LogisticRegression<string | number>({ ...options, maxIter: 20 }).fit(X, y);
    const back = LogisticRegression.fromJSON(JSON.parse(JSON.stringify(model)));
    expect(back.predictLogProba(X)).toEqual(model.predictLogProba(X));
    expect(back.predict(X)).toEqual(model.predict(X));
    expect({ ...back }).toEqual({ ...model });
    expect(back.toJSON()).toEqual(model.toJSON());
  });

  test("has learned nothing before fit, and says so", () => {
    const model = new LogisticRegression();
    for (const ask of [
      () => model.coef,
      () => model.classes,
      () => model.predict([[1]]),
      () => model.nIter,
    ]) {
      expect(ask).toThrow(/^LogisticRegression\.\w+ needs a fitted estimator/);
    }
    expect(() => LogisticRegression.fromJSON(JSON.parse(JSON.stringify(model))).coef).toThrow(/fitted/);
  });

  test.each([
    [{ C: 0 }, /needs C > 0, got 0/],
    [{ C: Number.NaN }, /needs C > 0, got NaN/],
    [{ tol: 0 }, /needs tol > 0, got 0/],
    [{ maxIter: 0 }, /needs a whole number maxIter ≥ 1, got 0/],
    [{ classWeight: { 7: 1 } }, /needs a classWeight for labels that occur, got one for "7"/],
    [{ classWeight: { 0: -1 } }, /needs a finite classWeight ≥ 0 for "0", got -1/],
  ])("refuses the options %j, when it fits", (options, message) => {
    expect(() => new LogisticRegression<number>(options).fit([[1], [2]], [0, 1])).toThrow(message);
  });

  test("refuses one class, and rows of another width", () => {
    expect(() => new LogisticRegression().fit([[1], [2]], [5, 5])).toThrow(
      new RangeError("LogisticRegression.fit needs labels of at least two classes, got one."),
    );
    const model = new LogisticRegression().fit([[1], [2]], [0, 1]);
    expect(() => model.predict([[1, 2]])).toThrow(/needs rows of 1 values, as in fit, got 2/);
    expect(() => model.score([[1]], [])).toThrow(/got 1 rows and 0 targets/);
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** What LogisticRegression promises to make smallest, written down once more from its definition. */
function objective(
  model: LogisticRegression<string | number>,
  X: number[][],
  y: (string | number)[],
): number {
  const { classes, classWeight, C } = model;
  const weightOf = (label: string | number) => {
    if (classWeight !== "balanced") return classWeight?.[label] ?? 1;
    return y.length / (classes.length * y.filter((other) => other === label).length);
  };
  const loss = X.map((row, i) => {
    const scores = model.coef.map((w, k) =>
      w.reduce((sum, coef, j) => sum + coef * (row[j] ?? 0), model.intercept[k] ?? 0),
    );
    const all = scores.length === 1 ? [0, ...scores] : scores;
    const largest = Math.max(...all);
    const logarithm = largest + Math.log(all.reduce((sum, score) => sum + Math.exp(score - largest), 0));
    const label = y[i] ?? 0;
    return weightOf(label) * (logarithm - (all[classes.indexOf(label)] ?? Number.NaN));
  });
  const squares = model.coef.flat().reduce((sum, coef) => sum + coef * coef, 0);
  return loss.reduce((sum, value) => sum + value, 0) + squares / 2 / C;
}
