import type { Stage, Table } from "groundwork/data";
import * as figure from "groundwork/figures";
import { accuracyScore } from "groundwork/metrics";
import {
  crossValidate,
  GroupKFold,
  KFold,
} from "groundwork/model-selection";
import { Random } from "groundwork/random";
import { DecisionTreeClassifier, exportTree } from "groundwork/tree";
import { DecisionTreeClassifier as CartClassifier } from "ml-cart";

/** Every row by two of its columns, with its class. */
export function twoColumns(stage: Stage) {
  const { y, names, pair, columns } = samples(stage);
  const [across, up] = pair;
  return figure.scatter(
    { x: columns[across], y: columns[up], group: y },
    {
      title: "Where would you draw one straight line, across or down?",
      xTitle: names[across],
      yTitle: names[up],
    },
  );
}

/** Four labels each, from all the same to all different. */
export function howMixed() {
  const groups = ["aaaa", "aaab", "aabb", "aabc", "abcd"];
  return figure.table(
    groups.map((labels) => ({
      labels: [...labels].join(" "),
      "Gini impurity": impurityOf([...labels]),
    })),
  );
}

/** Two questions about the same twenty rows, ten of class a and ten of class b. */
export function twoQuestions() {
  const questions = {
    first: ["a", "aaaaaaaaabbbbbbbbbb"],
    second: ["aaaaaaaabb", "aabbbbbbbb"],
  };
  return figure.table(
    Object.entries(questions).map(([question, sides]) => {
      const [left, right] = sides.map((side) => impurityOf([...side]));
      const [nLeft, nRight] = sides.map((side) => side.length);
      return {
        question,
        left,
        right,
        "plain mean": (left + right) / 2,
        "by rows": (nLeft * left + nRight * right) / (nLeft + nRight),
      };
    }),
    { title: "How mixed each side is, and both together" },
  );
}

/** Every threshold of one column, and what it gains. */
export function everyThreshold(stage: Stage) {
  const { y, names, pair, columns } = samples(stage);
  const { thresholds, gains } = gainsAlong(columns[pair[0]], y);
  const best = thresholds[gains.indexOf(Math.max(...gains))];
  return figure.line(
    { name: "gain", x: thresholds, y: gains },
    {
      title: "Every threshold of one column, and what it gains",
      xTitle: names[pair[0]],
      yTitle: "gain",
      marks: [{ x: best, label: "best" }],
    },
  );
}

/** Each column's best question. */
export function everyColumn(stage: Stage) {
  const { y, names, columns } = samples(stage);
  const best = columns.map((values, j) => ({
    label: names[j],
    value: Math.max(0, ...gainsAlong(values, y).gains),
  }));
  return figure.bars(
    best.toSorted((one, other) => other.value - one.value).slice(0, 8),
    {
      title: "The best that each column can offer",
      xTitle: "gain of its best question",
    },
  );
}

/** Two questions deep: the tree on all columns. */
export function firstTree(stage: Stage) {
  const { X, y, names } = samples(stage);
  const tree = new DecisionTreeClassifier({ maxDepth: 2 }).fit(X, y);
  return figure.decisionTree(exportTree(tree, { featureNames: names }), {
    title: "Each side is asked its own best question",
  });
}

/** A tree of depth 3 that may ask about the two columns of the picture only. */
export function onePicture(stage: Stage) {
  const { y, names, pair, columns } = samples(stage);
  const [x, up] = pair.map((j) => columns[j]);
  const X = y.map((_, i) => [x[i], up[i]]);
  const tree = new DecisionTreeClassifier({ maxDepth: 3 }).fit(X, y);
  return figure.decisionBoundary(
    {
      x,
      y: up,
      group: y,
      classes: tree.classes,
      predictProba: (places) => tree.predictProba(places),
    },
    {
      title: "What a tree of depth 3 says everywhere",
      xTitle: names[pair[0]],
      yTitle: names[pair[1]],
    },
  );
}

/** Deeper and deeper, on rows that the tree has seen and on rows that it has not. */
export function deeper(stage: Stage) {
  const data = samples(stage);
  const scores = depths.map((maxDepth) => scoresAt(data, maxDepth));
  return figure.line(
    [
      {
        name: "rows it grew from",
        x: depths,
        y: scores.map(({ train }) => train),
      },
      {
        name: "new rows",
        x: depths,
        y: scores.map(({ test }) => test),
      },
    ],
    {
      title: "How many rows each depth gets right",
      xTitle: "maxDepth",
      yTitle: "accuracy",
      points: true,
    },
  );
}

/** How often a search looks at a row, with all rows again for each threshold, and with the rows sorted once. */
export function race() {
  const counts = sizes.map((n) => {
    const values = shuffledNumbers(n);
    return {
      rows: n,
      "all rows again": looksAgain(values),
      "sorted once": looksSorted(values),
    };
  });
  const lineOf = (name: "all rows again" | "sorted once") => ({
    name,
    x: sizes,
    y: counts.map((count) => count[name]),
  });
  return [
    figure.table(counts, { title: "Looks at a row, to search one column" }),
    figure.line([lineOf("all rows again"), lineOf("sorted once")], {
      title: "Each step to the right doubles the rows",
      xTitle: "rows",
      yTitle: "looks at a row",
      xScale: "log",
      yScale: "log",
      points: true,
    }),
  ];
}

/** Eight rows in two orders: four of value 1, then four of value 2, which are all of class a. */
export function rowOrder() {
  const X = [1, 1, 1, 1, 2, 2, 2, 2].map((value) => [value]);
  const orders = ["bbbaaaaa", "abbbaaaa"];
  return figure.table(
    orders.map((order) => {
      const y = [...order].map((label) => (label === "a" ? 0 : 1));
      const cart = new CartClassifier({ maxDepth: 1 });
      cart.train(X, y);
      const tree = new DecisionTreeClassifier({ maxDepth: 1 }).fit(X, y);
      return {
        "values 1 1 1 1 2 2 2 2": [...order].join(" "),
        "ml-cart gains": cart.root.gain ?? 0,
        "groundwork gains": exportTree(tree).split?.gain ?? 0,
      };
    }),
  );
}

/** Both libraries grow a tree of depth 3 on the two columns; the quickest of three runs counts. */
export function besideMlCart(stage: Stage) {
  const { X, y } = inTwoColumns(samples(stage), 400);
  return figure.table(
    [4, 2, 1].map((part) => {
      const rows = X.filter((_, i) => i % part === 0);
      const labels = y.filter((_, i) => i % part === 0);
      const cart = new CartClassifier({ maxDepth: 3 });
      const tree = new DecisionTreeClassifier({ maxDepth: 3 });
      const theirs = quickest(() => cart.train(rows, labels));
      const ours = quickest(() => tree.fit(rows, labels));
      return {
        rows: rows.length,
        "ml-cart right": accuracyScore(labels, cart.predict(rows)),
        "groundwork right": tree.score(rows, labels),
        "ml-cart ms": theirs,
        "groundwork ms": ours,
        "times as long": Math.round(theirs / ours),
      };
    }),
    { title: "The same two columns, depth 3" },
  );
}

/** What the text says in numbers. */
export function facts(stage: Stage) {
  const data = samples(stage);
  const { X, y, names, pair, columns } = data;
  const { nRows, featureNames } = stage.table;
  const stump = new DecisionTreeClassifier({ maxDepth: 1 }).fit(X, y);
  const first = exportTree(stump, { featureNames: names });
  const right = stump.score(X, y);
  const most = Math.max(...countsOf(y).values()) / y.length;
  const [deepest, shallowest] = [Math.max(...depths), 3];
  const deep = scoresAt(data, deepest);
  const shallow = scoresAt(data, shallowest);
  const raceRows = Math.max(...sizes);
  const values = shuffledNumbers(raceRows);
  const half = shuffledNumbers(raceRows / 2);
  const [again, sorted] = [looksAgain(values), looksSorted(values)];
  return {
    title: stage.dataset.title,
    rows: partOf(y.length, nRows, "rows"),
    classes: countsOf(y).size,
    columns: partOf(names.length, featureNames.length, "columns"),
    firstColumn: first.split?.name ?? names[pair[0]],
    firstThreshold: figure.formatNumber(first.split?.threshold ?? 0),
    nThresholds: gainsAlong(columns[pair[0]], y).gains.length,
    most: figure.percent(most),
    stump: figure.percent(right),
    oneQuestion: right <= most + 0.1 ? 3 : right > 0.9 ? 1 : 2,
    deepest,
    shallowest,
    deepTrain: figure.percent(deep.train),
    deepTest: figure.percent(deep.test),
    shallowTest: figure.percent(shallow.test),
    deeperHelps:
      deep.test > shallow.test + 0.02
        ? 1
        : deep.test > shallow.test - 0.02
          ? 2
          : 3,
    raceRows: raceRows.toLocaleString("en"),
    raceAgain: again.toLocaleString("en"),
    raceSorted: sorted.toLocaleString("en"),
    raceTimes: Math.round(again / sorted),
    againDoubled: (again / looksAgain(half)).toFixed(1),
    sortedDoubled: (sorted / looksSorted(half)).toFixed(1),
  };
}

// What the steps use.

type Samples = ReturnType<typeof readSamples>;

/** A table of hundreds of columns takes a moment to read: all steps share what was read. */
const read = new WeakMap<Table, Samples>();

function samples({ table }: Stage): Samples {
  const known = read.get(table) ?? readSamples(table);
  read.set(table, known);
  return known;
}

const depths = [1, 2, 3, 4, 6, 8, 12];
const sizes = [250, 500, 1000, 2000, 4000];
const mostRows = 600;
const mostColumns = 64;

/** Rows without gaps and the two columns that a first tree asks about; of a large table rows and columns from all over it. */
function readSamples(table: Table) {
  const { target = "", groups = [] } = table.roles;
  const names = everySoMany([...table.featureNames], mostColumns);
  const spread = table.take(everySoMany(rowsOf(table), 2 * mostRows));
  const whole = spread.withoutMissing([...names, target]);
  const part = whole.take(everySoMany(rowsOf(whole), mostRows));
  const [X, y] = [part.matrix(names), part.target()];
  return {
    X,
    y,
    names,
    groups: groupsOf(part, groups),
    columns: names.map((_, j) => X.map((row) => row[j])),
    pair: firstColumns(X, y),
  };
}

function rowsOf(table: Table): number[] {
  return [...Array(table.nRows).keys()];
}

function everySoMany<T>(values: T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(values.length / most));
  return values.filter((_, i) => i % step === 0);
}

/** A name for the group of each row; without columns that tell, each row is a group of its own. */
function groupsOf(table: Table, names: readonly string[]): string[] {
  const columns = names.map((name) => table.column(name).values);
  return rowsOf(table).map((i) =>
    columns.length === 0
      ? String(i)
      : columns.map((values) => String(values[i])).join("\n"),
  );
}

/** The column of the first question, and the one that is asked about most among the others of a small tree. */
function firstColumns(X: number[][], y: string[]): [number, number] {
  const fit = (maxDepth: number) =>
    new DecisionTreeClassifier({ maxDepth }).fit(X, y);
  const first = Math.max(0, exportTree(fit(1)).split?.feature ?? 0);
  const importances = [...fit(2).featureImportances];
  importances[first] = -1;
  return [first, importances.indexOf(Math.max(...importances))];
}

/** What each threshold of a column gains: halfway between neighbouring values, from the smallest to the largest. */
function gainsAlong(values: number[], y: string[]) {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const thresholds = distinct
    .slice(1)
    .map((value, i) => (value + distinct[i]) / 2);
  const order = [...values.keys()].sort((a, b) => values[a] - values[b]);
  const [left, right] = [new Map<string, number>(), countsOf(y)];
  const whole = mixed(right);
  let next = 0;
  const gains = thresholds.map((threshold) => {
    for (; values[order[next]] <= threshold; next++) {
      const label = y[order[next]];
      left.set(label, (left.get(label) ?? 0) + 1);
      right.set(label, (right.get(label) ?? 0) - 1);
    }
    return (whole - mixed(left) - mixed(right)) / y.length;
  });
  return { thresholds, gains };
}

/** Gini impurity times the number of rows, from the counts of the classes. */
function mixed(counts: Map<string, number>): number {
  const each = [...counts.values()];
  const total = each.reduce((sum, count) => sum + count, 0);
  return total - each.reduce((sum, count) => sum + count ** 2, 0) / total;
}

function countsOf(labels: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels)
    counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function partOf(part: number, all: number, things: string): string {
  const [some, whole] = [part, all].map((n) => n.toLocaleString("en"));
  return part === all
    ? `${all} ${things}`
    : `${some} of ${whole} ${things}`;
}

function impurityOf(labels: string[]): number {
  const X = labels.map(() => [0]);
  return exportTree(new DecisionTreeClassifier().fit(X, labels)).impurity;
}

/** Accuracy on the rows that grew the tree and on new ones, the mean of five folds; rows of a group stay together. */
function scoresAt({ X, y, groups }: Samples, maxDepth: number) {
  const nSplits = 5;
  const hasGroups = new Set(groups).size >= nSplits;
  const folds = hasGroups
    ? new GroupKFold({ nSplits }).split(groups)
    : new KFold({ nSplits, shuffle: true, randomState: 10 }).split(
        y.length,
      );
  const { trainScores, testScores } = crossValidate(
    () => new DecisionTreeClassifier({ maxDepth }),
    X,
    y,
    folds,
    { returnTrainScore: true },
  );
  return {
    train: meanOf(trainScores?.score ?? []),
    test: meanOf(testScores.score),
  };
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function shuffledNumbers(n: number): number[] {
  return new Random(10).shuffle([...Array(n).keys()]);
}

/** For each threshold, every row is asked which side it lies on. */
function looksAgain(values: number[]): number {
  let looks = 0;
  for (let threshold = 1; threshold < values.length; threshold++) {
    for (let row = 0; row < values.length; row++) looks += 1;
  }
  return looks;
}

/** Two rows are looked at to compare them, and one to move it from the right side to the left. */
function looksSorted(values: number[]): number {
  let looks = 0;
  const sorted = values.toSorted((a, b) => {
    looks += 2;
    return a - b;
  });
  for (let moved = 1; moved < sorted.length; moved++) looks += 1;
  return looks;
}

/** Some rows in the two columns of the pictures, with whole numbers for labels, as ml-cart wants them. */
function inTwoColumns({ y, pair, columns }: Samples, most: number) {
  const rows = everySoMany([...y.keys()], most);
  const classes = [...new Set(y)];
  return {
    X: rows.map((i) => pair.map((j) => columns[j][i])),
    y: rows.map((i) => classes.indexOf(y[i])),
  };
}

/** Milliseconds. */
function quickest(run: () => void): number {
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  // A clock may be too coarse for so short a time.
  return Math.max(Math.min(...times), 0.001);
}
