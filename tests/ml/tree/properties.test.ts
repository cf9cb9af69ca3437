import fc from "fast-check";
import { Matrix as MlMatrix } from "ml-matrix";
import { describe, expect, test } from "vitest";

import {
  DecisionTreeClassifier,
  DecisionTreeRegressor,
  exportTree,
  type TreeNode,
} from "../../../src/ml/tree.ts";
import { expectClose } from "../expect-close.ts";

interface Table {
  X: number[][];
  y: number[];
}

/** Tables on a small grid, where equal values, equal rows and equal gains are common. */
const tables = tablesOf(fc.integer({ min: -3, max: 3 }));
/** Tables of any finite numbers, with the odd ones among them. */
const anyTables = tablesOf(
  fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(
      0,
      -0,
      5e-324,
      -5e-324,
      1e-323,
      Number.MAX_VALUE,
      -Number.MAX_VALUE,
      1,
      1 + Number.EPSILON,
    ),
  ),
);
const criteria = fc.constantFrom("gini" as const, "entropy" as const);

function tablesOf(value: fc.Arbitrary<number>): fc.Arbitrary<Table> {
  return fc.integer({ min: 1, max: 3 }).chain((width) =>
    fc
      .array(
        fc.record({
          row: fc.array(value, { minLength: width, maxLength: width }),
          target: fc.integer({ min: 0, max: 3 }),
        }),
        { minLength: 1, maxLength: 25 },
      )
      .map((examples) => ({ X: examples.map(({ row }) => row), y: examples.map(({ target }) => target) })),
  );
}

/** What the definition says of the impurity of some targets. */
const impurities = {
  gini: (y: number[]) => 1 - sum(sharesOf(y).map((p) => p * p)),
  entropy: (y: number[]) => sum(sharesOf(y).map((p) => -p * Math.log2(p))),
  squaredError: (y: number[]) => sum(y.map((target) => (target - sum(y) / y.length) ** 2)) / y.length,
};

function sharesOf(y: number[]): number[] {
  return [...new Set(y)].map((label) => y.filter((other) => other === label).length / y.length);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The largest gain of any cut, found by trying all; undefined where there is none. */
function bestGain({ X, y }: Table, impurityOf: (y: number[]) => number): number | undefined {
  const gains: number[] = [];
  for (const j of X[0]?.keys() ?? []) {
    for (const value of new Set(X.map((row) => row[j] ?? 0))) {
      const left = y.filter((_, i) => (X[i]?.[j] ?? 0) <= value);
      const right = y.filter((_, i) => (X[i]?.[j] ?? 0) > value);
      if (right.length === 0) continue;
      const after = left.length * impurityOf(left) + right.length * impurityOf(right);
      gains.push(impurityOf(y) - after / y.length);
    }
  }
  return gains.length > 0 ? Math.max(...gains) : undefined;
}

/** Checks a node and all below it against the rows that end in it. */
function expectEverySplitBest(node: TreeNode, { X, y }: Table, impurityOf: (y: number[]) => number): void {
  expect(node.samples).toBe(y.length);
  expectClose(node.impurity, impurityOf(y));
  if (node.split === undefined) {
    expect(new Set(y).size === 1 || bestGain({ X, y }, impurityOf) === undefined).toBe(true);
    return;
  }
  const { feature, threshold, gain, left, right } = node.split;
  expectClose(gain, bestGain({ X, y }, impurityOf) ?? Number.NaN);
  const goesLeft = X.map((row) => (row[feature] ?? Number.NaN) <= threshold);
  const part = (side: boolean) => ({
    X: X.filter((_, i) => goesLeft[i] === side),
    y: y.filter((_, i) => goesLeft[i] === side),
  });
  expectEverySplitBest(left, part(true), impurityOf);
  expectEverySplitBest(right, part(false), impurityOf);
}

describe("every split is the best that trying all cuts finds, down to leaves that cannot be split", () => {
  test("of classes", () => {
    fc.assert(
      fc.property(tables, criteria, (table, criterion) => {
        const tree = new DecisionTreeClassifier<number>({ criterion }).fit(table.X, table.y);
        expectEverySplitBest(exportTree(tree), table, impurities[criterion]);
      }),
    );
  });

  test("of numbers", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const tree = new DecisionTreeRegressor().fit(table.X, table.y);
        expectEverySplitBest(exportTree(tree), table, impurities.squaredError);
      }),
    );
  });
});

test("a threshold separates the values beside it, however close, far, large or small they are", () => {
  fc.assert(
    fc.property(anyTables, ({ X, y }) => {
      const seen = new Map<string, Set<number>>();
      X.forEach((row, i) => {
        const key = row.map((value) => value + 0).join();
        seen.set(key, (seen.get(key) ?? new Set()).add(y[i] ?? Number.NaN));
      });
      fc.pre([...seen.values()].every((targets) => targets.size === 1));
      expect(new DecisionTreeClassifier<number>().fit(X, y).predict(X)).toEqual(y);
      expect(new DecisionTreeRegressor().fit(X, y).predict(X)).toEqual(y);
    }),
    { numRuns: 300 },
  );
});

test("the rows may come in any order", () => {
  const shuffled = tables.chain(({ X, y }) =>
    fc.tuple(fc.constant({ X, y }), fc.shuffledSubarray([...y.keys()], { minLength: y.length })),
  );
  fc.assert(
    fc.property(shuffled, criteria, ([{ X, y }, order], criterion) => {
      const [rows, targets] = [order.map((i) => X[i] ?? []), order.map((i) => y[i] ?? 0)];
      const grownFrom = (rowsOf: number[][], targetsOf: number[]) =>
        new DecisionTreeClassifier<number>({ criterion, maxDepth: 3 }).fit(rowsOf, targetsOf);
      expect(grownFrom(rows, targets).predictProba(X)).toEqual(grownFrom(X, y).predictProba(X));
      const regressor = new DecisionTreeRegressor({ maxDepth: 3 });
      const expected = regressor.fit(X, y).predict(X);
      expectClose(regressor.fit(rows, targets).predict(X), expected);
    }),
  );
});

test("features may be in any unit: only their order counts", () => {
  fc.assert(
    fc.property(tables, ({ X, y }) => {
      // A power of two and an even shift, so that middles stay middles without rounding.
      const changed = X.map((row) =>
        row.map((value, j) => value * 2 ** (40 * j - 30) * (j % 2 === 0 ? 1 : 4)),
      );
      const tree = new DecisionTreeClassifier<number>().fit(X, y);
      const other = new DecisionTreeClassifier<number>().fit(changed, y);
      expect(other.apply(changed)).toEqual(tree.apply(X));
    }),
  );
});

test("rows that come twice change nothing, as weights of 2 do not", () => {
  fc.assert(
    fc.property(tables, criteria, ({ X, y }, criterion) => {
      const grownFrom = (rows: number[][], targets: number[], weights?: number[]) =>
        new DecisionTreeClassifier<number>({ criterion }).fit(rows, targets, weights).predictProba(X);
      const once = grownFrom(X, y);
      expect(grownFrom([...X, ...X], [...y, ...y])).toEqual(once);
      expect(
        grownFrom(
          X,
          y,
          y.map(() => 2),
        ),
      ).toEqual(once);
    }),
  );
});

test("a row of weight 0 is a row that is not there, and one of weight 3 is there three times", () => {
  const weighted = tables.chain((table) =>
    fc.tuple(
      fc.constant(table),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: table.y.length, maxLength: table.y.length }),
    ),
  );
  fc.assert(
    fc.property(weighted, ([{ X, y }, weights]) => {
      fc.pre(weights.some((weight) => weight > 0));
      const times = weights.flatMap((weight, i) => new Array<number>(weight).fill(i));
      const [rows, targets] = [times.map((i) => X[i] ?? []), times.map((i) => y[i] ?? 0)];
      const expected = new DecisionTreeRegressor({ maxDepth: 2 }).fit(rows, targets).predict(X);
      expectClose(new DecisionTreeRegressor({ maxDepth: 2 }).fit(X, y, weights).predict(X), expected);
    }),
  );
});

test("columns without variation change nothing", () => {
  fc.assert(
    fc.property(tables, fc.double({ noNaN: true, noDefaultInfinity: true }), ({ X, y }, constant) => {
      const wider = X.map((row) => [constant, ...row, constant]);
      const tree = new DecisionTreeClassifier<number>().fit(X, y);
      const other = new DecisionTreeClassifier<number>().fit(wider, y);
      expect(other.predictProba(wider)).toEqual(tree.predictProba(X));
      expect(other.featureImportances).toEqual([0, ...tree.featureImportances, 0]);
    }),
  );
});

test("all limits hold together", () => {
  const limits = fc.record({
    maxDepth: fc.integer({ min: 1, max: 4 }),
    maxLeafNodes: fc.integer({ min: 2, max: 6 }),
    minSamplesLeaf: fc.integer({ min: 1, max: 4 }),
    minSamplesSplit: fc.integer({ min: 2, max: 9 }),
    maxFeatures: fc.constantFrom("sqrt" as const, "log2" as const, 0.5, 1),
    randomState: fc.nat(5),
  });
  fc.assert(
    fc.property(tables, limits, ({ X, y }, options) => {
      const tree = new DecisionTreeClassifier<number>(options).fit(X, y);
      expect(tree.getDepth()).toBeLessThanOrEqual(options.maxDepth);
      expect(tree.getNLeaves()).toBeLessThanOrEqual(options.maxLeafNodes);
      expect(new Set(tree.apply(X)).size).toBe(tree.getNLeaves());
      const check = (node: TreeNode) => {
        if (node.split === undefined) return;
        expect(node.samples).toBeGreaterThanOrEqual(options.minSamplesSplit);
        for (const child of [node.split.left, node.split.right]) {
          expect(child.samples).toBeGreaterThanOrEqual(options.minSamplesLeaf);
          check(child);
        }
      };
      check(exportTree(tree));
    }),
  );
});

test("rows, a matrix of ml-matrix and columns are one and the same", () => {
  fc.assert(
    fc.property(tables, ({ X, y }) => {
      const columns = (X[0] ?? []).map((_, j) => Float64Array.from(X, (row) => row[j] ?? Number.NaN));
      const expected = new DecisionTreeClassifier<number>().fit(X, y).predictProba(X);
      for (const form of [new MlMatrix(X), { columns }]) {
        expect(new DecisionTreeClassifier<number>().fit(form, y).predictProba(form)).toEqual(expected);
      }
    }),
  );
});

test("many rows are sorted as few are: a column of thousands of values, all different, is cut where it should be", () => {
  const values = Array.from({ length: 5000 }, (_, i) => ((i * 2_654_435_761) % 2 ** 32) - 2 ** 31);
  const X = values.map((value) => [value / 7, -value]);
  const y = values.map((value) => (value < 1e8 ? "low" : value < 1.5e9 ? "middle" : "high"));
  const tree = new DecisionTreeClassifier<string>().fit(X, y);
  expect(tree.getNLeaves()).toBe(3);
  expect(tree.score(X, y)).toBe(1);
  const some = new DecisionTreeClassifier<string>({ maxFeatures: 0.1 }).fit(
    X.map((row) => [...row, ...row, ...row]),
    y,
  );
  expect(some.getNLeaves()).toBe(3);
});
