import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { Cholesky } from "../../src/ml/cholesky.ts";
import { addCombinations, addDotProducts } from "../../src/ml/dense-products.ts";
import { featureLines, gram, sampleLines } from "../../src/ml/gram.ts";
import { expectClose } from "./expect-close.ts";

/** Whole numbers, so that sums are exact in any order. */
const matrices = (nRows: number, nColumns: number) =>
  fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: nColumns, maxLength: nColumns }), {
    minLength: nRows,
    maxLength: nRows,
  });

const sizes = fc.integer({ min: 1, max: 9 });
const pairs = fc
  .tuple(sizes, sizes, sizes)
  .chain(([n, inner, m]) => fc.tuple(matrices(n, inner), matrices(inner, m), matrices(n, m)));

describe("products of small matrices are those of the definition", () => {
  test("A·Bᵀ, added to what is there", () => {
    fc.assert(
      fc.property(pairs, ([A, B, there]) => {
        const out = flat(there);
        const [nRows, nColumns, length] = [A.length, width(B), B.length];
        addDotProducts(out, flat(A), flat(transposed(B)), { nRows, nColumns, length, stride: length });
        expect(out).toEqual(flat(sum(there, product(A, B))));
      }),
    );
  });

  test("C·B, added to what is there", () => {
    fc.assert(
      fc.property(pairs, ([C, B, there]) => {
        const out = flat(there);
        const nTerms = B.length;
        const shape = { nRows: C.length, nTerms, width: width(B), rowStride: nTerms, termStride: 1 };
        addCombinations(out, flat(C), flat(B), shape);
        expect(out).toEqual(flat(sum(there, product(C, B))));
      }),
    );
  });

  test("Cᵀ·B, with the strides exchanged", () => {
    fc.assert(
      fc.property(pairs, ([C, B, there]) => {
        const out = flat(there);
        const shape = {
          nRows: C.length,
          nTerms: B.length,
          width: width(B),
          rowStride: 1,
          termStride: C.length,
        };
        addCombinations(out, flat(transposed(C)), flat(B), shape);
        expect(out).toEqual(flat(sum(there, product(C, B))));
      }),
    );
  });

  test.each([1, 127, 128, 129, 300])("AᵀA of %d lines, of samples and of features", (count) => {
    const A = Array.from({ length: count }, (_, i) => [(i * 7) % 11, (i * 5) % 13, i % 3, 1, (i * i) % 17]);
    const X = { values: flat(A), nSamples: count, nFeatures: 5 };
    expect(gram(sampleLines(X))).toEqual(flat(product(transposed(A), A)));
    const onItsSide = { values: flat(transposed(A)), nSamples: 5, nFeatures: count };
    expect(gram(featureLines(onItsSide))).toEqual(flat(product(transposed(A), A)));
  });
});

describe("Cholesky", () => {
  test("solves A·x = b for A = BᵀB + 1", () => {
    const problems = sizes.chain((n) => fc.tuple(matrices(n, n), matrices(1, n)));
    fc.assert(
      fc.property(problems, ([B, [x = []]]) => {
        const A = product(transposed(B), B).map((row, i) =>
          row.map((value, j) => (i === j ? value + 1 : value)),
        );
        const b = product(A, transposed([x]));
        const solved = Cholesky.of(flat(A), A.length)?.solve(flat(b));
        expectClose(Array.from(solved ?? []), x, 1e-6);
      }),
    );
  });

  test("is not to be had where a column is a combination of others, or nearly so", () => {
    expect(Cholesky.of(Float64Array.of(1, 1, 1, 1), 2)).toBeUndefined();
    expect(Cholesky.of(Float64Array.of(0), 1)).toBeUndefined();
    expect(Cholesky.of(Float64Array.of(1, 1, 1, 1 + 1e-9), 2, 1e-6)).toBeUndefined();
    expect(Cholesky.of(Float64Array.of(Number.NaN), 1)).toBeUndefined();
  });
});

function product(A: number[][], B: number[][]): number[][] {
  return A.map((row) =>
    Array.from({ length: width(B) }, (_, k) =>
      row.reduce((total, value, l) => total + value * (B[l]?.[k] ?? Number.NaN), 0),
    ),
  );
}

function sum(A: number[][], B: number[][]): number[][] {
  return A.map((row, i) => row.map((value, j) => value + (B[i]?.[j] ?? Number.NaN)));
}

function transposed(A: number[][]): number[][] {
  return Array.from({ length: width(A) }, (_, j) => A.map((row) => row[j] ?? Number.NaN));
}

function width(A: number[][]): number {
  return A[0]?.length ?? 0;
}

/** Row after row; adding 0 makes -0, which sums never are, 0. */
function flat(A: number[][]): Float64Array {
  return Float64Array.from(A.flat(), (value) => value + 0);
}
