import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";

import {
  KNeighborsClassifier,
  KNeighborsRegressor,
  type NeighborsOptions,
} from "../../../src/ml/neighbors.ts";
import fixture from "../../fixtures/ml/nearest.json" with { type: "json" };
import { expectClose, frozen } from "../expect-close.ts";

interface Case {
  options: NeighborsOptions;
  distances?: number[][];
  indices?: number[][];
  probabilities: number[][];
  labels: number[];
  numbers: number[];
}

describe.each(Object.entries(fixture))("%s", (_, table) => {
  const X = frozen(table.X);
  const queries = frozen(table.queries);
  // The options come out of JSON as texts of any kind; readMetric and fit check them.
  const cases = table.cases as Case[];

  test.each(["brute", "kdTree"] as const)("agrees with scikit-learn, by %s", (algorithm) => {
    for (const expected of cases) {
      const options = { ...expected.options, algorithm, leafSize: 4 };
      const classifier = new KNeighborsClassifier<number>(options).fit(X, Object.freeze(table.y));
      if (expected.distances && expected.indices) {
        const { distances, indices } = classifier.kneighbors(queries);
        expect(indices).toEqual(expected.indices);
        const shares = distances.map((row, i) =>
          row.map((distance, k) => (distance === 0 ? 1 : distance / (expected.distances?.[i]?.[k] ?? 0))),
        );
        expectClose(
          shares,
          shares.map((row) => row.map(() => 1)),
        );
      }
      expectClose(classifier.predictProba(queries), expected.probabilities);
      expect(classifier.predict(queries)).toEqual(expected.labels);
      const regressor = new KNeighborsRegressor(options).fit(X, Object.freeze(table.targets));
      expectClose(regressor.predict(queries), expected.numbers);
    }
  });
});

/** Tables on a coarse grid, where ties are everywhere, or of any numbers; up to 11 columns. */
const searches = fc
  .record({ width: fc.integer({ min: 1, max: 11 }), isGrid: fc.boolean() })
  .chain(({ width, isGrid }) => {
    const value = isGrid ? fc.integer({ min: 0, max: 2 }) : fc.double({ min: -9, max: 9, noNaN: true });
    const row = fc.array(value, { minLength: width, maxLength: width });
    return fc.record({
      rows: fc.array(row, { minLength: 1, maxLength: 60 }),
      asked: fc.array(row, { minLength: 1, maxLength: 4 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      leafSize: fc.integer({ min: 1, max: 8 }),
      options: fc.constantFrom<NeighborsOptions>(
        {},
        { metric: "manhattan" },
        { p: 3 },
        { weights: "distance" },
      ),
    });
  });

test("tree and brute force find the very same neighbors at the very same distances", () => {
  fc.assert(
    fc.property(searches, ({ rows, asked, share, leafSize, options }) => {
      const nNeighbors = 1 + Math.floor(share * (rows.length - 1));
      const targets = rows.map((_, i) => i);
      const [tree, brute] = (["kdTree", "brute"] as const).map((algorithm) =>
        new KNeighborsRegressor({ ...options, nNeighbors, algorithm, leafSize }).fit(rows, targets),
      );
      expect(tree?.kneighbors(asked)).toEqual(brute?.kneighbors(asked));
      expect(tree?.predict(asked)).toEqual(brute?.predict(asked));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["manhattan" as const, (gaps: number[]) => gaps.reduce((sum, gap) => sum + gap, 0)],
  ["euclidean" as const, (gaps: number[]) => Math.sqrt(gaps.reduce((sum, gap) => sum + gap * gap, 0))],
])("by %s, finds what sorting all rows finds, the first where distances are equal", (metric, length) => {
  const row = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), row, (rows, asked) => {
      const nNeighbors = Math.ceil(rows.length / 2);
      const far = rows.map((values) => length(values.map((value, j) => Math.abs(value - (asked[j] ?? 0)))));
      const sorted = rows.map((_, i) => i).sort((a, b) => (far[a] ?? 0) - (far[b] ?? 0) || a - b);
      const knn = new KNeighborsRegressor({ nNeighbors, metric, algorithm: "kdTree", leafSize: 3 });
      expect(knn.fit(rows, far).kneighbors([asked]).indices).toEqual([sorted.slice(0, nNeighbors)]);
    }),
  );
});

test("many rows, where auto takes the tree, have the neighbors that brute force finds", () => {
  const rows = Array.from({ length: 3000 }, (_, i) => [Math.sin(i * 12.9898) * 9, Math.cos(i * 78.233) * 9]);
  const [auto, brute] = (["auto", "brute"] as const).map((algorithm) =>
    new KNeighborsRegressor({ algorithm })
      .fit(
        rows,
        rows.map((_, i) => i),
      )
      .kneighbors(rows.slice(0, 200)),
  );
  expect(auto).toEqual(brute);
});

test("an integer factor on all columns changes distances alone; a constant column nothing", () => {
  fc.assert(
    fc.property(searches, ({ rows, asked, options }) => {
      const fitted = (X: readonly (readonly number[])[]) =>
        new KNeighborsRegressor({ ...options, nNeighbors: 1 }).fit(
          X,
          rows.map((_, i) => i),
        );
      const plain = fitted(rows).kneighbors(asked).indices;
      const times4 = (X: readonly (readonly number[])[]) => X.map((row) => row.map((value) => value * 4));
      expect(fitted(times4(rows)).kneighbors(times4(asked)).indices).toEqual(plain);
      const wider = (X: readonly (readonly number[])[]) => X.map((row) => [...row, 0.1]);
      const { distances } = fitted(wider(rows)).kneighbors(wider(asked));
      expectClose(distances, fitted(rows).kneighbors(asked).distances, 1e-12);
    }),
  );
});

describe("weights by distance", () => {
  test("leave everything to the rows at the very place, if there are any", () => {
    const knn = new KNeighborsRegressor({ nNeighbors: 3, weights: "distance" }).fit(
      [[1], [1], [2]],
      [5, 7, 100],
    );
    expect(knn.predict([[1]])).toEqual([6]);
    // 1 / 1, 1 / 1 and 1 / 2, of 2.5 in all: (5 + 7 + 50) / 2.5.
    expectClose(knn.predict([[0]]), [24.8], 1e-12);
  });

  test("can't overflow, however near the rows", () => {
    const knn = new KNeighborsClassifier<string>({ nNeighbors: 2, weights: "distance", metric: "manhattan" });
    knn.fit([[5e-324], [2e-323]], ["near", "far"]);
    expect(knn.predictProba([[0]])).toEqual([[0.2, 0.8]]);
  });
});

test.each([
  {},
  { nNeighbors: 2, weights: "distance" as const, algorithm: "kdTree" as const, leafSize: 2, p: 1.5 },
])("%j comes back from JSON and predicts the same", (options) => {
  const rows = Array.from({ length: 20 }, (_, i) => [-0, (i * i) % 7, i / 3]);
  const through = (estimator: object): unknown => JSON.parse(JSON.stringify(estimator));
  const classifier = new KNeighborsClassifier<string>(options);
  const regressor = new KNeighborsRegressor(options);
  expect(KNeighborsClassifier.fromJSON(through(classifier)).toJSON()).toEqual(classifier.toJSON());
  classifier.fit(
    rows,
    rows.map((_, i) => "abc".charAt(i % 3)),
  );
  regressor.fit(
    rows,
    rows.map((_, i) => (i === 3 ? -0 : i)),
  );
  const readClassifier = KNeighborsClassifier.fromJSON(through(classifier));
  expect(readClassifier.predictProba(rows)).toEqual(classifier.predictProba(rows));
  expect(readClassifier.toJSON()).toEqual(classifier.toJSON());
  const readRegressor = KNeighborsRegressor.fromJSON(through(regressor));
  expect(readRegressor.predict(rows)).toEqual(regressor.predict(rows));
  expect(readRegressor.toJSON()).toEqual(regressor.toJSON());
});

test("rows, columns and matrices give the same", () => {
  const rows = [
    [1, 5],
    [2, 3],
    [4, 4],
  ];
  const knn = () => new KNeighborsRegressor({ nNeighbors: 2 });
  const expected = knn().fit(rows, [1, 2, 3]).predict(rows);
  const columns = { columns: [Float64Array.of(1, 2, 4), [5, 3, 4]] };
  expect(knn().fit(columns, [1, 2, 3]).predict(new Matrix(rows))).toEqual(expected);
});

test("the regressor scores itself by R²", () => {
  const knn = new KNeighborsRegressor({ nNeighbors: 1 }).fit([[1], [2], [3]], [1, 2, 3]);
  expect(knn.score([[1], [2], [3]], [1, 2, 3])).toBe(1);
  // Errors 0, 0 and 3; distances of 1, 2, 6 from their mean 3: 1 - 9 / 14.
  expectClose(knn.score([[1], [2], [3]], [1, 2, 6]), 1 - 9 / 14, 1e-12);
});

describe("refuses", () => {
  test.each([
    [{ leafSize: 0 }, /needs a whole number leafSize ≥ 1/],
    [{ p: 0.5 }, /needs a finite p ≥ 1, got 0.5/],
    [{ p: Number.NaN }, /needs a finite p ≥ 1, got NaN/],
    [{ metric: "cosine" }, /needs metric "minkowski", "euclidean" or "manhattan", got "cosine"/],
    [{ weights: "none" }, /needs weights "uniform" or "distance", got "none"/],
    [{ algorithm: "ballTree" }, /needs algorithm "auto" or "brute" or "kdTree", got "ballTree"/],
  ])("%j", (options, message) => {
    // @ts-expect-error: the point is what happens when the types are not kept
    expect(() => new KNeighborsRegressor({ nNeighbors: 1, ...options }).fit([[1]], [1])).toThrow(message);
  });

  test("targets that are no finite numbers, and questions before fit", () => {
    const knn = new KNeighborsRegressor({ nNeighbors: 1 });
    expect(() => knn.fit([[1]], [Number.NaN])).toThrow(/needs finite targets/);
    expect(() => knn.predict([[1]])).toThrow(/^KNeighborsRegressor.predict needs a fitted estimator/);
    expect(() => KNeighborsRegressor.fromJSON(new KNeighborsClassifier().toJSON())).toThrow(
      /KNeighborsRegressor/,
    );
  });
});
