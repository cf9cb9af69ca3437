import fc from "fast-check";
import { expect, test } from "vitest";

import { thin } from "../../src/figures/thin.ts";

test("of each bucket the first, the lowest, the highest and the last stay, in their order", () => {
  const column = [5, 9, 7, 1, 6, 2, 2, 2];
  expect(thin([0, 1, 2, 3, 4, 5, 6, 7], [column], (place) => (place < 5 ? 0 : 1))).toEqual([
    0, 1, 3, 4, 5, 7,
  ]);
});

test("the lowest and the highest of each bucket are those of all its neighbours", () => {
  const rows = fc.array(fc.record({ value: fc.integer(), bucket: fc.integer({ min: 0, max: 4 }) }));
  fc.assert(
    fc.property(rows, (unsorted) => {
      const rows = unsorted.toSorted((a, b) => a.bucket - b.bucket);
      const bucketOf = (place: number) => rows[place]?.bucket ?? 0;
      const places = rows.map((_, i) => i);
      const kept = thin(places, [rows.map(({ value }) => value)], bucketOf);
      const extremes = (places: readonly number[]) =>
        [0, 1, 2, 3, 4].map((bucket) => {
          const values = places
            .filter((place) => bucketOf(place) === bucket)
            .map((place) => rows[place]?.value ?? 0);
          return [values[0], Math.min(...values), Math.max(...values), values.at(-1)];
        });
      expect(extremes(kept)).toEqual(extremes(places));
      expect(kept).toEqual(kept.toSorted((a, b) => a - b));
      expect(kept.length).toBeLessThanOrEqual(20);
    }),
  );
});
