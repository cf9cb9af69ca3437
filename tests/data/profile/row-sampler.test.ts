import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { RowSampler } from "../../../src/data/profile/row-sampler.ts";

/** The numbers of the rows that a sampler keeps. */
function keep(
  most: number,
  expected: number,
  chunks: readonly number[],
): { rows: number[]; sampler: RowSampler } {
  const sampler = new RowSampler(most, expected);
  let rows: number[] = [];
  for (const size of chunks) {
    const from = sampler.rows;
    rows.push(...sampler.choose(size).map((i) => from + i));
    let stays = sampler.thin();
    for (; stays; stays = sampler.thin()) rows = rows.filter((_, i) => stays?.[i]);
  }
  return { rows, sampler };
}

const chunks = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 20 });

describe("rows that go by", () => {
  test("are all kept up to the limit", () => {
    const { rows, sampler } = keep(1000, 0, [400, 600]);
    expect(rows).toEqual(Array.from({ length: 1000 }, (_, i) => i));
    expect(sampler.isWhole).toBe(true);
  });

  test("are kept in part beyond the limit, whatever was expected, and the sampler says so", () => {
    fc.assert(
      fc.property(chunks, fc.integer({ min: 0, max: 10_000 }), (chunks, expected) => {
        const { rows, sampler } = keep(100, expected, chunks);
        const total = chunks.reduce((sum, size) => sum + size, 0);
        expect(sampler.rows).toBe(total);
        expect(sampler.kept).toBe(rows.length);
        expect(rows.length).toBeLessThanOrEqual(100);
        if (sampler.isWhole) expect(rows.length).toBe(total);
      }),
    );
  });

  test("come from everywhere: each tenth of many has about a tenth of the kept", () => {
    const { rows } = keep(10_000, 0, new Array(100).fill(1000));
    const tenths = Array.from(
      { length: 10 },
      (_, i) => rows.filter((row) => Math.floor(row / 10_000) === i).length,
    );
    for (const count of tenths) expect(Math.abs(count - rows.length / 10)).toBeLessThan(rows.length / 40);
  });

  test("are the same ones in every run", () => {
    expect(keep(100, 5000, [2500, 2500]).rows).toEqual(keep(100, 5000, [1000, 4000]).rows);
  });
});
