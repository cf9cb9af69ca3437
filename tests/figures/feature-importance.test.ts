import { expect, test } from "vitest";

import { drawFigure, featureImportance } from "../../src/figures/index.ts";

const words = { title: "T", xTitle: "loss" };

test("the most important features come first, with the number's error and its line", () => {
  const data = {
    names: ["ash", "proline", "hue"],
    importances: [0.1, 0.4, -0.2],
    deviations: [0.05, 0.1, 0],
  };
  const { spec } = featureImportance(data, words);
  expect(spec.data.values).toEqual([
    { label: "proline", value: 0.4, text: "0.4 ± 0.1", low: 0.4 - 0.1, high: 0.5 },
    { label: "ash", value: 0.1, text: "0.1 ± 0.05", low: 0.05, high: 0.1 + 0.05 },
    { label: "hue", value: -0.2, text: "−0.2 ± 0", low: -0.2, high: -0.2 },
  ]);
});

test("an error pales the end of its bar and reaches as far beyond it", () => {
  const data = { names: ["a", "b"], importances: [3, 1], deviations: [1, Number.NaN] };
  expect(drawFigure(featureImportance(data, words), { width: 51 }).split("\n")).toEqual([
    "T",
    "▒─┤ one deviation to either side",
    "a  3 ± 1 │████████████████████▒▒▒▒▒▒▒▒▒▒▒─────────┤",
    "b  1     │███████████",
    "                            loss",
  ]);
});

test("features beyond the most are counted, and those without a number are left out by name", () => {
  const names = Array.from({ length: 30 }, (_, i) => `feature ${i}`);
  const importances = names.map((_, i) => (i === 7 ? Number.NaN : i));
  const { spec, notes } = featureImportance({ names, importances }, { title: "T" });
  expect(spec.data.values.map(({ value }) => value)).toEqual(Array.from({ length: 20 }, (_, i) => 29 - i));
  expect(notes).toEqual([
    "1 of 30 values left out: not a number, infinite or too large to draw (feature 7).",
    "Not drawn: 9 more features.",
  ]);
});

test("lists of different lengths, a name that comes twice and a senseless most are refused", () => {
  const importances = [1, 2];
  expect(() => featureImportance({ names: ["a"], importances }, words)).toThrow(
    new RangeError("featureImportance needs as many importances as names, got 2 and 1."),
  );
  expect(() => featureImportance({ names: ["a", "a"], importances }, words)).toThrow(
    new RangeError('featureImportance needs a label of its own for each bar, got "a" twice.'),
  );
  expect(() => featureImportance({ names: ["a", "b"], importances }, { ...words, most: 0 })).toThrow(
    RangeError,
  );
});
