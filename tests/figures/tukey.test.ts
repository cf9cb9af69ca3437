import fc from "fast-check";
import { expect, test } from "vitest";

import { tukeyOf } from "../../src/figures/tukey.ts";

// python3 -c "import matplotlib.cbook as c; s = c.boxplot_stats([7, 1, 4, 2])[0];
//   print([s[k] for k in ('whislo', 'q1', 'med', 'q3', 'whishi')], sorted(s['fliers']))"
test.each([
  [[7, 1, 4, 2], [1, 1.75, 3, 4.75, 7], []],
  [
    [2, 3, 3, 4, 5, 5, 6, 7, 20, -9],
    [2, 3, 4.5, 5.75, 7],
    [-9, 20],
  ],
  [[0, 10, 10, 10], [7.5, 7.5, 10, 10, 10], [0]],
  [[5, 5, 5, 9], [5, 5, 5, 6, 6], [9]],
])("%j has the numbers that matplotlib gives it", (values, places, outliers) => {
  const { lowerWhisker, lowerQuartile, median, upperQuartile, upperWhisker, ...rest } = tukeyOf(values);
  expect([lowerWhisker, lowerQuartile, median, upperQuartile, upperWhisker]).toEqual(places);
  expect(rest.outliers).toEqual(outliers);
});

test("each value lies between the whiskers or is an outlier, and the five numbers ascend", () => {
  const values = fc.array(fc.double({ min: -1e300, max: 1e300, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, (values) => {
      const { lowerWhisker, lowerQuartile, median, upperQuartile, upperWhisker, outliers } = tukeyOf(values);
      const places = [lowerWhisker, lowerQuartile, median, upperQuartile, upperWhisker];
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      const within = values.filter((value) => value >= lowerWhisker && value <= upperWhisker);
      expect(within.length + outliers.length).toBe(values.length);
    }),
  );
});

test("values stay in their order, and none at all are refused", () => {
  const values = Object.freeze([3, 1, 2]);
  tukeyOf(values);
  expect(values).toEqual([3, 1, 2]);
  expect(() => tukeyOf([])).toThrow(RangeError);
});
