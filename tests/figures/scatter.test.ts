import { expect, test } from "vitest";

import { drawFigure, scatter } from "../../src/figures/index.ts";
import { wines } from "./wines.ts";

const words = { title: "Wines", xTitle: "flavanoids (g/l)", yTitle: "proline (mg/l)" };

test("every wine is a point with its class", () => {
  const { spec } = scatter({ x: wines.flavanoids, y: wines.proline, group: wines.grower }, words);
  expect(spec.data.values).toHaveLength(30);
  expect(spec.data.values[0]).toEqual({ x: 3.06, y: 1065, group: "Barolo" });
});

test("classes come in reading order, so that they keep their colours when rows are shuffled", () => {
  const order = (group: (string | number)[]) =>
    scatter({ x: group.map(() => 1), y: group.map(() => 1), group }, words).spec.encoding.color?.scale.domain;
  expect(order([10, 9, 2])).toEqual(["2", "9", "10"]);
  expect(order(["b", "c", "a"])).toEqual(order(["c", "a", "b"]));
});

test("of more than ten classes the nine commonest stay and the others are one", () => {
  const group = Array.from({ length: 40 }, (_, i) => (i < 26 ? i % 13 : i % 9));
  const { spec } = scatter({ x: group, y: group, group }, words);
  const domain = spec.encoding.color?.scale.domain ?? [];
  expect(domain).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "4 other classes"]);
  expect(spec.data.values.filter((point) => point.group === "4 other classes")).toHaveLength(8);
});

test("points without a place are left out and counted", () => {
  const { spec, notes } = scatter(
    { x: [1, Number.NaN, 3, 4], y: [1, 2, Number.POSITIVE_INFINITY, 4] },
    words,
  );
  expect(spec.data.values).toEqual([
    { x: 1, y: 1 },
    { x: 4, y: 4 },
  ]);
  expect(notes).toEqual(["2 of 4 points left out: not a number, infinite or too large to draw."]);
});

test("a class or a name stays with its own point when others are left out", () => {
  const data = { x: [Number.NaN, 2], y: [1, 2], group: ["a", "b"], labels: ["first", "second"] };
  expect(scatter(data, words).spec.data.values).toEqual([{ x: 2, y: 2, group: "b", label: "second" }]);
});

test("equal axes are equally long", () => {
  const { spec } = scatter({ x: wines.flavanoids, y: wines.proline }, { ...words, equalAxes: true });
  const [x, y] = [spec.encoding.x.scale.domain ?? [0, 0], spec.encoding.y.scale.domain ?? [0, 1]];
  expect(x[1] - x[0]).toBeCloseTo(y[1] - y[0], 9);
  expect(spec.width).toBe(spec.height);
});

test("columns of different lengths are refused", () => {
  expect(() => scatter({ x: [1, 2], y: [1] }, words)).toThrow(
    new RangeError("scatter needs as many y as x, got 1 and 2."),
  );
  expect(() => scatter({ x: [1], y: [1], group: ["a", "b"] }, words)).toThrow(RangeError);
});

test("of very many points an even sample is drawn, and every named one", () => {
  const x = Float64Array.from({ length: 100_000 }, (_, i) => i);
  const labels = Array.from(x, (i) => (i === 70_001 ? "this one" : ""));
  const { spec, notes } = scatter({ x, y: x, labels }, words);
  expect(notes).toEqual(["Drawn: 5,000 of 100,000 points, taken evenly from first to last."]);
  expect(spec.data.values).toHaveLength(5000);
  expect(spec.data.values.filter(({ label }) => label === "this one")).toEqual([
    { x: 70_001, y: 70_001, label: "this one" },
  ]);
});

test("a class that the sample misses keeps its colour", () => {
  const x = Float64Array.from({ length: 100_000 }, (_, i) => i);
  const group = Array.from(x, (i) => (i === 0 ? "a" : "b"));
  expect(scatter({ x, y: x, group }, words).spec.encoding.color?.scale.domain).toEqual(["a", "b"]);
});

test("sizes are shown by area, and a point without one is left out", () => {
  const { spec, notes } = scatter(
    { x: [1, 2, 3], y: [1, 2, 3], size: [10, Number.NaN, 20] },
    { ...words, sizeTitle: "people" },
  );
  expect(spec.data.values).toEqual([
    { x: 1, y: 1, size: 10 },
    { x: 3, y: 3, size: 20 },
  ]);
  expect(spec.encoding.size).toMatchObject({ field: "size", title: "people", scale: { zero: true } });
  expect(notes).toEqual(["1 of 3 points left out: not a number, infinite or too large to draw."]);
});

test("a mark is within the axes though no point is near it, and one without a place is left out", () => {
  const marks = [
    { x: 50, label: "far" },
    { y: Number.NaN, label: "nowhere" },
  ];
  const figure = scatter({ x: [1, 2], y: [1, 2] }, { ...words, marks });
  expect(figure.notes).toEqual(["Mark left out: nowhere has no place that can be drawn."]);
  const lines = drawFigure(figure, { width: 60 }).split("\n");
  expect(lines[1]).toBe("┊ at 50: far");
  expect(lines.slice(3, 15).every((line) => /┊$/u.test(line))).toBe(true);
});
