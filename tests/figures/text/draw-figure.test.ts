import { stripVTControlCharacters } from "node:util";

import fc from "fast-check";
import stringWidth from "fast-string-width";
import { expect, test } from "vitest";

import {
  bars,
  box,
  confusionMatrix,
  correlation,
  decisionBoundary,
  decisionTree,
  drawFigure,
  type Figure,
  featureImportance,
  heatmap,
  histogram,
  line,
  missingness,
  ranges,
  scatter,
  type TreeNode,
  table,
} from "../../../src/figures/index.ts";

/** Names as data may hold them: escape codes, line breaks, wide signs, nothing at all. */
const name = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "",
    "\x1b[31mred\x1b[0m",
    "two\nlines\ttab",
    "日本語テキスト",
    "👩‍🔬 Ångström",
    "\ud800",
    "a".repeat(300),
  ),
);
const number = fc.oneof(
  fc.double(),
  fc.integer({ min: -50, max: 50 }),
  fc.constantFrom(0, -0, 1e300, 5e-324),
);
const numbers = fc.array(number, { maxLength: 30 });
const columns = fc.dictionary(name, numbers, { maxKeys: 5, noNullPrototype: true });
const mark = fc.record({ x: number, y: fc.option(number, { nil: undefined }), label: name });
const words = fc.record({
  ...{ title: name, xTitle: name, yTitle: name, caption: name, sizeTitle: name },
  equalAxes: fc.boolean(),
  marks: fc.array(mark, { maxLength: 4 }),
});

const points = fc
  .tuple(
    fc.array(fc.tuple(number, number, name, name), { maxLength: 40 }),
    fc.record({ hasGroup: fc.boolean(), hasLabels: fc.boolean(), hasSize: fc.boolean() }),
    words,
  )
  .map(([rows, { hasGroup, hasLabels, hasSize }, words]) => {
    const [x, y] = [rows.map(([x]) => x), rows.map(([, y]) => y)];
    const group = hasGroup ? rows.map(([, , name]) => name) : undefined;
    const labels = hasLabels ? rows.map(([, , , name]) => name) : undefined;
    return scatter({ x, y, group, labels, size: hasSize ? y : undefined }, words);
  });
const amounts = fc.dictionary(name, number, { maxKeys: 8, noNullPrototype: true });
const rows = fc.array(fc.dictionary(name, fc.oneof(number, name), { maxKeys: 8, noNullPrototype: true }), {
  maxLength: 8,
});
/** Numbers by names that differ, as many columns as rows or not. */
const cells = fc
  .tuple(
    fc.uniqueArray(name, { maxLength: 70 }),
    fc.uniqueArray(name, { maxLength: 220 }),
    fc.array(number, { minLength: 1 }),
    fc.boolean(),
  )
  .map(([rows, others, values, isSquare]) => {
    const columns = isSquare ? rows : others;
    const at = (i: number, j: number) => values[(i * columns.length + j) % values.length] ?? 0;
    return { rows, columns, cells: rows.map((_, i) => columns.map((_, j) => at(i, j))) };
  });
const looks = fc.record({
  rowTitle: name,
  columnTitle: name,
  valueTitle: name,
  scale: fc.constantFrom("sequential" as const, "diverging" as const),
  ordered: fc.boolean(),
});
const equalColumns = fc
  .tuple(fc.uniqueArray(name, { maxLength: 12 }), fc.array(number, { maxLength: 12 }))
  .map(([names, values]) =>
    Object.fromEntries(names.map((name, i) => [name, [...values.slice(i), ...values.slice(0, i)]])),
  );
const bins = fc.integer({ min: 1, max: 200 });
const boundary = fc
  .tuple(fc.array(fc.tuple(number, number, name), { maxLength: 40 }), fc.array(name, { minLength: 1 }), words)
  .map(([rows, classes, words]) => {
    const [x, y, group] = [rows.map(([x]) => x), rows.map(([, y]) => y), rows.map(([, , name]) => name)];
    const predictProba = (X: number[][]) =>
      X.map((_, i) => classes.map((_, j) => ((i * 7 + j * 3) % 11) / 10));
    return decisionBoundary({ x, y, group, classes, predictProba, cells: 8 }, words);
  });
const { tree } = fc.letrec<{ tree: TreeNode; split: TreeNode; leaf: TreeNode }>((tie) => ({
  tree: fc.oneof({ maxDepth: 12, withCrossShrink: true }, tie("leaf"), tie("split"), tie("split")),
  leaf: fc.record({
    prediction: fc.oneof(name, number),
    samples: fc.nat(),
    impurity: number,
    shares: fc.option(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 14 }), {
      nil: undefined,
    }),
  }),
  split: fc.record({
    samples: fc.nat(),
    split: fc.record({
      feature: name,
      threshold: number,
      gain: number,
      left: tie("tree"),
      right: tie("tree"),
    }),
  }),
}));
const importances = fc
  .tuple(fc.uniqueArray(fc.tuple(name, number, number), { selector: ([name]) => name, maxLength: 9 }), words)
  .map(([rows, words]) =>
    featureImportance(
      {
        names: rows.map(([name]) => name),
        importances: rows.map(([, value]) => value),
        deviations: rows.map(([, , deviation]) => deviation),
      },
      words,
    ),
  );
const ways = fc.array(fc.tuple(number, number, number), { maxLength: 40 });
const lines = fc
  .tuple(
    fc.uniqueArray(fc.tuple(name, ways, fc.boolean()), { selector: ([name]) => name, maxLength: 12 }),
    fc.record({
      xScale: fc.constantFrom("linear", "whole", "log"),
      yScale: fc.constantFrom("linear", "log"),
      dates: fc.boolean(),
      points: fc.boolean(),
    }),
    words,
  )
  .map(([series, axes, words]) =>
    line(
      series.map(([name, rows, hasBand]) => ({
        name,
        x: rows.map(([x]) => (axes.dates ? x * 1e9 : x)),
        y: rows.map(([, y]) => y),
        ...(hasBand ? { low: rows.map(([, y]) => y - 1), high: rows.map(([, , high]) => high) } : {}),
      })),
      { ...words, ...axes, guide: { from: [0, 0], to: [1, 1], label: words.caption } },
    ),
  );
const figure: fc.Arbitrary<Figure> = fc.oneof(
  boundary,
  fc
    .tuple(tree, words, fc.integer({ min: 1, max: 60 }))
    .map(([tree, words, most]) => decisionTree(tree, { ...words, most })),
  importances,
  lines,
  points,
  fc
    .tuple(fc.oneof(numbers, columns), words, bins)
    .map(([values, words, bins]) => histogram(values, { ...words, bins })),
  fc.tuple(amounts, words).map(([values, words]) => bars(values, words)),
  fc.tuple(columns, words).map(([values, words]) => ranges(values, words)),
  fc.tuple(columns, words).map(([values, words]) => box(values, words)),
  fc
    .tuple(cells, looks, words)
    .map(([{ cells, rows, columns }, look, words]) => heatmap(cells, { ...words, ...look, rows, columns })),
  fc
    .tuple(cells, words)
    .filter(([{ rows, columns }]) => rows === columns)
    .map(([{ cells, rows }, words]) => confusionMatrix(cells, { ...words, labels: rows })),
  fc.tuple(equalColumns, words).map(([values, words]) => correlation(values, words)),
  fc.tuple(equalColumns, words).map(([values, words]) => missingness(values, words)),
  fc.tuple(rows, words).map(([rows, words]) => table(rows, words)),
);
const width = fc.integer({ min: 40, max: 200 });

test("no line is longer than the width, with colour or without, in ASCII or not", () => {
  fc.assert(
    fc.property(figure, width, fc.boolean(), fc.boolean(), (figure, width, colour, ascii) => {
      for (const line of drawFigure(figure, { width, colour, ascii }).split("\n"))
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }),
    { numRuns: 300 },
  );
});

test("without colour there is no control character but the line feed", () => {
  fc.assert(
    fc.property(figure, width, (figure, width) => {
      expect(drawFigure(figure, { width })).not.toMatch(/(?!\n)\p{Cc}/u);
    }),
    { numRuns: 300 },
  );
});

test("in ASCII there is only ASCII", () => {
  fc.assert(
    fc.property(figure, width, (figure, width) => {
      expect(drawFigure(figure, { width, ascii: true })).toMatch(/^[\n -~]*$/);
    }),
    { numRuns: 300 },
  );
});

test("colour adds nothing but colour", () => {
  fc.assert(
    fc.property(figure, width, (figure, width) => {
      const coloured = stripVTControlCharacters(drawFigure(figure, { width, colour: true }));
      expect(coloured.replace(/ +$/gm, "")).toBe(drawFigure(figure, { width }));
    }),
    { numRuns: 300 },
  );
});

test("a width beyond what can be drawn well is brought to the nearest that can", () => {
  const figure = bars({ a: 1, b: 2 }, { title: "T", xTitle: "x" });
  expect(drawFigure(figure, { width: 10 })).toBe(drawFigure(figure, { width: 40 }));
  expect(drawFigure(figure, { width: Number.POSITIVE_INFINITY })).toBe(drawFigure(figure, { width: 200 }));
});

test("the title comes first and the caption last, in lines of their own", () => {
  const caption = "A caption that is too long for a line of forty cells.";
  const lines = drawFigure(bars({ a: 1, b: 2 }, { title: "T", xTitle: "x", caption }), { width: 40 }).split(
    "\n",
  );
  expect(lines[0]).toBe("T");
  expect(lines.slice(-2)).toEqual(["A caption that is too long for a line of", "forty cells."]);
});
