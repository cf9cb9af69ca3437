import { expect, test } from "vitest";

import { heatmap } from "../../src/figures/index.ts";

const names = { rows: ["top", "low"], columns: ["left", "right"] };
const words = { ...names, title: "Cells" };
const domainOf = (figure: ReturnType<typeof heatmap>) => {
  const { domain } = figure.spec.encoding.color.scale;
  return [domain[0], domain.at(-1)];
};

test("cells come row by row with their names and their texts", () => {
  expect(
    heatmap(
      [
        [1, 2.5],
        [-3, 0],
      ],
      words,
    ).spec.data.values,
  ).toEqual([
    { row: "top", column: "left", value: 1, text: "1" },
    { row: "top", column: "right", value: 2.5, text: "2.5" },
    { row: "low", column: "left", value: -3, text: "−3" },
    { row: "low", column: "right", value: 0, text: "0" },
  ]);
});

test("shades go over the values, or as far to one side of zero as to the other", () => {
  const cells = [
    [1, 2],
    [-3, 0],
  ];
  expect(domainOf(heatmap(cells, words))).toEqual([-3, 2]);
  expect(domainOf(heatmap(cells, { ...words, scale: "diverging" }))).toEqual([-3, 3]);
  expect(domainOf(heatmap(cells, { ...words, domain: [0, 10] }))).toEqual([0, 10]);
});

test("there is a number for each shade, also where all cells are equal", () => {
  for (const scale of ["sequential", "diverging"] as const) {
    const { domain, range } = heatmap(
      [
        [0, 0],
        [0, 0],
      ],
      { ...words, scale },
    ).spec.encoding.color.scale;
    expect(domain).toHaveLength(range.length);
    expect(domain).toEqual([...new Set(domain)].sort((a, b) => a - b));
  }
});

test("cells without a finite number have no value, and the figure counts them", () => {
  const { spec, notes } = heatmap(
    [
      [1, Number.NaN],
      [Number.POSITIVE_INFINITY, 2],
    ],
    words,
  );
  expect(spec.data.values.map(({ value, text }) => [value, text])).toEqual([
    [1, "1"],
    [null, "?"],
    [null, "?"],
    [2, "2"],
  ]);
  expect(notes).toEqual(["2 of 4 cells left out: not a number, infinite or too large to draw."]);
});

test("no cells, one cell and equal cells are said", () => {
  expect(heatmap([], { title: "T", rows: [], columns: [] }).notes).toEqual(["Nothing to draw: no values."]);
  expect(heatmap([[7]], { title: "T", rows: ["a"], columns: ["b"] }).notes).toEqual(["Only one value: 7."]);
  expect(
    heatmap(
      [
        [0, 0],
        [0, 0],
      ],
      words,
    ).notes,
  ).toEqual(["All 4 values are 0."]);
});

test("names that are too few or come twice are refused", () => {
  expect(() => heatmap([[1, 2]], words)).toThrow(
    new RangeError("heatmap needs a name for each row, got 2 for 1 rows."),
  );
  expect(() => heatmap([[1, 2], [3]], words)).toThrow(
    new RangeError("heatmap needs a cell for each of 2 columns, got 1 in row 1."),
  );
  expect(() =>
    heatmap(
      [
        [1, 2],
        [3, 4],
      ],
      { ...words, columns: ["a", "a"] },
    ),
  ).toThrow(new RangeError('heatmap needs a name of its own for each column, got "a" twice.'));
});

test.each([[[1, 1]], [[2, 1]], [[0, Number.NaN]]])("the domain %j is refused", (domain) => {
  const [from = 0, to = 0] = domain;
  expect(() =>
    heatmap(
      [
        [1, 2],
        [3, 4],
      ],
      { ...words, domain: [from, to] },
    ),
  ).toThrow(RangeError);
});

test("few cells are written and outlined, many are only shaded", () => {
  const marksOf = (size: number) => {
    const rows = Array.from({ length: size }, (_, i) => `${i}`);
    const cells = rows.map(() => rows.map((_, j) => j));
    return JSON.stringify(
      heatmap(cells, { title: "T", rows, columns: rows, marked: (i, j) => i === j }).spec.layer,
    );
  };
  expect(marksOf(3)).toMatch(/"text".*/);
  expect(marksOf(3)).toContain("datum.marked");
  expect(marksOf(100)).not.toMatch(/"text"|datum\.marked/);
});
