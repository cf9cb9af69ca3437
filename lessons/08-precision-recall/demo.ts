import { ColumnTransformer } from "groundwork/compose";
import type { Stage, Table } from "groundwork/data";
import * as figure from "groundwork/figures";
import { SimpleImputer } from "groundwork/impute";
import { LogisticRegression } from "groundwork/linear-model";
import {
  accuracyScore,
  confusionMatrix,
  precisionRecallCurve,
  precisionRecallFscoreSupport,
} from "groundwork/metrics";
import { takeRows, trainTestSplit } from "groundwork/model-selection";
import { Pipeline } from "groundwork/pipeline";
import { OneHotEncoder, StandardScaler } from "groundwork/preprocessing";

/** How often is each of two models right about rows that it has not learned? */
export function accuracies(stage: Stage) {
  const { actual, predicted, usual } = answersOf(stage);
  const always = actual.map(() => usual);
  return figure.bars(
    {
      "a logistic regression": accuracyScore(actual, predicted),
      [`always “${usual}”`]: accuracyScore(actual, always),
    },
    {
      title: `How often they are right, of ${actual.length} rows`,
      xTitle: "accuracy",
      format: figure.percent,
    },
  );
}

/** Which class was taken for which? */
export function whichForWhich(stage: Stage) {
  const { actual, predicted, classes } = answersOf(stage);
  return figure.confusionMatrix(
    confusionMatrix(actual, predicted, { labels: classes }),
    {
      title: "What the rows are, and what the model says",
      labels: classes,
    },
  );
}

/** Two questions to each class, and both answers in one number. */
export function eachClass(stage: Stage) {
  const { actual, predicted, classes } = answersOf(stage);
  const { precision, recall, fscore, support } =
    precisionRecallFscoreSupport(actual, predicted, { labels: classes });
  return figure.table(
    classes.map((name, k) => ({
      class: name,
      precision: precision[k].toFixed(3),
      recall: recall[k].toFixed(3),
      F1: fscore[k].toFixed(3),
      rows: support[k],
    })),
  );
}

/** One number for all classes: three ways to get it. */
export function averages(stage: Stage) {
  const { macro, weighted, ofMeans } = averagesOf(answersOf(stage));
  return figure.bars(
    {
      weighted,
      macro,
      "F1 of the means": ofMeans,
    },
    { title: "F1 over all classes", xTitle: "F1", format: threeDigits },
  );
}

/** The more of them are to be found, the more alarms are false. */
export function tradeOff(stage: Stage) {
  const { isAlarm, scores, alarm } = answersOf(stage);
  const { precision, recall } = precisionRecallCurve(
    isAlarm.map(Number),
    scores,
  );
  return figure.precisionRecallCurve(
    [{ name: "at each threshold", precision, recall }],
    { title: `Finding rows that are ${alarm}`, positives: share(isAlarm) },
  );
}

/** What misses and false alarms cost together, at each threshold. */
export function costCurve(stage: Stage) {
  const { isAlarm, scores } = answersOf(stage);
  const x = Array.from({ length: 101 }, (_, i) => i / 100);
  const y = x.map((threshold) => costAt(threshold, isAlarm, scores));
  return figure.line([{ name: "cost", x, y }], {
    title: `A miss costs ${costs.missed}, a false alarm ${costs.falseAlarm}`,
    xTitle: "threshold: alarm from this probability on",
    yTitle: `cost of ${isAlarm.length} rows`,
    marks: [{ x: cheapest(isAlarm, scores), label: "cheapest" }],
  });
}

/** The threshold is chosen on some rows. What does it cost on those, and what on others? */
export function promised(stage: Stage) {
  const { same, others, half } = promisesOf(stage);
  return figure.bars(
    {
      "chosen on these very rows": same,
      "chosen on other rows": others,
      "not chosen: one half": half,
    },
    {
      title: "What 100 rows cost, in the mean of 60 draws",
      xTitle: `cost, with ${costs.missed} for a miss and ${costs.falseAlarm} for a false alarm`,
    },
  );
}

/** What the text says in numbers. */
export function facts(stage: Stage) {
  const answers = answersOf(stage);
  const { actual, predicted, classes, usual, alarm, isAlarm, scores } =
    answers;
  const right = accuracyScore(actual, predicted);
  const usualShare = 1 - share(isAlarm);
  const alarms = predicted.map((name) => name !== usual);
  const nFound = alarms.filter((is, i) => is && isAlarm[i]).length;
  const nAlarms = alarms.filter((is) => is).length;
  const nPositive = isAlarm.filter((is) => is).length;
  const recall = nFound / nPositive;
  const threshold = cheapest(isAlarm, scores);
  const { macro, weighted, ofMeans } = averagesOf(answers);
  const { same, others } = promisesOf(stage);
  return {
    title: stage.dataset.title,
    rows: actual.length,
    target: stage.dataset.target ?? "",
    classes: classes.length,
    usual,
    alarm,
    accuracy: figure.percent(right),
    usualAccuracy: figure.percent(usualShare),
    accuracyTells:
      right > usualShare + 0.02 ? 1 : right > usualShare - 0.02 ? 2 : 3,
    nPositive,
    nFound,
    nMissed: nPositive - nFound,
    nAlarms,
    nFalse: nAlarms - nFound,
    findsMost: recall > 0.8 ? 1 : recall > 0.4 ? 2 : 3,
    macro: threeDigits(macro),
    weighted: threeDigits(weighted),
    ofMeans: threeDigits(ofMeans),
    averagesDiffer:
      macro < weighted - 0.01 ? 1 : macro <= weighted + 0.01 ? 2 : 3,
    missed: costs.missed,
    falseAlarm: costs.falseAlarm,
    threshold: figure.formatNumber(threshold),
    fromCosts: threeDigits(
      costs.falseAlarm / (costs.falseAlarm + costs.missed),
    ),
    costAtHalf: costAt(0.5, isAlarm, scores),
    costAtBest: costAt(threshold, isAlarm, scores),
    thresholdMoves: threshold < 0.4 ? 1 : threshold <= 0.6 ? 2 : 3,
    promisedCost: figure.formatNumber(same),
    paidCost: figure.formatNumber(others),
  };
}

// What the steps use.

type Cell = string | number;

const costs = { missed: 10, falseAlarm: 1 };

function threeDigits(value: number): string {
  return value.toFixed(3);
}

function share(flags: boolean[]): number {
  return flags.filter((is) => is).length / flags.length;
}

function once<Value>(work: (stage: Stage) => Value) {
  const known = new WeakMap<Stage, Value>();
  return (stage: Stage): Value => {
    const value = known.get(stage) ?? work(stage);
    known.set(stage, value);
    return value;
  };
}

const answersOf = once(answersOfModel);
const promisesOf = once(costsOfPromises);

/** A logistic regression learns from every second row, and answers for the others. */
function answersOfModel({ table, dataset }: Stage) {
  const target = dataset.target ?? "";
  const n = Math.min(table.nRows, mostRows);
  const even = rowNumbers(n).map((k) => Math.floor((k * table.nRows) / n));
  const part = table.take(even).withoutMissing([target]);
  const y = part.target();
  const { rows, nNumbers } = readRows(part);
  const [train, test] = [0, 1].map((rest) =>
    rowNumbers(y.length).filter((i) => i % 2 === rest),
  );
  const model = new Pipeline<string>([
    ["columns", columnsFor(nNumbers, rows[0].length)],
    ["model", new LogisticRegression<string>()],
  ]).fit(takeRows(rows, train), takeRows(y, train));
  const actual = takeRows(y, test);
  const predicted = model.predict(takeRows(rows, test));
  const classes = byFrequency([...actual, ...predicted]);
  const usual = byFrequency(takeRows(y, train))[0];
  const column = model.classes.indexOf(usual);
  return {
    actual,
    predicted,
    classes,
    usual,
    alarm: alarmName(classes, usual),
    isAlarm: actual.map((name) => name !== usual),
    scores: model
      .predictProba(takeRows(rows, test))
      .map((probabilities) => 1 - probabilities[column]),
  };
}

const mostRows = 2000;

function alarmName(classes: string[], usual: string): string {
  const others = classes.filter((name) => name !== usual);
  return others.length === 1 ? `“${others[0]}”` : `not “${usual}”`;
}

/** The names, the most frequent first. */
function byFrequency(names: string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.entries()]
    .sort(([, one], [, other]) => other - one)
    .map(([name]) => name);
}

/** Numbers, then words; of very wide tables some columns. A column of counted words becomes numbers. */
function readRows(part: Table): { rows: Cell[][]; nNumbers: number } {
  const records = part.rows();
  const names = part.featureNames;
  const step = Math.ceil(names.length / 100) || 1;
  const numbers = names.filter((_, j) => j % step === 0);
  const categories = part.categoryNames
    .filter((name) => new Set(records.map((row) => row[name])).size <= 60)
    .slice(0, 12);
  const counted = part.columnNames.find((name) =>
    records
      .slice(0, 20)
      .every((row) => countedWords.test(String(row[name]))),
  );
  const vocabulary = counted
    ? byFrequency(records.flatMap((row) => wordsIn(row[counted]))).slice(
        0,
        100,
      )
    : [];
  const rows = records.map((row) => {
    const words = new Set(counted ? wordsIn(row[counted]) : []);
    return [
      ...numbers.map((name) => Number(row[name] ?? Number.NaN)),
      ...vocabulary.map((word) => (words.has(word) ? 1 : 0)),
      1,
      ...categories.map((name) => String(row[name])),
    ];
  });
  return { rows, nNumbers: numbers.length + vocabulary.length + 1 };
}

/** As in "able:2 about:1". */
const countedWords = /^\S+:\d+( \S+:\d+)+$/;

function wordsIn(cell: unknown): string[] {
  return String(cell)
    .split(" ")
    .map((entry) => entry.replace(/:\d+$/, ""));
}

function columnsFor(nNumbers: number, nColumns: number) {
  const numbers = new Pipeline([
    ["gaps", new SimpleImputer({ strategy: "median" })],
    ["scale", new StandardScaler()],
  ]);
  const words = new OneHotEncoder({ handleUnknown: "ignore" });
  const columns = rowNumbers(nColumns);
  const parts = [
    ["numbers", numbers, columns.slice(0, nNumbers)] as const,
    ["words", words, columns.slice(nNumbers)] as const,
  ];
  return new ColumnTransformer({
    transformers: parts.filter(([, , part]) => part.length > 0),
  });
}

function averagesOf({ actual, predicted, classes }: Answers) {
  const scores = (average: "macro" | "weighted") =>
    precisionRecallFscoreSupport(actual, predicted, {
      labels: classes,
      average,
    });
  const { precision, recall, fscore } = scores("macro");
  return {
    macro: fscore,
    weighted: scores("weighted").fscore,
    ofMeans: (2 * precision * recall) / (precision + recall),
  };
}

type Answers = ReturnType<typeof answersOfModel>;

function costAt(threshold: number, isAlarm: boolean[], scores: number[]) {
  let cost = 0;
  for (const [i, score] of scores.entries()) {
    if (isAlarm[i] && score < threshold) cost += costs.missed;
    if (!isAlarm[i] && score >= threshold) cost += costs.falseAlarm;
  }
  return cost;
}

/** Of all thresholds from 0 to 1 in steps of a hundredth, the cheapest; of several, the one that is nearest to one half. */
function cheapest(isAlarm: boolean[], scores: number[]): number {
  const thresholds = rowNumbers(101).map((i) => i / 100);
  const prices = thresholds.map((threshold) =>
    costAt(threshold, isAlarm, scores),
  );
  const least = Math.min(...prices);
  return thresholds
    .filter((_, i) => prices[i] === least)
    .reduce((best, threshold) =>
      Math.abs(threshold - 0.5) < Math.abs(best - 0.5) ? threshold : best,
    );
}

/** The rows are halved again and again: one half chooses, the other pays. Costs of 100 rows. */
function costsOfPromises(stage: Stage) {
  const { isAlarm, scores } = answersOf(stage);
  const draws = rowNumbers(60).map((randomState) => {
    const halves = trainTestSplit(scores.length, {
      testSize: 0.5,
      randomState,
    });
    const [chooses, pays] = [halves.train, halves.test].map((rows) => ({
      isAlarm: takeRows(isAlarm, rows),
      scores: takeRows(scores, rows),
    }));
    const costOf = (threshold: number) =>
      (100 * costAt(threshold, pays.isAlarm, pays.scores)) /
      pays.scores.length;
    return [
      costOf(cheapest(pays.isAlarm, pays.scores)),
      costOf(cheapest(chooses.isAlarm, chooses.scores)),
      costOf(0.5),
    ];
  });
  const [same, others, half] = [0, 1, 2].map(
    (k) => draws.reduce((sum, draw) => sum + draw[k], 0) / draws.length,
  );
  return { same, others, half };
}

function rowNumbers(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}
