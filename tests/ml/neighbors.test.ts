import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { KNeighborsClassifier } from "../../src/ml/neighbors.ts";
import fixture from "../fixtures/ml/neighbors.json" with { type: "json" };
import { expectClose, frozen } from "./expect-close.ts";

const X = frozen(fixture.X);
const y = Object.freeze(fixture.y);
const queries = frozen(fixture.queries);

describe.each(fixture.cases)("agrees with scikit-learn for $nNeighbors neighbors", (expected) => {
  const { nNeighbors } = expected;
  const knn = new KNeighborsClassifier<number>({ nNeighbors }).fit(X, y);

  test("on who they are and how far", () => {
    const { distances, indices } = knn.kneighbors(queries);
    expect(indices).toEqual(expected.indices);
    expectClose(distances, expected.distances, 1e-7); // scikit-learn's own expand (x - y)²
  });

  test("on their votes", () => {
    expect(knn.classes).toEqual([0, 1, 2, 3]);
    expectClose(knn.predictProba(queries), expected.probabilities, 1e-12);
    expect(knn.predict(queries)).toEqual(expected.predicted);
  });

  test("on the order of labels that are strings, which decides ties", () => {
    const named = new KNeighborsClassifier<string>({ nNeighbors }).fit(X, Object.freeze(fixture.names));
    expect(named.classes).toEqual(expected.classesOfStrings);
    expect(named.predict(queries)).toEqual(expected.predictedStrings);
  });

  test("and scores itself by accuracy", () => {
    expect(knn.score(queries, expected.predicted)).toBe(1);
    const oneWrong = expected.predicted.map((label, i) => (i === 0 ? 9 : label));
    expect(knn.score(queries, oneWrong)).toBe(24 / 25);
  });
});

/** Training rows, labels and queries on a small grid, where equal distances are common. */
const onGrid = fc.integer({ min: 1, max: 3 }).chain((width) => {
  const row = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: width, maxLength: width });
  return fc.record({
    examples: fc.array(fc.tuple(row, fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: 15 }),
    asked: fc.array(row, { minLength: 1, maxLength: 4 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
});

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, j) => value - (b[j] ?? Number.NaN)));
}

test("finds the neighbors that sorting all rows finds, earlier rows first where distances are equal", () => {
  fc.assert(
    fc.property(onGrid, ({ examples, asked, share }) => {
      const nNeighbors = 1 + Math.floor(share * (examples.length - 1));
      const rows = examples.map(([row]) => row);
      const knn = new KNeighborsClassifier({ nNeighbors }).fit(
        rows,
        examples.map(([, label]) => label),
      );
      const squared = (a: readonly number[], b: readonly number[]) => Math.round(distance(a, b) ** 2);
      const sorted = asked.map((query) =>
        rows
          .map((_, i) => i)
          .sort((a, b) => squared(query, rows[a] ?? []) - squared(query, rows[b] ?? []) || a - b),
      );
      expect(knn.kneighbors(asked).indices).toEqual(sorted.map((order) => order.slice(0, nNeighbors)));
    }),
    { numRuns: 300 },
  );
});

test("predicts the same from training rows in another order when no distances are equal", () => {
  const numbers = fc.double({ min: -100, max: 100, noNaN: true });
  const examples = fc.uniqueArray(fc.tuple(numbers, numbers, fc.constantFrom("a", "b", "c")), {
    minLength: 4,
    maxLength: 12,
  });
  const orders = examples.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  );
  fc.assert(
    fc.property(orders, numbers, numbers, ([rows, permuted], x0, x1) => {
      const distances = rows.map(([a, b]) => (a - x0) * (a - x0) + (b - x1) * (b - x1));
      fc.pre(new Set(distances).size === rows.length);
      const predict = (training: typeof rows) =>
        new KNeighborsClassifier<string>({ nNeighbors: 4 })
          .fit(
            training.map(([a, b]) => [a, b]),
            training.map(([, , label]) => label),
          )
          .predict([[x0, x1]]);
      expect(predict(permuted)).toEqual(predict(rows));
    }),
  );
});

test("a tie in the vote goes to the smallest label", () => {
  const ages = new KNeighborsClassifier<number>({ nNeighbors: 2 }).fit([[0], [1]], [10, 9]);
  expect(ages.predict([[0.1]])).toEqual([9]);
  expect(ages.predictProba([[0.1]])).toEqual([[0.5, 0.5]]);
  const grades = new KNeighborsClassifier<string>({ nNeighbors: 2 }).fit([[0], [1]], ["10", "9"]);
  expect(grades.predict([[0.1]])).toEqual(["10"]);
});

test("one row, one neighbor, one class", () => {
  const knn = new KNeighborsClassifier<string>({ nNeighbors: 1 }).fit([[5]], ["only"]);
  expect(knn.predict([[5], [-1e9]])).toEqual(["only", "only"]);
  expect(knn.kneighbors([[2]])).toEqual({ distances: [[3]], indices: [[0]] });
});

test("is not moved by changes to the training rows after fit", () => {
  const rows = [[0], [10]];
  const knn = new KNeighborsClassifier<string>({ nNeighbors: 1 }).fit(rows, ["low", "high"]);
  rows[0] = [100];
  expect(knn.predict([[1]])).toEqual(["low"]);
});

describe("refuses", () => {
  const knn = () => new KNeighborsClassifier<number>({ nNeighbors: 1 });

  test("questions before fit", () => {
    for (const ask of [
      () => knn().predict([[1]]),
      () => knn().predictProba([[1]]),
      () => knn().kneighbors([[1]]),
      () => knn().score([[1]], [1]),
      () => knn().classes,
    ]) {
      expect(ask).toThrow(/^KNeighborsClassifier\.\w+ needs a fitted estimator/);
    }
  });

  test.each([0, 1.5, -1, Number.NaN])("nNeighbors of %d, when it fits", (nNeighbors) => {
    const classifier = new KNeighborsClassifier({ nNeighbors });
    expect(() => classifier.fit([[1]], [1])).toThrow(/needs a whole number nNeighbors ≥ 1/);
  });

  test("more neighbors than rows", () => {
    expect(() => new KNeighborsClassifier().fit([[1], [2]], [0, 1])).toThrow(
      new RangeError("KNeighborsClassifier.fit needs at least nNeighbors = 5 rows, got 2."),
    );
  });

  test("a label too few", () => {
    expect(() => knn().fit([[1], [2]], [0])).toThrow(
      /needs one target for each row, got 2 rows and 1 targets/,
    );
    expect(() =>
      knn()
        .fit([[1], [2]], [0, 1])
        .score([[1], [2]], [0]),
    ).toThrow(/got 2 rows and 1 targets/);
  });

  test("rows of another width, or without a value", () => {
    const fitted = knn().fit([[1, 2]], [0]);
    expect(() => fitted.predict([[1]])).toThrow(/needs rows of 2 values, as in fit, got 1/);
    expect(() => fitted.predict([[1, Number.NaN]])).toThrow(/got NaN in row 0, column 1/);
  });

  test("distances beyond what a number holds", () => {
    expect(() =>
      knn()
        .fit([[1e200]], [0])
        .predict([[0], [-1e200]]),
    ).toThrow(/overflows in row 0/);
  });
});
