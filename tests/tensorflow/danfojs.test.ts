import { DataFrame, MinMaxScaler, StandardScaler } from "danfojs-node";
import { expect, test } from "vitest";

// Column a has mean 3 and squared deviations 4, 0, 4; column b has mean 5 and squared deviations 9, 1, 16.
const frame = () =>
  new DataFrame(
    [
      [1, 2],
      [3, 4],
      [5, 9],
    ],
    { columns: ["a", "b"] },
  );

test("a data frame tells the mean and the sample deviation of its columns", () => {
  expect(frame().mean({ axis: 0 }).values).toEqual([3, 5]);
  expect(frame().std({ axis: 0 }).values).toEqual([2, Math.sqrt(13)]);
});

test("a data frame is standardised by tensor operations, at once", () => {
  const z = new StandardScaler().fitTransform(frame()).values as number[][];
  const [scaleA, scaleB] = [Math.sqrt(8 / 3), Math.sqrt(26 / 3)];
  const expected = [
    [-2 / scaleA, -3 / scaleB],
    [0, -1 / scaleB],
    [2 / scaleA, 4 / scaleB],
  ];
  expect(z).toHaveLength(3);
  for (const [i, row] of expected.entries()) {
    for (const [j, value] of row.entries()) expect(z[i]?.[j]).toBeCloseTo(value, 6);
  }
});

test("a data frame is rescaled to 0 and 1", () => {
  const values = new MinMaxScaler().fitTransform(frame()).values as number[][];
  expect(values.map(([a]) => a)).toEqual([0, 0.5, 1]);
  expect(values[1]?.[1]).toBeCloseTo(2 / 7, 6);
});

test("a frame minus its means, over its deviations, is standardised too", () => {
  const values = frame()
    .sub(frame().mean({ axis: 0 }), { axis: 1 })
    .div(frame().std({ axis: 0 }), { axis: 1 }).values as number[][];
  expect(values.map(([a]) => a)).toEqual([-1, 0, 1]);
});
