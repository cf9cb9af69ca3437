import { expect, test } from "vitest";

import { distributionChange } from "../../src/figures/index.ts";

const words = { title: "T", xTitle: "value" };

test("before stands above after, with the same bins, also where the names are numbers", () => {
  const { spec } = distributionChange([1, 2, 3], [2, 3, 4], { ...words, names: ["2024", "1999"] });
  const counts = (name: string) => spec.data.values.filter((bin) => bin.name === name);
  expect(spec.data.values[0]?.name).toBe("2024");
  expect(counts("2024").map(({ count }) => count)).toEqual([1, 1, 1, 0]);
  expect(counts("1999").map(({ count }) => count)).toEqual([0, 1, 1, 1]);
  expect(counts("1999").map(({ from }) => from)).toEqual([1, 2, 3, 4]);
});

test("a side without values is named", () => {
  expect(distributionChange([1, 2], [], words).notes).toEqual(["Nothing to draw for after."]);
});

test("two equal names are refused", () => {
  expect(() => distributionChange([1], [2], { ...words, names: ["a", "a"] })).toThrow(
    new RangeError('distributionChange needs two names that differ, got "a" twice.'),
  );
});
