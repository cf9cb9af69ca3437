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
  box: (values, name) => figures.box({ [name]: values, other: values.slice(1) }, words(name)),
  calibration: (values, name) =>
    figures.calibration(
      [{ name, predicted: values, observed: turned(values), count: values.map((_, i) => i) }],
      words(name),
    ),
  confusionMatrix: (values, name) => {
    const counts = squareOf(values.slice(0, 400)).map((row) =>
      row.map((value) => Math.abs(Math.trunc(value)) || 0),
    );
    return figures.confusionMatrix(counts, { ...words(name), labels: namesFor(counts, name) });
  },
  correlation: (values, name) =>
    figures.correlation(
      { [name]: values, other: turned(values), constant: values.map(() => 1) },
      words(name),
    ),
  decisionBoundary: (values, name) =>
    figures.decisionBoundary(
      {
        x: values,
        y: turned(values),
        group: groups(values, name),
        classes: [name, "class 1", "class 2"],
        predictProba: (X) => X.map(([x = 0, y = 0]) => (x > y ? [0.7, 0.2, 0.1] : [0.1, 0.3, 0.6])),
        cells: 20,
      },
      words(name),
    ),
  decisionTree: (values, name) =>
    figures.decisionTree(treeOf(values.slice(0, 2000).filter(Number.isFinite), name), words(name)),
  distributionChange: (values, name) =>
    figures.distributionChange(values, turned(values), { ...words(name), names: [name, "later"] }),
  distributions: (values, name) =>
    figures.distributions({ [name]: values, other: values.slice(1) }, words(name)),
  featureImportance: (values, name) =>
    figures.featureImportance(
      {
        names: values.map((_, i) => `${name} ${i}`),
        importances: values,
        deviations: turned(values).map(Math.abs),
      },
      words(name),
    ),
  heatmap: (values, name) => {
    const cells = squareOf(values.slice(0, 10_000));
    const rows = namesFor(cells, name);
    return figures.heatmap(cells, { ...words(name), rows, columns: rows, valueTitle: name });
  },
  histogram: (values, name) => figures.histogram({ [name]: values, other: values.slice(1) }, words(name)),
  learningCurve: (values, name) =>
    figures.learningCurve({ trainSizes: values, ...folds(values) }, words(name)),
  line: (values, name) =>
    figures.line(
      [
        { name, x: values.map((_, i) => i), y: values, low: values, high: values.map((value) => value + 1) },
        { name: "other", x: values, y: turned(values) },
      ],
      { ...words(name), marks: [{ x: 1, label: name }], points: true },
    ),
  lossHistory: (values, name) =>
    figures.lossHistory({ train: values, validation: turned(values) }, { ...words(name), chosen: 2 }),
  missingness: (values, name) =>
    figures.missingness({ [name]: values, words: groups(values, "") }, words(name)),
  precisionRecallCurve: (values, name) =>
    figures.precisionRecallCurve(
      [{ name, precision: values, recall: turned(values), averagePrecision: values[0] ?? 0 }],
      { ...words(name), positives: 0.3 },
    ),
  ranges: (values, name) => figures.ranges({ [name]: values, other: values.slice(1) }, words(name)),
  residuals: (values, name) =>
    figures.residuals({ actual: values, predicted: turned(values) }, { ...words(name), unit: name }),
  rocCurve: (values, name) =>
    figures.rocCurve([{ name, fpr: values, tpr: turned(values), auc: 0.5 }], words(name)),
  scatter: (values, name) =>
    figures.scatter({ x: values, y: turned(values), group: groups(values, name) }, words(name)),
  table: (values, name) =>
    figures.table(values.slice(0, 1000).map((value, i) => ({ [name]: value, i, word: name }))),
  timeSeries: (values, name) =>
    figures.timeSeries([{ name, times: values.map((_, i) => new Date(86_400_000 * i)), values }], {
      ...words(name),
      marks: [{ at: new Date(0), label: name }],
    }),
  validationCurve: (values, name) =>
    figures.validationCurve({ values, ...folds(values) }, { ...words(name), xScale: "log" }),
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

/** Scores of three folds at each number. */
function folds(values: readonly number[]) {
  const testScores = values.map((value) => [value, value + 1, value - 1]);
  return { testScores, trainScores: values.map((value) => [value + 2]) };
}

/** As many of the numbers as make a square. */
function squareOf(values: readonly number[]): number[][] {
  const side = Math.floor(Math.sqrt(values.length));
  return Array.from({ length: side }, (_, i) => values.slice(i * side, (i + 1) * side));
}

function namesFor(rows: readonly unknown[], name: string): string[] {
  return rows.map((_, i) => (i === 0 ? name : `row ${i}`));
}

/** A tree with a question for each number. */
function treeOf([threshold, ...rest]: readonly number[], name: string): figures.TreeNode {
  if (threshold === undefined) return { prediction: name, samples: 3, shares: [0.5, 0.5] };
  const half = Math.floor(rest.length / 2);
  return {
    feature: name,
    threshold,
    left: treeOf(rest.slice(0, half), name),
    right: treeOf(rest.slice(half), name),
  };
}
