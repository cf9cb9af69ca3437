import { expect, test } from "vitest";

import { drawFigure, table } from "../../src/figures/index.ts";

test("decimal points stand below one another, words to the left", () => {
  const rows = [
    { model: "raw", accuracy: 0.75 },
    { model: "standardized", accuracy: 1065 },
    { model: "none", accuracy: -2.5 },
  ];
  expect(drawFigure(table(rows))).toBe(
    [
      "model         accuracy",
      "────────────  ────────",
      "raw               0.75",
      "standardized   1065",
      "none             −2.5",
    ].join("\n"),
  );
});

test("columns are all the keys in the order they come, and a missing cell is empty", () => {
  const lines = drawFigure(table([{ b: 1 }, { a: "x", b: 2 }]), { ascii: true }).split("\n");
  expect(lines).toEqual(["b  a", "-  -", "1", "2  x"]);
});

test("columns that do not fit are said to be missing", () => {
  const row = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`column${i}`, i]));
  const lines = drawFigure(table([row]), { width: 40 }).split("\n");
  expect(lines[0]).toBe("column0  column1  column2  column3");
  expect(lines.slice(3)).toEqual(["16 more columns do not fit here, from", "column4 on."]);
});

test("of many rows the first sixty are shown and the others counted", () => {
  const lines = drawFigure(table(Array.from({ length: 100 }, (_, i) => ({ i })))).split("\n");
  expect(lines).toHaveLength(2 + 60 + 1);
  expect(lines.at(-1)).toBe("Not drawn: 40 more rows.");
});
