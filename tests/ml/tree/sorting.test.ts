import fc from "fast-check";
import { expect, test } from "vitest";

import { KeptSorted } from "../../../src/ml/tree/kept-sorted.ts";
import type { NodeRows } from "../../../src/ml/tree/node-rows.ts";
import { type RankedColumns, rankColumns } from "../../../src/ml/tree/ranked-columns.ts";
import { SortedPairs } from "../../../src/ml/tree/sorted-pairs.ts";
import { SortedWhenAsked } from "../../../src/ml/tree/sorted-when-asked.ts";

const values = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -20, max: 20 }),
  fc.constantFrom(0, -0, 5e-324, -5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, 2 ** 31, -(2 ** 31)),
);

test("ranks are the positions among the distinct values, of few rows and of many", () => {
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 200 }), (column) => {
      const distinct = [...new Set(column)].sort((a, b) => a - b);
      const ranked = rankColumns({
        columns: [Float64Array.from(column)],
        nSamples: column.length,
        nFeatures: 1,
      });
      expect([...(ranked.distinct[0] ?? [])].map((value) => value + 0)).toEqual(distinct.map((v) => v + 0));
      expect([...(ranked.ranks[0] ?? [])]).toEqual(column.map((value) => distinct.indexOf(value + 0)));
    }),
  );
});

test("pairs are sorted by key, and those of equal keys keep their order", () => {
  const keys = fc.oneof(fc.nat(5), fc.nat(3000), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
  fc.assert(
    fc.property(fc.array(keys, { minLength: 1, maxLength: 300 }), (list) => {
      const pairs = new SortedPairs(list.length);
      list.forEach((key, position) => {
        pairs.keys[position] = key;
        pairs.positions[position] = position;
      });
      pairs.sort(list.length, Math.min(...list), Math.max(...list));
      const order = [...list.keys()].sort((a, b) => (list[a] ?? 0) - (list[b] ?? 0) || a - b);
      expect([...pairs.positions]).toEqual(order);
      expect([...pairs.keys]).toEqual(order.map((position) => list[position]));
    }),
  );
});

/** Some rows of a table of small whole numbers, and the cuts that are made in them, as shares of what there is. */
const cutTables = fc.record({
  columns: fc
    .integer({ min: 1, max: 3 })
    .chain((width) =>
      fc.array(fc.array(fc.nat(6), { minLength: 60, maxLength: 60 }), { minLength: width, maxLength: width }),
    ),
  rows: fc.uniqueArray(fc.nat(59), { minLength: 2, maxLength: 60 }).map((rows) => rows.sort((a, b) => a - b)),
  cuts: fc.array(fc.tuple(fc.nat(2), fc.nat(6)), { maxLength: 6 }),
});

/** Cuts every part that a cut divides, and lists the rows and ranks of each part in the order of each feature. */
function cutAll(node: NodeRows, { ranks }: RankedColumns, nRows: number, cuts: [number, number][]) {
  let places = [0, nRows];
  for (const [any, rank] of cuts) {
    const feature = any % ranks.length;
    const next = [0];
    for (const [k, end] of places.slice(1).entries()) {
      const start = places[k] ?? 0;
      const inPart = Array.from(node.rows.subarray(start, end), (row) => ranks[feature]?.[row] ?? 0);
      if (Math.min(...inPart) <= rank && Math.max(...inPart) > rank) {
        next.push(node.partition(feature, rank, start, end));
      }
      next.push(end);
    }
    places = next;
  }
  return places.slice(1).map((end, k) => {
    const start = places[k] ?? 0;
    return ranks.map((ofFeature, feature) => {
      const varies = node.order(feature, start, end);
      const [from, to] = [node.first, node.first + end - start];
      const rows = [...node.orderedRows.subarray(from, to)];
      const ordered = [...node.orderedRanks.subarray(from, to)];
      expect(ordered).toEqual(rows.map((row) => ofFeature[row]));
      expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
      expect(varies).toBe(new Set(ordered).size > 1);
      return rows.sort((a, b) => a - b);
    });
  });
}

test("rows that are kept sorted and rows that are sorted when asked for are the same in every part", () => {
  fc.assert(
    fc.property(cutTables, ({ columns, rows, cuts }) => {
      const ranked = rankColumns({
        columns: columns.map((column) => Float64Array.from(column)),
        nSamples: 60,
        nFeatures: columns.length,
      });
      const given = Int32Array.from(rows);
      const kept = cutAll(new KeptSorted(ranked, given.slice()), ranked, rows.length, cuts);
      const asked = cutAll(new SortedWhenAsked(ranked, given.slice()), ranked, rows.length, cuts);
      expect(kept).toEqual(asked);
      expect(asked.flatMap(([part]) => part ?? []).sort((a, b) => a - b)).toEqual(rows);
    }),
  );
});
