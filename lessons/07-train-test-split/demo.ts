import { ColumnTransformer } from "groundwork/compose";
import type { Stage } from "groundwork/data";
import * as figure from "groundwork/figures";
import { SimpleImputer } from "groundwork/impute";
import { takeRows, trainTestSplit } from "groundwork/model-selection";
import { KNeighborsClassifier } from "groundwork/neighbors";
import { Pipeline } from "groundwork/pipeline";
import { OneHotEncoder, StandardScaler } from "groundwork/preprocessing";
import { Random } from "groundwork/random";

/** A model that only remembers: first with the answers as they are, then with the same answers shuffled. */
export function memory(stage: Stage) {
  const sheet = readSheet(stage);
  const errors = {
    "as they are": errorsOfMemory(sheet),
    shuffled: errorsOfMemory(shuffledAnswers(sheet)),
  };
  return figure.table(
    Object.entries(errors).map(([answers, { learned, keptApart }]) => ({
      answers,
      "rows it has learned": sheet.shown(learned),
      "rows kept apart": sheet.shown(keptApart),
    })),
    { title: `The memorizer: ${sheet.errorTitle}` },
  );
}

/** The same exam drawn 25 times, with few, more and many of the rows. */
export function sizes(stage: Stage) {
  const sheet = readSheet(stage);
  return figure.ranges(errorsBySize(sheet), {
    title: "The memorizer’s error, in 25 draws of each size",
    xTitle: sheet.errorTitle,
  });
}

/** How many rows of the rarest class a quarter of all rows holds, in 200 draws. */
export function rarestClass(stage: Stage) {
  const { name, rows, counts } = rarest(readSheet(stage));
  return figure.histogram(counts, {
    title: `Rows of “${name}” in the test: 200 random draws`,
    xTitle: `rows in the test; a quarter of all ${rows} is ${rows / 4}`,
  });
}

/** Suppose that every row had been filed twice, and nobody knew. */
export function filedTwice(stage: Stage) {
  const sheet = readSheet(stage);
  const { torn, together } = errorsOfTwins(sheet);
  return figure.table(
    [
      { "every row filed twice": "rows drawn one by one", error: torn },
      { "every row filed twice": "twins kept together", error: together },
    ].map((row) => ({ ...row, error: sheet.shown(row.error) })),
    { title: `The memorizer: ${sheet.errorTitle}` },
  );
}

/** When the rows of a test were, drawn at random and taken from the end. */
export function whereInTime(stage: Stage) {
  const sheet = readSheet(stage);
  const { [atRandom]: drawn, [byTime]: cut } = exams(sheet, 0);
  if (!cut) return "All rows are of one time: there is no later one.";
  return figure.histogram(
    {
      "all rows": sheet.times,
      [atRandom]: takeRows(sheet.times, drawn.test),
      [byTime]: takeRows(sheet.times, cut.test),
    },
    {
      title: "When the rows of the table were, and those of two tests",
      xTitle: sheet.timeTitle,
    },
  );
}

/** The same rows and the same model in different exams. */
export function differentExams(stage: Stage) {
  const sheet = readSheet(stage);
  return figure.table(
    resultsOfExams(sheet).map(
      ({ exam, groupKnown, futureKnown, error }) => ({
        "the test is": exam,
        "group in training": figure.percent(groupKnown),
        "later rows in training": figure.percent(futureKnown),
        error: sheet.shown(error),
      }),
    ),
    {
      title: `The memorizer: ${sheet.errorTitle}`,
      caption:
        "In the middle: how many test rows have such rows in training.",
    },
  );
}

/** What the text says in numbers. */
export function facts(stage: Stage) {
  const sheet = readSheet(stage);
  const { shown } = sheet;
  const plain = errorsOfMemory(sheet);
  const shuffled = errorsOfMemory(shuffledAnswers(sheet));
  const bySize = Object.values(errorsBySize(sheet)).map(
    (errors) =>
      `${shown(Math.min(...errors))} to ${shown(Math.max(...errors))}`,
  );
  const twins = errorsOfTwins(sheet);
  return {
    title: stage.dataset.title,
    rows:
      sheet.rows.length === stage.table.nRows
        ? `${sheet.rows.length} rows`
        : `${sheet.rows.length} of its ${stage.table.nRows.toLocaleString("en")} rows`,
    target: stage.dataset.target ?? "",
    errorTitle: sheet.errorTitle,
    nTest: Math.ceil(sheet.y.length / 4),
    learned: shown(plain.learned),
    keptApart: shown(plain.keptApart),
    learnedShuffled: shown(shuffled.learned),
    keptApartShuffled: shown(shuffled.keptApart),
    remembers: howMuch(shuffled.learned, shuffled.keptApart),
    fewRows: bySize[0],
    manyRows: bySize[2],
    ...rarestFacts(sheet),
    repeats: repeatsIn(stage),
    torn: shown(twins.torn),
    together: shown(twins.together),
    twinsHelp: howMuch(twins.torn, twins.together),
    ...examFacts(sheet),
    groups: (stage.table.roles.groups ?? []).join(" and "),
    nGroups: new Set(sheet.groups).size,
  };
}

function rarestFacts(sheet: Sheet) {
  const { name, rows, counts } = rarest(sheet);
  const isOff = (count: number) => Math.abs(count - rows / 4) > rows / 12;
  const off = counts.filter(isOff).length / counts.length;
  return {
    rarest: name,
    rarestRows: rows,
    rarestShare: rows / 4,
    rarestLeast: Math.min(...counts),
    rarestMost: Math.max(...counts),
    rarestOff: figure.percent(off),
    rarestStrays: off < 0.05 ? 1 : off < 0.35 ? 2 : 3,
  };
}

function examFacts(sheet: Sheet) {
  const results = resultsOfExams(sheet);
  const errorOf = (name: string) =>
    results.find(({ exam }) => exam === name)?.error ?? 0;
  const errors = [atRandom, byGroups, byTime].map(errorOf);
  const draws = Object.values(errorsBySize(sheet))[1];
  const spread = (values: number[]) =>
    Math.max(...values) - Math.min(...values);
  const isApart = spread(errors) > spread(draws);
  return {
    drawsFrom: sheet.shown(Math.min(...draws)),
    drawsTo: sheet.shown(Math.max(...draws)),
    randomError: sheet.shown(errors[0]),
    groupError: sheet.shown(errors[1]),
    timeError: sheet.shown(errors[2]),
    hardest: isApart ? 1 + errors.indexOf(Math.max(...errors)) : 4,
  };
}

// What the steps use.

type Answer = string | number;
type Cell = string | number;
type Split = { train: number[]; test: number[] };

/** The lesson's rows as a model takes them. */
interface Sheet {
  /** Numbers first, NaN where one is missing, then categories. */
  rows: Cell[][];
  nNumbers: number;
  y: Answer[];
  groups: string[];
  times: number[];
  timeTitle: string;
  target: string;
  errorTitle: string;
  /** An error as a reader sees it. */
  shown: (error: number) => string;
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
const errorsBySize = once(errorsInEachSize);
const rarest = once(countsOfRarest);
const errorsOfTwins = once(errorsWithTwins);
const resultsOfExams = once(meansOfExams);

/** Of a large table every so-manieth row, so that each step is there in a moment. */
function sampleOf({ table, dataset }: Stage): Sheet {
  const { target = "", groups = [], time = "" } = table.roles;
  const whole = table.withoutMissing([target, time, ...groups]);
  const n = Math.min(whole.nRows, mostRows);
  const part = whole.take(
    rowNumbers(n).map((k) => Math.floor((k * whole.nRows) / n)),
  );
  const records = part.rows();
  const categories = part.categoryNames
    .filter((name) => levels(records.map((row) => row[name])) <= 60)
    .slice(0, 12);
  const isNumber = dataset.task !== "classification";
  const { times, timeTitle } = readTimes(
    records.map((record) => record[time]),
    time,
  );
  return {
    rows: records.map((record) => [
      ...part.featureNames.map((name) =>
        Number(record[name] ?? Number.NaN),
      ),
      ...categories.map((name) => String(record[name])),
    ]),
    nNumbers: part.featureNames.length,
    y: isNumber ? part.targetNumbers() : part.target(),
    groups: records.map((record) =>
      groups.map((name) => record[name]).join(" · "),
    ),
    times,
    timeTitle,
    target,
    errorTitle: isNumber
      ? "how far its answers are off, on average"
      : "the part of answers that is wrong",
    shown: isNumber ? figure.formatNumber : figure.percent,
  };
}

const mostRows = 500;

/** Dates as years with a fraction, or as days where all lie within two years; other times as they are. */
function readTimes(values: unknown[], name: string) {
  const numbers = values.map((value) =>
    typeof value === "number" ? value : Date.parse(String(value)),
  );
  const isDate = numbers.some((value) => Math.abs(value) > 1e10);
  if (!isDate) return { times: numbers, timeTitle: name };
  const first = Math.min(...numbers);
  const days = numbers.map((value) => (value - first) / 86_400_000);
  if (Math.max(...days) < 730) {
    return { times: days, timeTitle: `${name}, days from the first` };
  }
  const years = numbers.map((value) => 1970 + value / 31_556_952_000);
  return { times: years, timeTitle: `${name}, in years` };
}

/** The row that is most like it lends each row its answer. What is learned, is learned from the training rows alone. */
function memorizerError({ rows, y, nNumbers }: Sheet, split: Split) {
  const { train, test } = split;
  const memory = new Pipeline<number>([
    ["columns", columnsFor(nNumbers, rows[0].length)],
    ["nearest", new KNeighborsClassifier<number>({ nNeighbors: 1 })],
  ]).fit(takeRows(rows, train), train);
  const lenders = memory.predict(takeRows(rows, test));
  const mistakes = test.map((row, i) => distance(y[row], y[lenders[i]]));
  return meanOf(mistakes);
}

/** Numbers on one scale, their gaps filled; a column of 0 and 1 for each word. */
function columnsFor(nNumbers: number, nColumns: number) {
  const numbers = new Pipeline([
    ["gaps", new SimpleImputer({ strategy: "median" })],
    ["scale", new StandardScaler()],
  ]);
  const words = new OneHotEncoder({ handleUnknown: "ignore" });
  const parts = [
    ["numbers", numbers, rowNumbers(nColumns).slice(0, nNumbers)] as const,
    ["words", words, rowNumbers(nColumns).slice(nNumbers)] as const,
  ];
  return new ColumnTransformer({
    transformers: parts.filter(([, , columns]) => columns.length > 0),
  });
}

/** Between numbers what lies between them; between classes 1, unless they are the same. */
function distance(one: Answer, other: Answer): number {
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other);
  }
  return one === other ? 0 : 1;
}

function errorsOfMemory(sheet: Sheet) {
  const { train, test } = trainTestSplit(sheet.y.length, {
    randomState: 0,
  });
  return {
    learned: memorizerError(sheet, { train, test: train }),
    keptApart: memorizerError(sheet, { train, test }),
  };
}

function shuffledAnswers(sheet: Sheet): Sheet {
  return { ...sheet, y: new Random(0).shuffle(sheet.y) };
}

const shares = [0.05, 0.2, 0.5];

function errorsInEachSize(sheet: Sheet): Record<string, number[]> {
  const n = sheet.y.length;
  return Object.fromEntries(
    shares.map((testSize) => [
      `${Math.ceil(testSize * n)} test rows`,
      rowNumbers(25).map((randomState) =>
        memorizerError(sheet, trainTestSplit(n, { testSize, randomState })),
      ),
    ]),
  );
}

/** The class with the fewest rows, of those with four or more; of a number, its highest tenth. */
function countsOfRarest({ y, target }: Sheet) {
  const labels = classesOf(y, target);
  const sizes = new Map<string, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const bySize = [...sizes].sort(([, one], [, other]) => one - other);
  const [name, rows] = bySize.find(([, size]) => size >= 4) ?? bySize[0];
  const counts = rowNumbers(200).map((randomState) => {
    const { test } = trainTestSplit(labels.length, { randomState });
    return test.filter((i) => labels[i] === name).length;
  });
  return { name, rows, counts };
}

function classesOf(y: Answer[], target: string): string[] {
  if (typeof y[0] === "string") return y.map(String);
  const sorted = y.map(Number).sort((one, other) => one - other);
  const high = sorted[Math.floor(0.9 * sorted.length)];
  return y.map((value) =>
    Number(value) >= high ? `${target} in the highest tenth` : "the others",
  );
}

/** Twice as many rows, i and i + n alike; means of eight draws. */
function errorsWithTwins(sheet: Sheet) {
  const n = sheet.y.length;
  const twice = {
    ...sheet,
    rows: [...sheet.rows, ...sheet.rows],
    y: [...sheet.y, ...sheet.y],
  };
  const original = rowNumbers(2 * n).map((i) => i % n);
  const error = (options: { groups?: number[] }) =>
    meanOf(
      rowNumbers(draws).map((randomState) =>
        memorizerError(
          twice,
          trainTestSplit(2 * n, { randomState, ...options }),
        ),
      ),
    );
  return { torn: error({}), together: error({ groups: original }) };
}

const draws = 8;

/** What there is to say about rows that come again. */
function repeatsIn({ table }: Stage): string {
  const identifiers = new Set(table.roles.identifiers ?? []);
  const columns = table.columnNames.filter(
    (name) => !identifiers.has(name),
  );
  const rows = table
    .rows()
    .map((row) => JSON.stringify(columns.map((name) => row[name])));
  const repeats = rows.length - new Set(rows).size;
  if (repeats === 0) return "no row equals another in every column";
  return `${repeats} of ${rows.length.toLocaleString("en")} rows equal an earlier one in every column`;
}

/** The splits of the exams that the rows allow, in one draw. */
function exams({ y, groups, times }: Sheet, randomState: number) {
  const n = y.length;
  const splits: Record<string, Split> = {
    [atRandom]: trainTestSplit(n, { randomState }),
  };
  if (new Set(groups).size > 1) {
    splits[byGroups] = trainTestSplit(n, { randomState, groups });
  }
  const earliest = times.reduce((one, other) => Math.min(one, other));
  const later = times.filter((time) => time > earliest).length / n;
  if (later > 0) {
    const testSize = Math.min(0.25, later);
    splits[byTime] = trainTestSplit(n, { testSize, times });
  }
  return splits;
}

const atRandom = "rows at random";
const byGroups = "whole groups";
const byTime = "the latest rows";

/** Means of eight draws: what the training rows know of a test row, and the error. */
function meansOfExams(sheet: Sheet) {
  const { groups, times } = sheet;
  const results = rowNumbers(draws).map((randomState) => {
    const all = Object.entries(exams(sheet, randomState));
    return all.map(([exam, { train, test }]) => {
      const known = new Set(takeRows(groups, train));
      const last = takeRows(times, train).reduce((a, b) => Math.max(a, b));
      return {
        exam,
        groupKnown: meanOf(test.map((i) => (known.has(groups[i]) ? 1 : 0))),
        futureKnown: meanOf(test.map((i) => (times[i] < last ? 1 : 0))),
        error: memorizerError(sheet, { train, test }),
      };
    });
  });
  return results[0].map(({ exam }, k) => ({
    exam,
    groupKnown: meanOf(results.map((draw) => draw[k].groupKnown)),
    futureKnown: meanOf(results.map((draw) => draw[k].futureKnown)),
    error: meanOf(results.map((draw) => draw[k].error)),
  }));
}

/** Which of "about as much", "about half" and "a quarter or less" a ratio is: 1, 2 or 3. */
function howMuch(part: number, whole: number): number {
  if (part >= 0.75 * whole) return 1;
  return part > 0.375 * whole ? 2 : 3;
}

function levels(values: unknown[]): number {
  return new Set(values).size;
}

function rowNumbers(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
