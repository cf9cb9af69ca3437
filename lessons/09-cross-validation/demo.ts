import type { Stage } from "groundwork/data";
import * as figure from "groundwork/figures";
import {
  crossValScore,
  type Fold,
  KFold,
  StratifiedKFold,
  TimeSeriesSplit,
  trainTestSplit,
} from "groundwork/model-selection";
import {
  KNeighborsClassifier,
  KNeighborsRegressor,
} from "groundwork/neighbors";
import { Pipeline } from "groundwork/pipeline";
import { StandardScaler } from "groundwork/preprocessing";
import { Random } from "groundwork/random";

/** Ten rows in three folds: each row is tested once. */
export function tenRows() {
  const folds = new KFold({ nSplits: 3 }).split(10);
  return figure.table(
    folds.map(({ test }, i) => ({
      folds: `fold ${i}`,
      ...cells(10, "row", (i) => (test.includes(i) ? "test" : "·")),
    })),
    { title: "Ten rows in three folds" },
  );
}

/** One exam on a fifth of the rows, and the mean of five folds, each drawn 30 times. */
export function luck(stage: Stage) {
  return figure.ranges(drawnAnew(readSheet(stage)), {
    title: "The score of one and the same model, in 30 draws each",
    xTitle: "accuracy",
  });
}

/** Three folds of rows as they stand in the file, and of rows in random order. */
export function asTheyCome(stage: Stage) {
  const sheet = readSheet(stage);
  return figure.table(
    Object.entries(threeFolds(sheet)).map(([rows, folds]) => {
      const scores = accuracies(sheet, folds);
      return {
        rows,
        ...cells(3, "fold", (i) => share(scores[i])),
        mean: share(meanOf(scores)),
      };
    }),
    { title: "Accuracy in three folds" },
  );
}

/** How many rows of the smallest class each of five tests has. */
export function smallestClass(stage: Stage) {
  const { name, counts } = dealt(readSheet(stage));
  return figure.table(
    Object.entries(counts).map(([rows, ofFold]) => ({
      rows,
      ...cells(5, "fold", (i) => ofFold[i]),
    })),
    { title: `Rows of “${name}” in each of five tests` },
  );
}

/** Five scores, and three numbers that may stand behind a ±. */
export function plusMinus(stage: Stage) {
  const { scores, mean, deviation, standardError, seen } = spread(
    readSheet(stage),
  );
  return [
    figure.bars(
      scores.map((value, i) => ({ label: `fold ${i}`, value })),
      { title: "One cross-validation", xTitle: "accuracy", format: share },
    ),
    figure.table([
      { number: "mean of the five scores", value: share(mean) },
      { number: "their deviation", value: share(deviation) },
      {
        number: "standard error: deviation / √5",
        value: share(standardError),
      },
      { number: "how the mean varied in 30 shuffles", value: share(seen) },
    ]),
  ];
}

/** Every day a coin decides whether the value goes up or down by 1. */
export function coinWalk() {
  const { days, values } = walk();
  return figure.line(
    { name: "value", x: days, y: values },
    {
      title: "A walk of 300 days, decided by a coin",
      xTitle: "day",
      yTitle: "value",
    },
  );
}

/** Ten days in three folds that learn from the past only. */
export function tenDays() {
  const folds = new TimeSeriesSplit({ nSplits: 3 }).split(10);
  return figure.table(
    folds.map(({ train, test }, i) => ({
      folds: `fold ${i}`,
      ...cells(10, "day", (day) =>
        train.includes(day) ? "learn" : test.includes(day) ? "test" : "·",
      ),
    })),
    { title: "Ten days in three folds, in the order of time" },
  );
}

/** The same model on the same days, in folds of shuffled days and in the order of time. */
export function walkScores(stage: Stage) {
  const rows = Object.entries(seriesOf(stage)).flatMap(([series, data]) =>
    Object.entries(r2InFolds(data)).map(([folds, scores]) => ({
      series,
      folds,
      ...cells(5, "fold", (i) => signed(scores[i])),
    })),
  );
  return figure.table(rows, {
    title: "R² in five folds",
    caption: "1 is perfect, 0 is no better than the mean of the test days.",
  });
}

/** What the text says in numbers and names. */
export function facts(stage: Stage) {
  const sheet = readSheet(stage);
  const { luck: one, folds: five } = drawnRanges(sheet);
  const three = Object.values(threeFolds(sheet)).map((folds) =>
    meanOf(accuracies(sheet, folds)),
  );
  const [inFile, shuffled] = three;
  const { name, size, counts } = dealt(sheet);
  const { mean, deviation, standardError, seen } = spread(sheet);
  const r2 = Object.values(r2InFolds(walk())).map(meanOf);
  const width = (range: number[]) => range[1] - range[0];
  const narrower = width(five) / (width(one) || 1);
  return {
    title: stage.dataset.title,
    rows: sheet.rowsInWords,
    question: sheet.question,
    runs: sheet.runsInWords,
    oneFrom: share(one[0]),
    oneTo: share(one[1]),
    fiveFrom: share(five[0]),
    fiveTo: share(five[1]),
    narrower: narrower > 0.75 ? 1 : narrower > 0.4 ? 2 : 3,
    inFile: share(inFile),
    shuffled: share(shuffled),
    fileScore: inFile < 0.1 ? 1 : inFile < shuffled - 0.03 ? 2 : 3,
    smallest: name,
    smallestRows: size,
    unevenFrom: Math.min(...counts.shuffled),
    unevenTo: Math.max(...counts.shuffled),
    mean: share(mean),
    deviation: share(deviation),
    standardError: share(standardError),
    seen: share(seen),
    walkShuffled: signed(r2[0]),
    walkInTime: signed(r2[1]),
    own: ownInWords(stage),
  };
}

// What the steps use.

interface Sheet {
  X: number[][];
  y: string[];
  rowsInWords: string;
  question: string;
  /** In how many runs of one class the rows stand. */
  runsInWords: string;
}

interface Days {
  X: number[][];
  y: number[];
}

/** A function that works each thing out once: the steps and the text share their numbers. */
function once<Key extends object, Value>(work: (key: Key) => Value) {
  const known = new WeakMap<Key, Value>();
  return (key: Key): Value => {
    const value = known.get(key) ?? work(key);
    known.set(key, value);
    return value;
  };
}

const readSheet = once(sampleOf);
const drawnAnew = once(accuraciesDrawn);

const mostRows = 240;
const mostColumns = 40;
const draws = 30;

/** Of a large table every so-manieth row, and of a wide one every so-manieth column; all stay in the order of the file. */
function sampleOf({ table, dataset }: Stage): Sheet {
  const { target = "" } = table.roles;
  const columns = evenly(table.featureNames, mostColumns);
  const whole = table.withoutMissing([...columns, target]);
  const part = whole.take(
    evenly(
      Array.from({ length: whole.nRows }, (_, i) => i),
      mostRows,
    ),
  );
  const isClass = dataset.task === "classification";
  const y = isClass ? part.target() : thirds(part.targetNumbers());
  const runs = y.filter((label, i) => i === 0 || label !== y[i - 1]).length;
  const kinds = new Set(y).size;
  return {
    X: part.matrix(columns),
    y,
    rowsInWords:
      part.nRows === table.nRows
        ? `all ${part.nRows} rows`
        : `${part.nRows} of its ${table.nRows.toLocaleString("en")} rows`,
    question: isClass
      ? `its "${target}", one of ${kinds} classes`
      : `whether its "${target}" is low, middling or high (a third of the rows each)`,
    runsInWords:
      runs === kinds
        ? `sorted by class: first all rows of "${y[0]}", and so on`
        : `in ${runs} runs of one class, where ${kinds} would be sorted`,
  };
}

function evenly<T>(values: readonly T[], most: number): T[] {
  const count = Math.min(values.length, most);
  return Array.from(
    { length: count },
    (_, k) => values[Math.floor((k * values.length) / count)],
  );
}

function thirds(values: number[]): string[] {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [1, 2].map(
    (k) => sorted[Math.floor((k * values.length) / 3)],
  );
  return values.map((value) =>
    value < low ? "low" : value < high ? "middling" : "high",
  );
}

/** A scaler and a vote of five learn anew in each fold. */
function accuracies({ X, y }: Sheet, folds: readonly Fold[]): number[] {
  const makeModel = () =>
    new Pipeline<string>([
      ["scale", new StandardScaler()],
      ["vote", new KNeighborsClassifier<string>({ nNeighbors: 5 })],
    ]);
  return crossValScore(makeModel, X, y, folds);
}

function shuffledFolds(n: number, nSplits: number, randomState: number) {
  return new KFold({ nSplits, shuffle: true, randomState }).split(n);
}

function accuraciesDrawn(sheet: Sheet): Record<string, number[]> {
  const n = sheet.y.length;
  const seeds = Array.from({ length: draws }, (_, seed) => seed);
  const one = (randomState: number) => [
    trainTestSplit(n, { testSize: 0.2, randomState }),
  ];
  const five = (seed: number) => shuffledFolds(n, 5, seed);
  return {
    [oneExam]: seeds.flatMap((seed) => accuracies(sheet, one(seed))),
    [fiveFolds]: seeds.map((seed) => meanOf(accuracies(sheet, five(seed)))),
  };
}

const oneExam = "one exam";
const fiveFolds = "mean of five folds";

function drawnRanges(sheet: Sheet) {
  const ends = (values: number[]) => [
    Math.min(...values),
    Math.max(...values),
  ];
  const { [oneExam]: one, [fiveFolds]: five } = drawnAnew(sheet);
  return { luck: ends(one), folds: ends(five) };
}

function threeFolds({ y }: Sheet): Record<string, Fold[]> {
  return {
    "as in the file": new KFold({ nSplits: 3 }).split(y.length),
    shuffled: shuffledFolds(y.length, 3, 0),
  };
}

/** The smallest class of five rows or more, and how many of its rows come into each test. */
function dealt({ y }: Sheet) {
  const sizes = new Map<string, number>();
  for (const label of y) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const bySize = [...sizes].sort(([, one], [, other]) => one - other);
  const [name, size] = bySize.find(([, size]) => size >= 5) ?? bySize[0];
  const inTests = (folds: readonly Fold[]) =>
    folds.map(({ test }) => test.filter((i) => y[i] === name).length);
  const stratified = new StratifiedKFold({ shuffle: true, randomState: 0 });
  const counts = {
    shuffled: inTests(shuffledFolds(y.length, 5, 0)),
    stratified: inTests(stratified.split(y)),
  };
  return { name, size, counts };
}

/** One cross-validation, and how far the means of 30 of them lie apart. */
function spread(sheet: Sheet) {
  const scores = accuracies(sheet, shuffledFolds(sheet.y.length, 5, 0));
  const deviation = deviationOf(scores);
  return {
    scores,
    mean: meanOf(scores),
    deviation,
    standardError: deviation / Math.sqrt(scores.length),
    seen: deviationOf(drawnAnew(sheet)[fiveFolds]),
  };
}

function walk(): Days & { days: number[]; values: number[] } {
  const coin = new Random(9);
  const days = Array.from({ length: 300 }, (_, day) => day);
  let value = 0;
  const values = days.map(() => {
    value += coin.integer(0, 2) === 0 ? -1 : 1;
    return value;
  });
  return { days, values, X: days.map((day) => [day]), y: values };
}

/** The walk, and the data set's own series where there is one. */
function seriesOf(stage: Stage): Record<string, Days> {
  const own = ownSeries(stage);
  return { "coin walk": walk(), ...(own && { [own.name]: own }) };
}

/** A number that is to be predicted, in the order of time; the columns of numbers and the time itself tell of it. */
function ownSeries({
  table,
  dataset,
}: Stage): (Days & { name: string }) | undefined {
  const { target = "", time } = table.roles;
  if (dataset.task === "classification" || time === undefined)
    return undefined;
  const columns = evenly(table.featureNames, mostColumns);
  const whole = table.withoutMissing([...columns, target, time]);
  const times: ArrayLike<unknown> = whole.column(time).values;
  const moments = Array.from(times, (value) =>
    typeof value === "number" ? value : Date.parse(String(value)),
  );
  const inOrder = evenly(
    [...moments.keys()].sort((one, other) => moments[one] - moments[other]),
    2 * mostRows,
  );
  const part = whole.take(inOrder);
  const X = part
    .matrix(columns)
    .map((row, k) => [moments[inOrder[k]], ...row]);
  return { name: target, X, y: part.targetNumbers() };
}

/** The five nearest training rows lend a row the mean of their values. */
function r2InFolds({ X, y }: Days): Record<string, number[]> {
  const makeModel = () =>
    new Pipeline<number>([
      ["scale", new StandardScaler()],
      ["mean", new KNeighborsRegressor({ nNeighbors: 5 })],
    ]);
  const score = (folds: readonly Fold[]) =>
    crossValScore(makeModel, X, y, folds, { scoring: "r2" });
  return {
    shuffled: score(shuffledFolds(y.length, 5, 0)),
    "in order of time": score(
      new TimeSeriesSplit({ nSplits: 5 }).split(y.length),
    ),
  };
}

function ownInWords(stage: Stage): string {
  const own = ownSeries(stage);
  if (!own) return "This table has no number that was measured over time.";
  const [mixed, inTime] = Object.values(r2InFolds(own)).map(meanOf);
  return `This table has a series of its own, "${own.name}". The mean of its scores is ${signed(mixed)} shuffled and ${signed(inTime)} in the order of time.`;
}

/** So many cells of one row of a table, under "fold 0", "fold 1" and so on. */
function cells(
  count: number,
  name: string,
  cell: (i: number) => string | number,
): Record<string, string | number> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${name} ${i}`, cell(i)]),
  );
}

function share(part: number): string {
  return part.toFixed(3);
}

function signed(score: number): string {
  return score.toFixed(2).replace("-", "−");
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}
