import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { MinMaxScaler, StandardScaler } from "../../../src/ml/preprocessing.ts";
import fixtures from "../../fixtures/ml/scalers.json" with { type: "json" };
import wine from "../../fixtures/ml/wine.json" with { type: "json" };
import { expectClose, frozen } from "../expect-close.ts";

/** Rows of one width, their values whole thousandths: far from overflow, and with exact ties. */
const tables = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.array(
    fc.array(
      fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 1000),
      { minLength: width, maxLength: width },
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  ),
);

const scalers = [
  { name: "StandardScaler", make: () => new StandardScaler() },
  { name: "MinMaxScaler", make: () => new MinMaxScaler() },
  { name: "MinMaxScaler to [-1, 1]", make: () => new MinMaxScaler({ featureRange: [-1, 1] }) },
];

describe.each(Object.entries(fixtures))(
  "agrees with scikit-learn on a table with columns: %s",
  (name, { X, standard, minMax, symmetric }) => {
    test("StandardScaler", () => {
      const scaler = new StandardScaler().fit(frozen(X));
      expectClose(scaler.mean, standard.mean);
      expectClose(scaler.variance.map(Math.sqrt), standard.variance.map(Math.sqrt));
      expectClose(
        relative(scaler.scale, standard.scale),
        standard.scale.map(() => 1),
      );
      expectClose(scaler.transform(frozen(X)), standard.transformed);
    });

    test("MinMaxScaler", () => {
      const scaler = new MinMaxScaler().fit(frozen(X));
      expect(scaler.dataMin).toEqual(minMax.dataMin);
      expect(scaler.dataMax).toEqual(minMax.dataMax);
      expect(scaler.dataRange).toEqual(minMax.dataRange);
      expectClose(
        relative(scaler.scale, minMax.scale),
        minMax.scale.map(() => 1),
      );
      expectClose(scaler.transform(frozen(X)), minMax.transformed);
    });

    test("MinMaxScaler to [-1, 1]", () => {
      const scaler = new MinMaxScaler({ featureRange: [-1, 1] }).fit(X);
      // By hand where scikit-learn's x * scale + min loses all digits and gives 0 for every row.
      const expected = name === "all but constant" ? [[-1], [1], [-1]] : symmetric.transformed;
      expectClose(
        relative(scaler.scale, symmetric.scale),
        symmetric.scale.map(() => 1),
      );
      expectClose(scaler.transform(X), expected);
    });
  },
);

test("StandardScaler agrees with scikit-learn on the wine data", () => {
  const scaler = new StandardScaler().fit(wine.X);
  expectClose(scaler.mean, wine.mean, 1e-12);
  expectClose(scaler.variance, wine.variance, 1e-12);
  expectClose(scaler.scale, wine.scale, 1e-12);
});

describe.each(scalers)("$name", ({ make }) => {
  test("gives the rows back when the scaling is undone", () => {
    fc.assert(
      fc.property(tables, (X) => {
        const scaler = make().fit(X);
        expectClose(scaler.inverseTransform(frozen(scaler.transform(X))), X);
      }),
    );
  });

  test("fitTransform is fit and then transform", () => {
    fc.assert(
      fc.property(tables, (X) => {
        expect(make().fitTransform(X)).toEqual(make().fit(X).transform(X));
      }),
    );
  });

  test("forgets the rows of an earlier fit", () => {
    const X = [
      [1, 2],
      [3, 5],
      [9, 1],
    ];
    const again = make()
      .fit([[100], [-100]])
      .fit(X);
    expect(again.transform(X)).toEqual(make().fitTransform(X));
  });

  test("keeps what it learned when a later fit is refused", () => {
    const scaler = make().fit([[1], [3]]);
    const before = scaler.transform([[2], [8]]);
    expect(() => scaler.fit([[Number.NaN]])).toThrow(RangeError);
    expect(scaler.transform([[2], [8]])).toEqual(before);
  });

  test("has learned nothing before fit, and says so", () => {
    expect(() => make().transform([[1]])).toThrow(/Scaler.transform needs a fitted estimator/);
    expect(() => make().inverseTransform([[1]])).toThrow(/Scaler.inverseTransform needs a fitted estimator/);
    expect(() => make().scale).toThrow(/Scaler.scale needs a fitted estimator/);
  });

  test("refuses rows of another width than the fitted ones", () => {
    expect(() =>
      make()
        .fit([[1, 2]])
        .transform([[1, 2, 3]]),
    ).toThrow(/needs rows of 2 values, as in fit, got 3/);
  });

  test("refuses columns that are too wide for a number", () => {
    expect(() =>
      make().fit([
        [0, 1.5e308],
        [0, -1.5e308],
      ]),
    ).toThrow(/finite (variance|range), got (Infinity|NaN) in column 1/);
  });
});

describe("StandardScaler", () => {
  test("learns the same from the rows in any order", () => {
    const shuffled = tables.chain((X) =>
      fc.tuple(fc.constant(X), fc.shuffledSubarray(X, { minLength: X.length })),
    );
    fc.assert(
      fc.property(shuffled, ([X, permuted]) => {
        const [scaler, other] = [new StandardScaler().fit(X), new StandardScaler().fit(permuted)];
        expectClose(other.mean, scaler.mean);
        expectClose(other.variance, scaler.variance);
        expectClose(other.scale, scaler.scale);
      }),
    );
  });

  test("learns nothing new from rows that come twice, since it divides by n", () => {
    fc.assert(
      fc.property(tables, (X) => {
        expectClose(new StandardScaler().fit([...X, ...X]).scale, new StandardScaler().fit(X).scale);
      }),
    );
  });

  test("leaves columns of one repeated value with scale 1, though rounding gives them a variance", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e100, max: 1e100, noNaN: true }),
        fc.integer({ min: 1, max: 500 }),
        (value, n) => {
          expect(new StandardScaler().fit(new Array(n).fill([value])).scale).toEqual([1]);
        },
      ),
    );
  });

  test("has no negative variance, though the correction of so many rounding errors can exceed their squares", () => {
    const scaler = new StandardScaler().fit(new Array(300_000).fill([0.3]));
    expect(scaler.variance).toEqual([0]);
    expect(scaler.scale).toEqual([1]);
  });

  test("finds the deviation of values that lie a billion from zero", () => {
    // The variance of 0, 1, 2 is 2/3, wherever they stand; mean(x²) - mean(x)² would lose it at 1e9.
    expectClose(new StandardScaler().fit([[1e9], [1e9 + 1], [1e9 + 2]]).variance, [2 / 3], 1e-12);
  });
});

describe("MinMaxScaler", () => {
  test("brings the learned rows to exactly 0 and 1 at the ends and leaves none outside", () => {
    fc.assert(
      fc.property(tables, (X) => {
        const scaler = new MinMaxScaler().fit(X);
        const columns = transposed(scaler.transform(X));
        for (const [j, column] of columns.entries()) {
          expect(Math.min(...column)).toBe(0);
          expect(Math.max(...column)).toBe(scaler.dataRange[j] === 0 ? 0 : 1);
        }
      }),
    );
  });

  test("lets new rows fall outside the range", () => {
    expect(new MinMaxScaler().fit([[0], [10]]).transform([[-5], [20]])).toEqual([[-0.5], [2]]);
  });

  test("keeps its precision far from zero", () => {
    expect(new MinMaxScaler().fitTransform([[1e15], [1e15 + 1], [1e15 + 4]])).toEqual([[0], [0.25], [1]]);
  });

  test.each([[[1, 1]], [[1, 0]], [[0, Number.POSITIVE_INFINITY]], [[Number.NaN, 1]]] as const)(
    "refuses the featureRange %j",
    (featureRange) => {
      expect(() => new MinMaxScaler({ featureRange }).fit([[1]])).toThrow(/needs a finite featureRange/);
    },
  );
});

function relative(actual: readonly number[], expected: readonly number[]): number[] {
  return actual.map((value, j) => value / (expected[j] ?? Number.NaN));
}

function transposed(rows: readonly (readonly number[])[]): number[][] {
  return (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? Number.NaN));
}
