import fc from "fast-check";
import { expect, test } from "vitest";

import { evenSample } from "../../src/figures/sample.ts";

test("a sample has as many items as asked, in their order and evenly far apart", () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.integer({ min: 1, max: 500 }), (total, most) => {
      const sample = evenSample(
        Array.from({ length: total }, (_, i) => i),
        most,
      );
      expect(sample).toHaveLength(Math.min(total, most));
      const gaps = sample.slice(1).map((item, i) => item - (sample[i] ?? 0));
      const even = total <= most ? 1 : total / most;
      expect(gaps.filter((gap) => Math.abs(gap - even) >= 1)).toEqual([]);
    }),
  );
});
