import * as figures from "../../src/figures/index.ts";

/** What is exported beside the builders. */
export const notBuilders = ["drawFigure", "formatNumber", "isFigure", "percent"];

export const builderNames = Object.entries(figures)
  .filter(([name, value]) => typeof value === "function" && !notBuilders.includes(name))
  .map(([name]) => name);

/** Makes a figure of some numbers, in which everything that can have a name has this one. */
type MakeFigure = (values: readonly number[], name: string) => figures.Figure;

/** A way to call each builder, whatever the numbers are. */
export const builders: Readonly<Record<string, MakeFigure>> = {
  bars: (values, name) =>
    figures.bars(
      values.map((value, i) => ({ label: `${name} ${i}`, value })),
      words(name),
    ),
  histogram: (values, name) => figures.histogram({ [name]: values, other: values.slice(1) }, words(name)),
  ranges: (values, name) => figures.ranges({ [name]: values, other: values.slice(1) }, words(name)),
  scatter: (values, name) =>
    figures.scatter({ x: values, y: turned(values), group: groups(values, name) }, words(name)),
  table: (values, name) =>
    figures.table(values.slice(0, 1000).map((value, i) => ({ [name]: value, i, word: name }))),
};

/** Numbers as they come, and as they should not. */
export const samples: Readonly<Record<string, readonly number[]>> = {
  "a few numbers": [3.2, 1.5, 4.1, 2.7, 3.9, 0.4, 2.2, 3.3, 1.1, 2.8],
  "no numbers": [],
  "one number": [3],
  "equal numbers": new Array(12).fill(0.25),
  "numbers that are none": [Number.NaN, 1, Number.POSITIVE_INFINITY, 2.5, Number.NEGATIVE_INFINITY, 4],
  "only numbers that are none": [Number.NaN, Number.NaN, Number.POSITIVE_INFINITY],
  "huge and tiny numbers": [-1e299, 1e299, 1e-299, 0, 5e-324],
  "a hundred thousand numbers": Array.from({ length: 100_000 }, (_, i) => Math.sin(i * 1.7) * (i % 97)),
};

/** Names that a data set can bring. */
export const names: Readonly<Record<string, string>> = {
  "escape codes": "\x1b[31mred\x1b[0m\x07\u0000",
  markup: `<script>alert("1")</script> & ]]> ' url(#clip0)`,
  "a long name": "a rather long name of a measurement ".repeat(12),
  "a name from right to left": "גובה \u202eשל יין",
  "a name of field syntax": "a.b['c'] \\ datum.x, \"y\"",
  "no letters": "",
  "a name of every object": "__proto__",
};

function words(name: string) {
  return { title: `Title ${name}`, caption: `Caption ${name}`, xTitle: `x ${name}`, yTitle: `y ${name}` };
}

function turned(values: readonly number[]): number[] {
  return values.map((_, i) => values[(i * 7 + 3) % values.length] ?? 0);
}

function groups(values: readonly number[], name: string): string[] {
  return values.map((_, i) => (i % 3 === 0 ? name : `class ${i % 3}`));
}
