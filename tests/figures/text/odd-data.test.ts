import { expect, test } from "vitest";

import { bars, drawFigure, histogram, ranges, scatter } from "../../../src/figures/index.ts";

const words = { title: "T", xTitle: "across", yTitle: "up" };
const linesOf = (figure: Parameters<typeof drawFigure>[0]) => drawFigure(figure, { width: 60 }).split("\n");

test("a figure of nothing says so and draws no axes", () => {
  expect(linesOf(scatter({ x: [], y: [] }, words))).toEqual(["T", "Nothing to draw: no points."]);
  expect(linesOf(histogram([Number.NaN], words))).toEqual([
    "T",
    "1 of 1 values left out: not a number, infinite or too large",
    "to draw.",
    "Nothing to draw: no values.",
  ]);
  expect(linesOf(bars({}, words))).toEqual(["T", "Nothing to draw: no values."]);
  expect(linesOf(ranges({}, words))).toEqual(["T", "Nothing to draw: no values."]);
});

test("a single point stands in the middle of axes that hold it", () => {
  const lines = linesOf(scatter({ x: [3], y: [5] }, words));
  expect(lines.find((line) => /[⠁-⣿]/u.test(line))).toMatch(/^5\.0 ┤ {27}\S$/);
  expect(lines.at(-1)).toBe("Only one point.");
});

test("equal values make one full bin, and the figure says what they are", () => {
  const lines = linesOf(histogram([0.25, 0.25, 0.25], words));
  expect(lines[2]).toMatch(/^ {4}3 ┤ *█+$/);
  expect(lines.at(-1)).toBe("All 3 values are 0.25.");
});

test("bars of nothing are empty, and the smallest something is not", () => {
  const lines = linesOf(bars({ none: 0, some: 1e-9, all: 1 }, words));
  expect(lines.slice(1, 3)).toEqual(["none  0    │", "some  1e-9 │▏"]);
});

test("points of a class that is hidden under another are counted", () => {
  const data = { x: [1, 1, 1, 2], y: [1, 1, 1, 2], group: ["a", "a", "b", "b"] };
  expect(linesOf(scatter(data, words)).at(-1)).toBe("Hidden under the mark of another class: 1 of 4 points.");
});

test("names of points in one place lead to the same letter", () => {
  const data = { x: [1, 1, 2], y: [1, 1, 2], labels: ["one", "other", "third"] };
  expect(linesOf(scatter(data, words))[1]).toBe("A one   B other (at A)   C third");
});

test("more than twenty names are too many to read", () => {
  const x = Array.from({ length: 21 }, (_, i) => i);
  const lines = linesOf(scatter({ x, y: x, labels: x.map((i) => `wine ${i}`) }, words));
  expect(lines.join("\n")).not.toContain("wine");
  expect(lines.at(-1)).toBe("Names of points left out: 21 are too many to read.");
});

test("a long label is shortened in its middle, so that names with one beginning differ", () => {
  const lines = linesOf(
    bars(
      { "a rather long name of a measurement, first": 1, "a rather long name of a measurement, other": 2 },
      words,
    ),
  );
  expect(lines[1]).toMatch(/^a rather l…ent, first {2}1 │/);
  expect(lines[2]).toMatch(/^a rather l…ent, other {2}2 │/);
});

test("a hundred thousand points are drawn as shades, and the key says for how many each stands", () => {
  const x = Array.from({ length: 100_000 }, (_, i) => Math.sin(i));
  const y = Array.from({ length: 100_000 }, (_, i) => Math.sin(i * 1.7));
  const lines = linesOf(scatter({ x, y }, words));
  expect(lines[1]).toMatch(/█ \d+–\d+ {3}points in a place$/);
  expect(lines.join("")).not.toMatch(/[⠁-⣿]/u);
});

test("a hundred thousand values are binned and ranged", () => {
  const values = Float64Array.from({ length: 100_000 }, (_, i) => i / 100_000);
  expect(linesOf(histogram(values, words)).at(-1)?.trim()).toBe("across");
  expect(linesOf(ranges({ values }, words))[3]).toMatch(/^values {3,}0 {2,}0\.5 {2,}1 │├/);
});
