import { expect, test } from "vitest";

import {
  bars,
  box,
  confusionMatrix,
  correlation,
  drawFigure,
  heatmap,
  histogram,
  isFigure,
  line,
  missingness,
  ranges,
  scatter,
  table,
} from "../../src/figures/index.ts";

const words = { title: "T", xTitle: "x", yTitle: "y" };
const figures = {
  scatter: scatter({ x: [1, 2], y: [3, 4], group: ["a", "b"] }, words),
  histogram: histogram([1, 2, 3], words),
  line: line({ name: "a", x: [1, 2, 3], y: [1, Number.NaN, 2], low: [0, 0, 1], high: [2, 2, 3] }, words),
  bars: bars({ a: 1, b: 2 }, { ...words, caption: "Two bars." }),
  ranges: ranges({ a: [1, 2], b: [3] }, words),
  table: table([{ a: 1 }]),
  box: box({ a: [1, 2, 30], b: [3] }, words),
  heatmap: heatmap([[-0, Number.NaN]], { ...words, rows: ["a"], columns: ["b", "c"] }),
};

test.each(Object.entries(figures))("a %s is a figure, also after it went through JSON", (_, figure) => {
  expect(isFigure(figure)).toBe(true);
  const copy: unknown = JSON.parse(JSON.stringify(figure));
  expect(copy).toEqual(figure);
  expect(isFigure(copy)).toBe(true);
});

test.each([
  null,
  undefined,
  7,
  "figure",
  [],
  {},
  { ...figures.bars, kind: "pie" },
  { ...figures.bars, kind: "toString" },
  { ...figures.bars, title: 7 },
  { ...figures.bars, spec: {} },
  { ...figures.bars, spec: { ...figures.bars.spec, data: { url: "data.csv" } } },
])("%o is no figure", (value) => {
  expect(isFigure(value)).toBe(false);
});

test("title, notes and caption are in the spec too, where Vega-Lite and a page look for them", () => {
  const { spec } = bars({ a: 1 }, { title: "One bar", xTitle: "x", caption: "Alone." });
  expect(spec.title).toEqual({ text: "One bar", subtitle: ["Only one value: 1."] });
  expect(spec.description).toBe("Alone.");
});

test("builders and drawing leave what they are given as it was", () => {
  const [x, rows] = [Object.freeze([3, 1, 2]), Object.freeze([Object.freeze({ a: 1, b: "z" })])];
  const group = Object.freeze(["b", "a", "b"]);
  const frozen = [
    scatter(Object.freeze({ x, y: x, group, labels: group }), words),
    histogram(Object.freeze({ x }), words),
    line(Object.freeze([Object.freeze({ name: "a", x, y: x, low: x, high: x })]), words),
    bars(Object.freeze({ b: 2, a: 1 }), words),
    bars(Object.freeze([Object.freeze({ label: "b", value: 2 })]), words),
    ranges(Object.freeze({ x }), words),
    table(rows),
    box(Object.freeze({ x }), words),
    heatmap(Object.freeze([x]), {
      ...words,
      rows: Object.freeze(["a"]),
      columns: group.map((_, i) => `${i}`),
    }),
    confusionMatrix(Object.freeze([x, x, x]), { ...words, labels: Object.freeze(["a", "b", "c"]) }),
    correlation(Object.freeze({ x, y: x }), words),
    missingness(Object.freeze({ x, group }), words),
  ].map(deepFreeze);
  for (const figure of frozen) expect(drawFigure(figure)).not.toBe("");
  expect(x).toEqual([3, 1, 2]);
});

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
