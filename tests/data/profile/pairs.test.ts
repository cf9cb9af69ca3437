import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { correlate } from "../../../src/data/profile/pairs.ts";
import { profileOf } from "./make-source.ts";

const rowsOf = (...columns: readonly (readonly (number | string)[])[]) =>
  (columns[0] ?? []).map((_, i) => columns.map((column) => String(column[i])));

describe("pairs of columns", () => {
  test("are found where one follows from the other, up or down", async () => {
    const x = Array.from({ length: 50 }, (_, i) => i);
    const wave = x.map((i) => Math.sin(i));
    const { pairs } = await profileOf(
      ["x:integer", "double:number", "wave:number", "down:number"],
      rowsOf(
        x,
        x.map((i) => 2 * i + 1),
        wave,
        x.map((i) => -i / 3),
      ),
    );
    expect(pairs.strongest.exact).toBe(true);
    expect(pairs.strongest.value.map(({ columns }) => columns.join("-"))).toEqual(
      expect.arrayContaining(["x-double", "x-down", "double-down"]),
    );
    const found = pairs.strongest.value.find(({ columns }) => columns.join("-") === "x-down");
    expect(found?.correlation).toBeCloseTo(-1, 12);
    expect([pairs.strong, pairs.compared, pairs.leftOut]).toEqual([3, 4, 0]);
  });

  test("are found at the edges of what a double holds", async () => {
    const sizes = [1, 2, 3, 4, 5];
    const { pairs } = await profileOf(
      ["large:number", "small:number"],
      rowsOf(
        sizes.map((size) => size * 3e307),
        sizes.map((size) => size * 5e-324),
      ),
    );
    expect(pairs.strongest.value[0]?.correlation).toBeCloseTo(1, 9);
  });

  test("leave constants, identifiers, dates and rows with gaps out", async () => {
    const { pairs } = await profileOf(
      ["id:integer", "one:integer", "x:number", "y:number", "day:date"],
      [
        ["1", "7", "1", "2", "2024-01-01"],
        ["2", "7", "2", "4", "2024-01-02"],
        ["3", "7", "3", "", "2024-01-03"],
        ["4", "7", "4", "8", "2024-01-04"],
      ],
      { identifiers: ["id"] },
    );
    expect(pairs.strongest.value).toEqual([{ columns: ["x", "y"], correlation: expect.closeTo(1, 12) }]);
  });
});

describe("a correlation", () => {
  test("is that of numpy", () => {
    // python3 -c "import numpy; print(numpy.corrcoef([1, 2, 4, 8, 9.5], [3, 1, 4, 1, 5])[0, 1])"
    const found = correlate(Float64Array.of(1, 2, 4, 8, 9.5), Float64Array.of(3, 1, 4, 1, 5));
    expect(found).toBeCloseTo(0.2972025748054927, 12);
  });

  test("is between −1 and 1, whichever comes first", () => {
    const values = fc.array(
      fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
    );
    fc.assert(
      fc.property(values, (pairs) => {
        const [one, other] = [0, 1].map((j) => Float64Array.from(pairs, (pair) => pair[j] ?? 0));
        if (one === undefined || other === undefined) return;
        const found = correlate(one, other);
        if (found !== null) expect(Math.abs(found)).toBeLessThanOrEqual(1);
        expect(correlate(other, one)).toBe(found);
      }),
    );
  });

  test("does not exist with a constant, or for two points", () => {
    expect(correlate(Float64Array.of(0.1, 0.1, 0.1), Float64Array.of(1, 2, 3))).toBeNull();
    expect(correlate(Float64Array.of(1, 2), Float64Array.of(1, 2))).toBeNull();
  });
});
