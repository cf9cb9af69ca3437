import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";

import { PCA } from "../../src/ml/decomposition.ts";
import fixture from "../fixtures/ml/decomposition.json" with { type: "json" };
import { expectClose, frozen } from "./expect-close.ts";

/** Close as a share of the largest expected number, so that huge and tiny tables are held to the same. */
function expectAlike(
  actual: readonly (readonly number[])[],
  expected: readonly (readonly number[])[],
  within = 1e-9,
) {
  const largest = expected.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const share = (rows: readonly (readonly number[])[]) =>
    rows.map((row) => row.map((value) => value / largest));
  expectClose(share(actual), share(expected), within);
}

function ratios(actual: readonly number[], expected: readonly number[]): number[] {
  return actual.map((value, k) => value / (expected[k] ?? Number.NaN));
}

describe.each(Object.entries(fixture))("%s: agrees with scikit-learn's full solver", (_, expected) => {
  const X = frozen(expected.X);
  const { rank } = expected;
  const pca = new PCA({ nComponents: rank }).fit(X);

  test("on how much the rows vary, every variance to nine digits", () => {
    const ones = new Array<number>(rank).fill(1);
    expectClose(ratios(pca.explainedVariance, expected.explainedVariance), ones);
    expectClose(ratios(pca.singularValues, expected.singularValues), ones);
    expectClose(ratios(pca.explainedVarianceRatio, expected.explainedVarianceRatio), ones);
  });

  test("on where and to which side", () => {
    expectAlike([pca.mean], [expected.mean], 1e-12);
    expectClose(pca.components, expected.components, 1e-9);
    expectAlike(pca.transform(X.slice(0, 10)), expected.transformed);
    const white = new PCA({ nComponents: rank, whiten: true }).fit(X);
    expectClose(white.transform(X.slice(0, 10)), expected.whitened, 1e-8);
  });

  test("on how many components a share of the variance takes", () => {
    for (const { share, count } of expected.shares) {
      expect(new PCA({ nComponents: share }).fit(X).components, `${share}`).toHaveLength(count);
    }
  });

  test("and all components stand at right angles, those too that no row varies along", () => {
    const all = new PCA().fit(X);
    expect(all.components).toHaveLength(expected.count);
    const products = all.components.map((a) =>
      all.components.map((b) => a.reduce((sum, value, j) => sum + value * (b[j] ?? Number.NaN), 0)),
    );
    expectClose(products, Matrix.eye(expected.count).to2DArray(), 1e-12);
    expectAlike(all.inverseTransform(all.transform(X)), X, 1e-12);
  });
});

const table = fc
  .record({ nRows: fc.integer({ min: 2, max: 9 }), width: fc.integer({ min: 1, max: 6 }) })
  .chain(({ nRows, width }) =>
    fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: width, maxLength: width }), {
      minLength: nRows,
      maxLength: nRows,
    }),
  );

test("variances don't depend on the order of rows or columns, and follow the scale", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const plain = new PCA().fit(rows).explainedVariance;
      const turned = rows.toReversed().map((row) => row.toReversed());
      expectAlike([new PCA().fit(turned).explainedVariance], [plain], 1e-11);
      const doubled = rows.map((row) => row.map((value) => value * 2));
      expectAlike([new PCA().fit(doubled).explainedVariance], [plain.map((value) => value * 4)], 1e-12);
    }),
  );
});

test("no variance is gained or lost, and a constant column changes none", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const pca = new PCA().fit(rows);
      const distances = rows.map((row) => row.map((value, j) => value - (pca.mean[j] ?? Number.NaN)));
      const total = distances.flat().reduce((sum, value) => sum + value * value, 0);
      expectClose(
        pca.singularValues.reduce((sum, value) => sum + value ** 2, 0),
        total,
        1e-12,
      );
      const wider = new PCA({ nComponents: pca.components.length }).fit(rows.map((row) => [0.1, ...row]));
      expectAlike([wider.explainedVariance], [pca.explainedVariance], 1e-11);
    }),
  );
});

test("of rows equally far out, the first one lies in front", () => {
  expect(new PCA().fit([[0], [3]]).transform([[0], [3]])).toEqual([[1.5], [-1.5]]);
  expect(new PCA().fit([[3], [0]]).transform([[0], [3]])).toEqual([[-1.5], [1.5]]);
});

test("rows that are all the same have no variance, and whitening leaves them where they are", () => {
  const pca = new PCA({ whiten: true }).fit([
    [0.1, 7],
    [0.1, 7],
    [0.1, 7],
  ]);
  expect(pca.explainedVariance).toEqual([0, 0]);
  expect(pca.explainedVarianceRatio).toEqual([0, 0]);
  expect(pca.transform([[0.1, 7]])).toEqual([[0, 0]]);
  expect(pca.inverseTransform([[0, 0]])).toEqual([[0.1, 7]]);
});

test("rows, columns and matrices give the same", () => {
  const rows = [
    [1, 5],
    [2, 3],
    [4, 4],
  ];
  const { components } = new PCA().fit(rows);
  expect(new PCA().fit(new Matrix(rows)).components).toEqual(components);
  expect(new PCA().fit({ columns: [Float64Array.of(1, 2, 4), [5, 3, 4]] }).components).toEqual(components);
});

test.each([{}, { nComponents: 2, whiten: true }, { nComponents: 0.9 }])(
  "%j comes back from JSON and transforms the same",
  (options) => {
    const { X } = fixture.iris;
    const pca = new PCA(options);
    expect(PCA.fromJSON(JSON.parse(JSON.stringify(pca))).toJSON()).toEqual(pca.toJSON());
    pca.fit(X);
    const read = PCA.fromJSON(JSON.parse(JSON.stringify(pca)));
    expect(read.transform(X)).toEqual(pca.transform(X));
    expect(read.toJSON()).toEqual(pca.toJSON());
  },
);

describe("refuses", () => {
  test.each([0, -1, 1.5, Number.NaN])("nComponents of %d", (nComponents) => {
    expect(() => new PCA({ nComponents }).fit([[1], [2]])).toThrow(/needs a whole number nComponents ≥ 1/);
  });

  test("more components than rows or columns", () => {
    expect(() => new PCA({ nComponents: 2 }).fit([[1], [2], [3]])).toThrow(
      "PCA.fit needs nComponents ≤ 1, the number of rows or columns, got 2.",
    );
  });

  test("one row, and values whose variance overflows", () => {
    expect(() => new PCA().fit([[1, 2]])).toThrow("PCA.fit needs at least two rows to vary, got one.");
    expect(() => new PCA().fit([[1e200], [-1e200]])).toThrow(/finite variance/);
  });

  test("questions before fit, rows of another width, another class's JSON", () => {
    expect(() => new PCA().transform([[1]])).toThrow(/^PCA.transform needs a fitted estimator/);
    expect(() => new PCA().fit([[1], [2]]).transform([[1, 2]])).toThrow(/needs rows of 1 values/);
    expect(() => PCA.fromJSON({ estimator: "KMeans" })).toThrow(/toJSON of a PCA/);
  });
});
