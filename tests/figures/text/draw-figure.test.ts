import { stripVTControlCharacters } from "node:util";

import fc from "fast-check";
import stringWidth from "fast-string-width";
import { expect, test } from "vitest";

import {
  bars,
  drawFigure,
  type Figure,
  histogram,
  ranges,
  scatter,
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
const words = fc.record({ title: name, xTitle: name, yTitle: name, caption: name, equalAxes: fc.boolean() });

const points = fc
  .tuple(fc.array(fc.tuple(number, number, name, name), { maxLength: 40 }), fc.boolean(), fc.boolean(), words)
  .map(([rows, hasGroup, hasLabels, words]) => {
    const [x, y] = [rows.map(([x]) => x), rows.map(([, y]) => y)];
    const group = hasGroup ? rows.map(([, , name]) => name) : undefined;
    const labels = hasLabels ? rows.map(([, , , name]) => name) : undefined;
    return scatter({ x, y, group, labels }, words);
  });
const amounts = fc.dictionary(name, number, { maxKeys: 8, noNullPrototype: true });
const rows = fc.array(fc.dictionary(name, fc.oneof(number, name), { maxKeys: 8, noNullPrototype: true }), {
  maxLength: 8,
});
const bins = fc.integer({ min: 1, max: 200 });
const figure: fc.Arbitrary<Figure> = fc.oneof(
  points,
  fc
    .tuple(fc.oneof(numbers, columns), words, bins)
    .map(([values, words, bins]) => histogram(values, { ...words, bins })),
  fc.tuple(amounts, words).map(([values, words]) => bars(values, words)),
  fc.tuple(columns, words).map(([values, words]) => ranges(values, words)),
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
