import type { Stage } from "groundwork/data";
import * as figure from "groundwork/figures";
import { LinearRegression } from "groundwork/linear-model";
import { OneHotEncoder, OrdinalEncoder } from "groundwork/preprocessing";
import { Random } from "groundwork/random";

/** The columns of words: how many different ones each has. */
export function words(stage: Stage) {
  const { columns } = readSheet(stage);
  return figure.table(
    columns.slice(0, 20).map(({ name, values, levels }) => ({
      column: name,
      "different words": levels.length,
      "most frequent": mostFrequent(values),
    })),
    { title: "The columns of words" },
  );
}

/** The words of one column, numbered by the alphabet, and the best straight line through the numbers. */
export function numbered(stage: Stage) {
  const { levels, mean, line } = numbersOf(readSheet(stage));
  const x = levels.map((_, number) => number);
  return [
    figure.table(levels.map((word, number) => ({ number, word }))),
    figure.line(
      [
        { name: "the rows", x, y: mean },
        { name: "the line", x, y: line },
      ],
      {
        title: "What the rows say of each word, and what the line says",
        xTitle: "number of the word",
        yTitle: readSheet(stage).outcome,
        xScale: "whole",
        points: true,
      },
    ),
  ];
}

/** What a line says about each word, when the words are numbered in 40 other orders. */
export function otherOrders(stage: Stage) {
  const sheet = readSheet(stage);
  const { levels, mean } = numbersOf(sheet);
  const said = saidInOrders(sheet);
  return figure.table(
    levels.map((word, k) => ({
      word,
      "the rows": sheet.shown(mean[k]),
      "the line, least": sheet.shown(Math.min(...said[k])),
      "the line, most": sheet.shown(Math.max(...said[k])),
    })),
    {
      title: "Forty orders, forty lines",
      caption: sheet.outcome,
    },
  );
}

/** How far apart two words are, as numbers and as rows of 0 and 1. */
export function distances(stage: Stage) {
  const levels = numbersOf(readSheet(stage)).levels.slice(0, 8);
  const cells = levels.map((level) => [level]);
  const codes = {
    "Numbered by the alphabet": new OrdinalEncoder().fitTransform(cells),
    "A column for each word": new OneHotEncoder().fitTransform(cells),
  };
  return Object.entries(codes).map(([title, rows]) =>
    figure.heatmap(
      rows.map((one) => rows.map((other) => distance(one, other))),
      { title, rows: levels, columns: levels, valueTitle: "distance" },
    ),
  );
}

/** Each word of one column as a row of 0 and 1, and what a model that adds them up says. */
export function ownColumns(stage: Stage) {
  const sheet = readSheet(stage);
  const { levels, mean, oneHot } = numbersOf(sheet);
  const codes = new OneHotEncoder().fitTransform(
    levels.map((word) => [word]),
  );
  return figure.table(
    levels.map((word, k) => ({
      word,
      code: codes[k].join(" "),
      "the rows": sheet.shown(mean[k]),
      "the model": sheet.shown(oneHot[k]),
    })),
    { caption: sheet.outcome },
  );
}

/** Words that come up in the test, and that no training row has. */
export function newWords(stage: Stage) {
  const sheet = readSheet(stage);
  const { training, test } = sheet;
  return figure.table(
    unseen(sheet)
      .slice(0, 12)
      .map(({ name, known, strangers, rows }) => ({
        column: name,
        "words in training": known,
        "new in the test": strangers.length,
        "test rows with one": rows.length,
      })),
    {
      title: `${training.length} training rows, ${test.length} test rows`,
      caption: sheet.splitInWords,
    },
  );
}

/** What stands for which word, if the test rows are encoded by themselves. */
export function shifted(stage: Stage) {
  const { name, inTraining, inTest } = mostShifted(readSheet(stage));
  const positions = inTraining.length > inTest.length ? inTraining : inTest;
  return figure.table(
    positions.slice(0, 10).map((_, place) => ({
      "new column": place,
      "of the training rows": inTraining[place] ?? "",
      "of the test rows": inTest[place] ?? "",
    })),
    {
      title: `${name}, encoded twice`,
      caption: `${inTraining.length} words in training, ${inTest.length} in the test`,
    },
  );
}

/** Sizes of shirts, numbered by the alphabet and by their own order. */
export function shirts() {
  const sizes = ["S", "M", "L", "XL"];
  const rows = sizes.map((size) => [size]);
  const alphabet = new OrdinalEncoder().fitTransform(rows);
  const order = new OrdinalEncoder({ categories: [sizes] }).fitTransform(
    rows,
  );
  return figure.table(
    sizes.map((size, i) => ({
      size,
      "by the alphabet": alphabet[i][0],
      "by its order": order[i][0],
    })),
  );
}

/** What the text says in numbers and names. */
export function facts(stage: Stage) {
  const sheet = readSheet(stage);
  const { shown, columns, test } = sheet;
  const { name, levels, mean, line } = numbersOf(sheet);
  const misses = mean.map((value, k) => Math.abs(value - line[k]));
  const worst = misses.indexOf(Math.max(...misses));
  const said = saidInOrders(sheet);
  const changes = Math.max(
    ...said.map((values) => Math.max(...values) - Math.min(...values)),
  );
  const surprised = new Set(unseen(sheet).flatMap(({ rows }) => rows));
  const shift = mostShifted(sheet);
  const moved = shift.inTest.filter(
    (word, place) => shift.inTraining[place] !== word,
  );
  return {
    title: stage.dataset.title,
    rows: sheet.rowsInWords,
    nColumns: columns.length,
    width: columns.reduce((sum, column) => sum + column.levels.length, 0),
    column: name,
    nLevels: levels.length,
    first: levels[0],
    last: levels[levels.length - 1],
    outcome: sheet.outcome,
    worst: levels[worst],
    worstRows: shown(mean[worst]),
    worstLine: shown(line[worst]),
    least: shown(Math.min(...said[worst])),
    most: shown(Math.max(...said[worst])),
    orderMatters: changes > 1e-6 * Math.max(...mean.map(Math.abs)) ? 1 : 2,
    nTest: test.length,
    surprised: surprised.size,
    surprisedShare: figure.percent(surprised.size / test.length),
    howMany:
      surprised.size === 0 ? 1 : surprised.size / test.length < 0.1 ? 2 : 3,
    shiftedColumn: shift.name,
    shifted:
      moved.length === 0
        ? "Here both lists happen to be the same, in every column of the table; one missing word would change that"
        : `Here another word than in training stands at ${moved.length} of ${shift.inTest.length} places`,
  };
}

// What the steps use.

interface WordColumn {
  name: string;
  values: string[];
  levels: string[];
}

interface Sheet {
  columns: WordColumn[];
  /** What the rows have come to: a number to be explained by words. */
  y: number[];
  outcome: string;
  shown: (value: number) => string;
  training: number[];
  test: number[];
  splitInWords: string;
  rowsInWords: string;
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
const numbersOf = once(oneColumn);
const saidInOrders = once(linesInOrders);

const mostRows = 4000;

/** Of a large table every so-manieth row; a blank is a word of its own. */
function sampleOf({ table, dataset }: Stage): Sheet {
  const { target = "", time } = table.roles;
  const whole = table.withoutMissing(
    time === undefined ? [target] : [target, time],
  );
  const n = Math.min(whole.nRows, mostRows);
  const part = whole.take(
    Array.from({ length: n }, (_, k) => Math.floor((k * whole.nRows) / n)),
  );
  const isNumber = dataset.task !== "classification";
  const labels = isNumber ? [] : part.target();
  const usual = isNumber ? "" : mostFrequent(labels);
  return {
    columns: part.categoryNames.map((name) => {
      const values = Array.from<unknown, string>(
        part.column(name).values,
        (value) =>
          value === null || value === "" ? "(blank)" : String(value),
      );
      return { name, values, levels: [...new Set(values)].sort() };
    }),
    y: isNumber
      ? part.targetNumbers()
      : labels.map((label) => (label === usual ? 0 : 1)),
    outcome: isNumber
      ? `mean ${target}`
      : `part of rows whose ${target} is not “${usual}”`,
    shown: isNumber ? figure.formatNumber : figure.percent,
    ...splitByTime(
      time === undefined ? undefined : part.column(time).values,
      n,
    ),
    rowsInWords:
      n === table.nRows
        ? `all ${n.toLocaleString("en")} rows`
        : `${n.toLocaleString("en")} of its ${table.nRows.toLocaleString("en")} rows`,
  };
}

/** The test: the last quarter of the time, or every fourth row where no column tells when. */
function splitByTime(times: ArrayLike<unknown> | undefined, n: number) {
  const rows = Array.from({ length: n }, (_, i) => i);
  if (times === undefined) {
    return {
      training: rows.filter((i) => i % 4 !== 0),
      test: rows.filter((i) => i % 4 === 0),
      splitInWords: "The test is every fourth row.",
    };
  }
  const moment = (i: number) =>
    typeof times[i] === "number" ? times[i] : Date.parse(String(times[i]));
  const inOrder = rows.sort((one, other) => moment(one) - moment(other));
  const cut = Math.floor(0.75 * n);
  return {
    training: inOrder.slice(0, cut),
    test: inOrder.slice(cut),
    splitInWords: "The test is the latest quarter of the rows.",
  };
}

interface Said extends WordColumn {
  /** For each level what the rows say, and what two models say that learned from them. */
  mean: number[];
  line: number[];
  oneHot: number[];
}

/** The column to look at closely: of 4 to 10 words, not all of them digits, if there is one; the one that a line misses most. */
function oneColumn({ columns, y }: Sheet): Said {
  const atMost10 = columns.filter(({ levels }) => levels.length <= 10);
  const candidates = [4, 3, 2].map((least) =>
    atMost10.filter(
      ({ levels }) =>
        levels.length >= least &&
        levels.some((word) => Number.isNaN(+word)),
    ),
  );
  return (candidates.find(({ length }) => length > 0) ?? columns)
    .map((column) => ({
      ...column,
      mean: meansOf(column, y),
      line: perLevel(column, saidBy(numberRows(column, column.levels), y)),
      oneHot: perLevel(column, saidBy(oneHotRows(column), y)),
    }))
    .toSorted((one, other) => missedBy(other) - missedBy(one))[0];
}

/** Of what is said about each row, what is said about each level: rows of one word are all the same. */
function perLevel(
  { values, levels }: WordColumn,
  said: number[],
): number[] {
  return levels.map((level) => said[values.indexOf(level)]);
}

function meansOf({ values, levels }: WordColumn, y: number[]): number[] {
  return levels.map((level) => {
    const ofLevel = y.filter((_, i) => values[i] === level);
    return ofLevel.reduce((sum, value) => sum + value, 0) / ofLevel.length;
  });
}

/** Over all rows: the mean squared distance of what the line says from what the rows say. */
function missedBy({
  values,
  levels,
  mean,
  line,
}: ReturnType<typeof oneColumn>): number {
  const misses = new Map(
    levels.map((level, k) => [level, (mean[k] - line[k]) ** 2]),
  );
  return values.reduce((sum, value) => sum + (misses.get(value) ?? 0), 0);
}

function numberRows({ values }: WordColumn, order: string[]): number[][] {
  const numbers = new Map(order.map((word, number) => [word, number]));
  return values.map((value) => [numbers.get(value) ?? -1]);
}

function oneHotRows({ values }: WordColumn): number[][] {
  return new OneHotEncoder().fitTransform(values.map((value) => [value]));
}

function saidBy(rows: number[][], y: number[]): number[] {
  return new LinearRegression().fit(rows, y).predict(rows);
}

/** For each word, what the lines through 40 orders of the words say about it. */
function linesInOrders(sheet: Sheet): number[][] {
  const column = numbersOf(sheet);
  const random = new Random(0);
  const said = Array.from({ length: 40 }, () =>
    saidBy(numberRows(column, random.shuffle(column.levels)), sheet.y),
  );
  const byOrder = said.map((ofRows) => perLevel(column, ofRows));
  return column.levels.map((_, k) =>
    byOrder.map((ofLevels) => ofLevels[k]),
  );
}

/** For each column: its words in training, the others that come up in the test, and the test rows that have one. */
function unseen({ columns, training, test }: Sheet) {
  return columns
    .map(({ name, values }) => {
      const known = new Set(training.map((i) => values[i]));
      const rows = test.filter((i) => !known.has(values[i]));
      const strangers = [...new Set(rows.map((i) => values[i]))];
      return { name, known: known.size, strangers, rows };
    })
    .toSorted((one, other) => other.rows.length - one.rows.length);
}

/** The column with the fewest words of those that come out otherwise when the test is encoded by itself. */
function mostShifted({ columns, training, test }: Sheet) {
  const twice = columns
    .map(({ name, values }) => {
      const levelsOf = (rows: number[]) =>
        [...new Set(rows.map((i) => values[i]))].sort();
      return {
        name,
        inTraining: levelsOf(training),
        inTest: levelsOf(test),
      };
    })
    .toSorted(
      (one, other) => one.inTraining.length - other.inTraining.length,
    );
  const differs = twice.find(({ inTraining, inTest }) =>
    inTest.some((word, place) => inTraining[place] !== word),
  );
  return differs ?? twice[0];
}

function mostFrequent(values: string[]): string {
  const counts = new Map<string, number>();
  for (const value of values)
    counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, next) =>
    next[1] > best[1] ? next : best,
  )[0];
}

function distance(one: number[], other: number[]): number {
  return Math.hypot(...one.map((value, j) => value - other[j]));
}
