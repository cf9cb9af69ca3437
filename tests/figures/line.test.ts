import { expect, test } from "vitest";

import { line } from "../../src/figures/index.ts";

const words = { title: "T", xTitle: "x", yTitle: "y" };
const manyX = Array.from({ length: 100_000 }, (_, i) => i);

test("a line keeps its points in the order in which they are given", () => {
  const { spec } = line({ name: "spiral", x: [3, 1, 2], y: [5, 6, 7] }, words);
  expect(spec.data.values).toEqual([
    { series: 0, name: "spiral", x: 3, y: 5 },
    { series: 0, name: "spiral", x: 1, y: 6 },
    { series: 0, name: "spiral", x: 2, y: 7 },
  ]);
});

test("where only y is missing the line is broken, once for neighbours, and the rows are counted", () => {
  const y = [Number.NaN, 1, 2, Number.NaN, Number.POSITIVE_INFINITY, 3, 4, Number.NaN];
  const { spec, notes } = line({ name: "a", x: [1, 2, 3, 4, 5, 6, 7, 8], y }, words);
  expect(spec.data.values.map(({ x, y }) => [x, y])).toEqual([
    [2, 1],
    [3, 2],
    [4, null],
    [6, 3],
    [7, 4],
  ]);
  expect(notes).toEqual(["4 of 8 points left out: not a number, infinite or too large to draw."]);
});

test("a point between two gaps is shown as a point", () => {
  const { spec } = line({ name: "a", x: [1, 2, 3, 4], y: [1, Number.NaN, 2, 3] }, words);
  expect(spec.data.values.filter(({ alone }) => alone).map(({ x }) => x)).toEqual([1]);
});

test("a point without an x is left out and breaks nothing", () => {
  const { spec } = line({ name: "a", x: [1, Number.NaN, 3], y: [1, 2, 3] }, words);
  expect(spec.data.values.map(({ y }) => y)).toEqual([1, 3]);
});

test("of 100,000 points each peak stays, and the figure says how many are drawn", () => {
  const y = manyX.map((i) => (i === 31_415 ? 50 : i === 92_653 ? -50 : Math.sin(i / 5000)));
  const { spec, notes } = line({ name: "signal", x: manyX, y }, words);
  const rows = spec.data.values;
  expect(rows.length).toBeLessThanOrEqual(5000);
  expect(rows).toContainEqual({ series: 0, name: "signal", x: 31_415, y: 50 });
  expect(rows).toContainEqual({ series: 0, name: "signal", x: 92_653, y: -50 });
  expect([rows[0]?.x, rows.at(-1)?.x]).toEqual([0, 99_999]);
  expect(notes).toEqual([
    `Drawn: ${rows.length.toLocaleString("en")} of 100,000 points, each stretch's highest and lowest among them.`,
  ]);
});

test("a long series keeps the extremes of each thousandth of its x axis, however unevenly its points lie", () => {
  const x = manyX.map((i) => (i < 99_000 ? i / 99_000 : 1 + (i - 99_000)));
  const y = manyX.map((i) => Math.sin(i * i));
  const kept = line({ name: "a", x, y }, words).spec.data.values;
  const extremes = (points: readonly { x: number; y: number | null }[]) => {
    const parts = Array.from({ length: 1250 }, () => ({ low: Infinity, high: -Infinity }));
    for (const { x, y } of points) {
      const part = parts[Math.min(1249, Math.floor((x / 1000) * 1250))];
      if (part === undefined || y === null) continue;
      part.low = Math.min(part.low, y);
      part.high = Math.max(part.high, y);
    }
    return parts;
  };
  expect(extremes(kept)).toEqual(extremes(x.map((x, i) => ({ x, y: y[i] ?? 0 }))));
});

test("a long way that goes to and fro is thinned too, and ends where it ends", () => {
  const to = manyX.map((i) => Math.sin(i * 1.3));
  const { spec } = line({ name: "a", x: to, y: manyX }, words);
  expect(spec.data.values.length).toBeLessThanOrEqual(5000);
  expect(spec.data.values.at(-1)?.y).toBe(99_999);
});

test("a long series is broken where a stretch is missing, and not at each single value", () => {
  const y = manyX.map((i) => (i % 1000 === 7 || (i > 40_000 && i < 50_000) ? Number.NaN : 1 + (i % 2)));
  const gaps = line({ name: "a", x: manyX, y }, words).spec.data.values.filter(({ y }) => y === null);
  expect(gaps.map(({ x }) => x)).toEqual([40_001]);
});

test("a band keeps its extremes when a long series is thinned", () => {
  const low = manyX.map((i) => (i === 777 ? -9 : 0));
  const high = manyX.map((i) => (i === 888 ? 9 : 2));
  const { values } = line({ name: "a", x: manyX, y: manyX.map(() => 1), low, high }, words).spec.data;
  expect(Math.min(...values.map(({ low = 0 }) => low))).toBe(-9);
  expect(Math.max(...values.map(({ high = 0 }) => high))).toBe(9);
});

test("the edges of a band may come in either order, and points without a band are counted", () => {
  const { spec, notes } = line(
    { name: "a", x: [1, 2], y: [5, 6], low: [7, Number.NaN], high: [3, 8] },
    words,
  );
  expect(spec.data.values).toEqual([
    { series: 0, name: "a", x: 1, y: 5, low: 3, high: 7 },
    { series: 0, name: "a", x: 2, y: 6 },
  ]);
  expect(notes).toEqual(["Points without a band: 1."]);
});

test("a logarithmic axis leaves out zero and less, marks too, and says so", () => {
  const { spec, notes } = line(
    { name: "a", x: [0, 1, 10], y: [1, 2, 3] },
    { ...words, xScale: "log", marks: [{ x: -1, label: "nowhere" }] },
  );
  expect(spec.data.values.map(({ x }) => x)).toEqual([1, 10]);
  expect(notes).toEqual([
    "1 of 3 points left out: zero or less, which a logarithmic axis does not have.",
    "Mark left out: nowhere has no place that can be drawn.",
  ]);
});

test("with more than ten series the first nine keep their names and the others share one", () => {
  const series = Array.from({ length: 100 }, (_, i) => ({ name: `s${i}`, x: [1, 2], y: [i, i] }));
  const { spec } = line(series, words);
  expect(spec.encoding.color.scale.domain).toHaveLength(10);
  expect(spec.encoding.color.scale.domain.at(-1)).toBe("91 other series");
  expect(spec.data.values.filter(({ name }) => name === "91 other series")).toHaveLength(182);
  expect(new Set(spec.data.values.map(({ series }) => series)).size).toBe(100);
});

test("an axis shows at least the domain that is asked for, and all that there is", () => {
  const { x, y } = line(
    { name: "a", x: [0.2, 0.4], y: [0.5, 1.5] },
    { ...words, xDomain: [0, 1], yDomain: [0, 1] },
  ).spec.encoding;
  expect([x.scale.domain, y.scale.domain]).toEqual([
    [0, 1],
    [0, 1.5],
  ]);
});

test("equal axes are equally long", () => {
  const { spec } = line({ name: "a", x: [0, 10], y: [3, 4] }, { ...words, equalAxes: true });
  expect(spec.encoding.x.scale.domain).toEqual([0, 10]);
  expect(spec.encoding.y.scale.domain).toEqual([-1.5, 8.5]);
  expect(spec.width).toBe(spec.height);
});

test("series without points are named, and nothing at all says so", () => {
  expect(
    line(
      [
        { name: "a", x: [1, 2], y: [1, 2] },
        { name: "b", x: [], y: [] },
      ],
      words,
    ).notes,
  ).toEqual(["Nothing to draw for b."]);
  expect(line([], words).notes).toEqual(["Nothing to draw: no values."]);
});

test("columns of different lengths, half a band and a name that comes twice are refused", () => {
  expect(() => line({ name: "a", x: [1, 2], y: [1] }, words)).toThrow(
    new RangeError("line needs as many y as x, got 1 and 2."),
  );
  expect(() => line({ name: "a", x: [1], y: [1], low: [1], high: [1, 2] }, words)).toThrow(
    new RangeError("line needs as many high as x, got 2 and 1."),
  );
  expect(() => line({ name: "a", x: [1], y: [1], low: [1] }, words)).toThrow(
    new RangeError("line needs low and high for a band, got only low."),
  );
  const twice = { name: "a", x: [1], y: [1] };
  expect(() => line([twice, twice], words)).toThrow(
    new RangeError('line needs a name of its own for each series, got "a" twice.'),
  );
});
