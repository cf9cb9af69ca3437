import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";

import { KMeans } from "../../src/ml/cluster.ts";
import fixture from "../fixtures/ml/cluster.json" with { type: "json" };
import { expectClose, frozen } from "./expect-close.ts";

describe.each(Object.entries(fixture.given))(
  "%s: agrees with scikit-learn from given centers",
  (_, expected) => {
    const X = frozen(expected.X);
    const init = frozen(expected.init);
    const largest = expected.X.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const share = (rows: readonly (readonly number[])[]) =>
      rows.map((row) => row.map((value) => value / largest));

    test.each(expected.fits)("in $maxIter rounds at most, with a tol of $tol", (fit) => {
      const { maxIter, tol } = fit;
      const kMeans = new KMeans({ nClusters: init.length, init, maxIter, tol }).fit(X);
      expect(kMeans.labels).toEqual(fit.labels);
      expect(kMeans.nIter).toBe(fit.nIter);
      expectClose(share(kMeans.clusterCenters), share(fit.centers));
      expectClose(kMeans.inertia / largest ** 2, fit.inertia / largest ** 2, 1e-9);
      expect(kMeans.predict(X)).toEqual(fit.labels);
      expectClose(-kMeans.score(X) / largest ** 2, fit.inertia / largest ** 2, 1e-9);
    });

    test("and on distances", () => {
      const kMeans = new KMeans({ nClusters: init.length, init, tol: 0 }).fit(X);
      // scikit-learn expands the square, which costs it half its digits.
      expectClose(share(kMeans.transform(X.slice(0, 5))), share(expected.distances), 1e-6);
    });
  },
);

test.each(Object.entries(fixture.best))(
  "%s: its own starts lead to an inertia as small as scikit-learn's best of a thousand, or nearly",
  (name, { nClusters, inertia }) => {
    const table = Object.entries(fixture.given).find(([given]) => given === name);
    const kMeans = new KMeans({ nClusters, nInit: 30, tol: 0 }).fit(table?.[1].X ?? []);
    expect(kMeans.inertia).toBeLessThan(inertia * 1.005);
    expect(kMeans.inertia).toBeGreaterThan(inertia * (1 - 1e-9));
  },
);

/** Lloyd's algorithm as it is told, without bounds: the labels after each row has been measured against each center. */
function plainLabels(X: readonly (readonly number[])[], centers: readonly (readonly number[])[]): number[] {
  return X.map((row) => {
    const squares = centers.map((center) =>
      center.reduce((sum, value, j) => sum + (value - (row[j] ?? 0)) ** 2, 0),
    );
    return squares.indexOf(Math.min(...squares));
  });
}

const onGrid = fc.record({
  rows: fc.uniqueArray(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 6,
    maxLength: 40,
    selector: String,
  }),
  nClusters: fc.integer({ min: 1, max: 6 }),
});

test("ends where every row is nearest to its own center and every center is the mean of its rows", () => {
  fc.assert(
    fc.property(onGrid, fc.nat(), ({ rows, nClusters }, randomState) => {
      const kMeans = new KMeans({ nClusters, nInit: 1, tol: 0, randomState }).fit(rows);
      const { clusterCenters, labels } = kMeans;
      const toNearest = kMeans.transform(rows).map((distances) => Math.min(...distances));
      const toOwn = kMeans.transform(rows).map((distances, i) => distances[labels[i] ?? -1] ?? Number.NaN);
      expectClose(toOwn, toNearest, 1e-12);
      expectClose(
        kMeans.inertia,
        toOwn.reduce((sum, distance) => sum + distance ** 2, 0),
        1e-12,
      );
      clusterCenters.forEach((center, k) => {
        const own = rows.filter((_, i) => labels[i] === k);
        expectClose(
          center,
          center.map((_, j) => own.reduce((sum, row) => sum + (row[j] ?? 0), 0) / own.length),
          1e-12,
        );
      });
    }),
  );
});

test("bounds spare distances and change no label, ties included", () => {
  fc.assert(
    fc.property(onGrid, fc.integer({ min: 1, max: 5 }), ({ rows, nClusters }, maxIter) => {
      // Whole numbers times a power of two around mean 0, so that no sum is rounded before it is divided.
      const mirrored = [...rows, ...rows.map(([a, b]) => [-a, -b])];
      const init = mirrored.slice(0, nClusters);
      const kMeans = new KMeans({ nClusters, init, maxIter, tol: 0 }).fit(mirrored);
      expect(kMeans.predict(mirrored)).toEqual(plainLabels(mirrored, kMeans.clusterCenters));
      expect(kMeans.labels).toEqual(kMeans.predict(mirrored));
    }),
  );
});

test("the same seed gives the same clusters, a larger scale larger distances alone", () => {
  const { X } = fixture.given.wine;
  const once = new KMeans({ nClusters: 4, randomState: 3 }).fit(X);
  expect(new KMeans({ nClusters: 4, randomState: 3 }).fit(X).toJSON()).toEqual(once.toJSON());
  const doubled = X.map((row) => row.map((value) => value * 2));
  const twice = new KMeans({ nClusters: 4, randomState: 3 }).fit(doubled);
  expect(twice.labels).toEqual(once.labels);
  expectClose(twice.inertia, once.inertia * 4, 1e-12);
});

test("rows twice have the same centers and twice the inertia", () => {
  const { X, init } = fixture.given.iris;
  const once = new KMeans({ nClusters: 3, init }).fit(X);
  const twice = new KMeans({ nClusters: 3, init }).fit([...X, ...X]);
  expectClose(twice.clusterCenters, once.clusterCenters, 1e-12);
  expectClose(twice.inertia, 2 * once.inertia, 1e-12);
});

test("fewer different rows than clusters: every row is a center", () => {
  const kMeans = new KMeans({ nClusters: 3 }).fit([[1], [1], [5], [5]]);
  expect(kMeans.inertia).toBe(0);
  expect(new Set(kMeans.clusterCenters.flat())).toEqual(new Set([1, 5]));
});

test("rows, columns and matrices give the same", () => {
  const rows = [
    [1, 5],
    [2, 3],
    [4, 40],
  ];
  const options = { nClusters: 2 };
  const { clusterCenters } = new KMeans(options).fit(rows);
  expect(new KMeans(options).fit(new Matrix(rows)).clusterCenters).toEqual(clusterCenters);
  expect(
    new KMeans(options).fit({
      columns: [
        [1, 2, 4],
        [5, 3, 40],
      ],
    }).clusterCenters,
  ).toEqual(clusterCenters);
});

test.each([
  {},
  { init: "random" as const, nInit: 2 },
  {
    init: [
      [0, -0],
      [9, 9],
    ],
    nClusters: 2,
    tol: 0,
  },
])("%j comes back from JSON and predicts the same", (options) => {
  const X = Array.from({ length: 30 }, (_, i) => [i % 7, (i * i) % 11]);
  const kMeans = new KMeans(options);
  expect(KMeans.fromJSON(JSON.parse(JSON.stringify(kMeans))).toJSON()).toEqual(kMeans.toJSON());
  kMeans.fit(X);
  const read = KMeans.fromJSON(JSON.parse(JSON.stringify(kMeans)));
  expect(read.predict(X)).toEqual(kMeans.predict(X));
  expect(read.transform(X)).toEqual(kMeans.transform(X));
  expect(read.toJSON()).toEqual(kMeans.toJSON());
});

describe("refuses", () => {
  test.each([
    [{ nClusters: 0 }, /needs a whole number nClusters ≥ 1, got 0/],
    [{ nInit: 1.5 }, /needs a whole number nInit ≥ 1/],
    [{ maxIter: 0 }, /needs a whole number maxIter ≥ 1/],
    [{ tol: -1 }, /needs tol ≥ 0, got -1/],
    [{ tol: Number.NaN }, /needs tol ≥ 0, got NaN/],
    [{ nClusters: 4 }, /needs at least nClusters = 4 rows, got 3/],
    [{ nClusters: 2, init: [[1, 2]] }, /needs init to have nClusters = 2 centers, got 1/],
    [{ nClusters: 1, init: [[1]] }, /init.*needs rows of 2 values, as in fit, got 1/],
    [{ nClusters: 1, randomState: -1 }, /randomState ≥ 0/],
  ])("%j", (options, message) => {
    expect(() =>
      new KMeans(options).fit([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
    ).toThrow(message);
  });

  test("a start it does not know", () => {
    // @ts-expect-error: the point is what happens when the types are not kept
    expect(() => new KMeans({ init: "kmeans", nClusters: 1 }).fit([[1]])).toThrow(/needs init "k-means\+\+"/);
  });

  test("distances beyond what a number holds", () => {
    expect(() => new KMeans({ nClusters: 1 }).fit([[1e200], [-1e200]])).toThrow(/got some that overflow/);
  });

  test("questions before fit, and rows of another width", () => {
    expect(() => new KMeans().labels).toThrow(/^KMeans.labels needs a fitted estimator/);
    expect(() => new KMeans({ nClusters: 1 }).fit([[1]]).predict([[1, 2]])).toThrow(/needs rows of 1 values/);
    expect(() => KMeans.fromJSON({ estimator: "PCA" })).toThrow(/toJSON of a KMeans/);
  });
});
