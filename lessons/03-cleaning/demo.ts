import { DataFrame } from "danfojs-node";
import type { Row, Stage } from "groundwork/data";
import * as figure from "groundwork/figures";

/** The columns: a cell of each, how many different ones it has, and how many are empty. */
export function firstLook(stage: Stage) {
  const table = new DataFrame(recordsOf(stage));
  const [first] = table.values as Cell[][];
  const gaps = table.isNa().sum({ axis: 0 }).values;
  const shown = table.columns.slice(0, mostColumns).map((column, j) => ({
    column,
    "first row": shortened(first[j]),
    "different cells": table.column(column).dropNa().nUnique(),
    "empty cells": Number(gaps[j]),
  }));
  return figure.table(shown, {
    title: `${table.shape[0]} rows and ${table.shape[1]} columns`,
    caption: moreColumns(table.columns.length - shown.length),
  });
}

/** How often the same row is there. */
export function repeats(stage: Stage) {
  const table = new DataFrame(recordsOf(stage));
  const rows = table.values.map((cells) => JSON.stringify(cells));
  const copies = [...countsOf(rows).values()];
  return figure.table(
    [...countsOf(copies)].sort().map(([times, count]) => ({
      "the same row is there": times === 1 ? "once" : `${times} times`,
      "different rows": count,
    })),
    { title: "Rows that come again" },
  );
}

/** One column of codes, by how often each code comes. */
export function codes(stage: Stage) {
  const { column, counts } = codedColumn(stage);
  return figure.bars(
    counts.map(([label, value]) => ({ label: shortened(label), value })),
    { title: `What stands in ${column}`, xTitle: "rows", format: String },
  );
}

/** Rows that are left when those with an empty cell are dropped, and when words are taken for empty cells too. */
export function rowsLeft(stage: Stage) {
  const rows = recordsOf(stage);
  const complete = new DataFrame(rows).dropNa({ axis: 1 });
  const without = new DataFrame(wordsAsGaps(rows)).dropNa({ axis: 1 });
  return figure.bars(
    {
      "all rows": rows.length,
      "no cell is empty": complete.shape[0],
      "no cell is empty or says None, NA …": without.shape[0],
    },
    { title: "What is left", xTitle: "rows", format: String },
  );
}

/** Whose rows are dropped, when those with an empty cell are. */
export function whoIsDropped(stage: Stage) {
  const dropped = whoIsIncomplete(stage);
  if (!dropped) return "No row of this table has to be dropped.";
  return figure.bars(dropped.shares, {
    title: "Who is lost when incomplete rows are dropped",
    xTitle: `part of the rows that is dropped, by ${dropped.column}`,
    format: figure.percent,
    caption: "Only what has one row in fifty or more is shown.",
  });
}

/** Answers as they were typed, what Number() makes of them, and what was meant. */
export function typedHeights() {
  return figure.table(
    oddAnswers.map(([typed, meant]) => ({
      typed,
      "Number(typed)": String(Number(typed)).replace("NaN", "not a number"),
      "most likely meant": meant,
    })),
    { title: "How tall are you, in inches?" },
  );
}

/** The same answers twice: as Number() reads them, and as they were meant. */
export function heightsRead() {
  const read = answers
    .map(Number)
    .filter((height) => !Number.isNaN(height));
  const heights = {
    "Number(typed)": read,
    "read by a person": answers.map(meantBy),
  };
  return figure.histogram(heights, {
    title: `${answers.length} heights, as read and as meant`,
    xTitle: "inches",
    bins: 60,
    caption: `${answers.length - read.length} answers are lost above, and none below.`,
  });
}

/** What the text says in numbers and names. */
export function facts(stage: Stage) {
  const rows = recordsOf(stage);
  const { column, counts } = codedColumn(stage);
  const [rarest, rarestRows] = counts[counts.length - 1];
  const repeated =
    rows.length - countsOf(rows.map((row) => JSON.stringify(row))).size;
  const complete = withoutGaps(rows).length;
  const withoutWords = withoutGaps(wordsAsGaps(rows)).length;
  const read = answers
    .map(Number)
    .filter((height) => !Number.isNaN(height));
  return {
    title: stage.dataset.title,
    rows: inWords(rows.length, "row"),
    columns: stage.table.columnNames.length,
    repeated:
      repeated === 0
        ? "No row does"
        : `${inWords(repeated, "row")} of ${rows.length.toLocaleString("en")} ${repeated === 1 ? "does" : "do"}`,
    repeatedRight:
      repeated === 0 ? 1 : repeated < rows.length / 100 ? 2 : 3,
    coded: column,
    codes: counts.length,
    rarest,
    rarestRows: inWords(rarestRows, "row"),
    words: wordsStory(stage),
    complete: inWords(complete, "row"),
    withoutWords: inWords(withoutWords, "row"),
    leftRight:
      withoutWords >= 0.9 * rows.length
        ? 1
        : withoutWords >= rows.length / 2
          ? 2
          : 3,
    dropped: droppedStory(stage),
    droppedRight: droppedOption(stage),
    answers: answers.length,
    lost: answers.length - read.length,
    readMean: meanOf(read).toFixed(1),
    meantMean: meanOf(answers.map(meantBy)).toFixed(1),
  };
}

// What the steps use.

type Cell = Row[string];

/** The most columns that a picture shows, and the most cells that are looked at. */
const mostColumns = 16;
const mostCells = 400_000;

/** The rows as records; of a very large table every so-manieth. A few names danfojs keeps for itself: those get a sign more. */
function recordsOf({ table }: Stage): Row[] {
  const step = Math.ceil(
    (table.nRows * table.columnNames.length) / mostCells,
  );
  const count = Math.ceil(table.nRows / step);
  const some =
    step > 1
      ? table.take(Array.from({ length: count }, (_, i) => i * step))
      : table;
  const names = Object.fromEntries(
    table.columnNames.map((name) => [name, nameFor(name)]),
  );
  return some
    .rows()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, cell]) => [names[name], cell]),
      ),
    );
}

function nameFor(column: string): string {
  return column in DataFrame.prototype ? `${column}_` : column;
}

function shortened(cell: Cell): string {
  if (cell === null) return "(empty)";
  const text = String(cell);
  return text.length > 36 ? `${text.slice(0, 35)}…` : text;
}

function moreColumns(count: number): string | undefined {
  return count > 0 ? `${inWords(count, "column")} more.` : undefined;
}

function countsOf<Value>(values: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values)
    counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The target, if it is one of words; else the column with the fewest different words. */
function codedColumn(stage: Stage) {
  const { table, dataset } = stage;
  const isText = (name: string) => table.column(name).type === "string";
  const { target = "" } = dataset;
  const named = table.categoryNames.filter(isText);
  const kinds = (name: string) =>
    new Set<unknown>(table.column(name).values).size;
  const candidates = named.length > 0 ? named : table.categoryNames;
  const fewest = [...candidates].sort(
    (one, other) => kinds(one) - kinds(other),
  )[0];
  const column =
    table.columnNames.includes(target) && isText(target) ? target : fewest;
  const cells = [
    ...(table.column(column).values as readonly Cell[]),
  ].filter((cell) => cell !== null);
  const counts = [...countsOf(cells.map(String))].sort(
    ([, one], [, other]) => other - one,
  );
  return { column, counts };
}

const wordsForNothing = [
  "none",
  "na",
  "n/a",
  "nan",
  "null",
  "nil",
  "unknown",
];

function isWordForNothing(cell: Cell): boolean {
  return (
    typeof cell === "string" &&
    wordsForNothing.includes(cell.trim().toLowerCase())
  );
}

function wordsAsGaps(rows: readonly Row[]): Row[] {
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        isWordForNothing(cell) ? null : cell,
      ]),
    ),
  );
}

function withoutGaps(rows: readonly Row[]): Row[] {
  return rows.filter((row) => !Object.values(row).includes(null));
}

/** Where such a word stands most often, and how often. */
function wordsStory({ table }: Stage): string {
  const found = table.columnNames
    .map((column) => ({
      column,
      cells: [...(table.column(column).values as Iterable<Cell>)].filter(
        isWordForNothing,
      ),
    }))
    .sort((one, other) => other.cells.length - one.cells.length)[0];
  if (found.cells.length === 0) return "no cell says such a word";
  const [word] = [...countsOf(found.cells)].sort(
    ([, one], [, other]) => other - one,
  )[0];
  return `${inWords(found.cells.length, "cell")} of ${found.column} say such a word, mostly “${word}”`;
}

/** The column of words in which the rows with gaps are spread most unevenly, and each word's part of rows with gaps. */
function whoIsIncomplete(stage: Stage) {
  const { table } = stage;
  const rows = recordsOf(stage);
  const incomplete = rows.map((row) => Object.values(row).includes(null));
  if (!incomplete.includes(true)) return undefined;
  return [...table.categoryNames, ...(table.roles.groups ?? [])]
    .map((column) => ({
      column,
      shares: sharesBy(
        rows.map((row) => row[nameFor(column)]),
        incomplete,
      ),
    }))
    .filter(({ shares }) => shares.length > 1)
    .sort((one, other) => spreadOf(other.shares) - spreadOf(one.shares))
    .at(0);
}

function sharesBy(
  cells: readonly Cell[],
  isIncomplete: readonly boolean[],
) {
  const enough = Math.max(10, cells.length / 50);
  const all = countsOf(cells);
  const lost = countsOf(cells.filter((_, i) => isIncomplete[i]));
  return [...all]
    .filter(([cell, count]) => cell !== null && count >= enough)
    .map(([cell, count]) => ({
      label: shortened(cell),
      value: (lost.get(cell) ?? 0) / count,
    }))
    .sort((one, other) => other.value - one.value);
}

function spreadOf(shares: readonly { value: number }[]): number {
  return shares[0].value - shares[shares.length - 1].value;
}

function droppedStory(stage: Stage): string {
  const dropped = whoIsIncomplete(stage);
  if (!dropped) return "Here no row has to be dropped";
  const [most, least] = [
    dropped.shares[0],
    dropped.shares[dropped.shares.length - 1],
  ];
  return `By ${dropped.column}, ${figure.percent(most.value)} of the rows with ${most.label} are dropped, and ${figure.percent(least.value)} of those with ${least.label}`;
}

function droppedOption(stage: Stage): number {
  const dropped = whoIsIncomplete(stage);
  if (!dropped) return 3;
  const [most, least] = [
    dropped.shares[0].value,
    dropped.shares[dropped.shares.length - 1].value,
  ];
  return most > 2 * least ? 2 : 1;
}

function inWords(count: number, thing: string): string {
  return `${count.toLocaleString("en")} ${thing}${count === 1 ? "" : "s"}`;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Real answers out of the data set reported-heights, read by a person. */
const oddAnswers = [
  ["5'7\"", "67 inches"],
  ["5ft 9 inches", "69 inches"],
  ["Five foot eight inches", "68 inches"],
  ["5.11", "5 feet 11: 71 inches"],
  ["5,3", "5 feet 3: 63 inches"],
  ["170 cm", "66.9 inches"],
  ["184", "centimetres: 72.4 inches"],
  ["1,70", "metres: 66.9 inches"],
  ["708,661", "70.8661, whose point was lost"],
  ["5'12", "nobody knows"],
  ["11111", "nothing"],
  ["yyy", "nothing"],
];

/** Every twelfth answer in reported-heights, in its order. */
const answers = (
  "75 | 69 | 72 | 68 | 68 | 69 | 72 | 62 | 68.5 | 70 | 74.5 | " +
  "69 | 66 | 69 | 62 | 74 | 72 | 71 | 75 | 64 | 6 | 65 | 60 | " +
  "68 | 68 | 68.5 | 69 | 70 | 75 | 69.3 | 71.5 | 169 | 69 | " +
  "5'3'' | 69 | 68.5 | 5.6 | 67.7165 | 67 | 70 | 66 | 71 | " +
  "1,70 | 68 | 5'2\" | 70 | 6 | 74 | 72 | 69 | 59 | 76 | 65 | " +
  "67 | 72 | 71 | 74 | 184 | 70 | 67.2 | 71 | 63 | 167 | 68 | " +
  "72 | 68 | 5.8 | 67 | 70 | 62.5 | 180 | 68 | 67 | 71 | " +
  "5ft 9 inches | 62 | 71 | 72.44 | 68 | 66 | 69 | 69 | 67.5 | " +
  "70 | 179 | 52 | 75 | 66 | 71 | 66 | 63 | 161"
).split(" | ");

/** What was meant, where it is not plain inches. */
const meant: Readonly<Record<string, number>> = {
  "1,70": 170 / 2.54,
  "5.6": 66,
  "5.8": 68,
  "5'2\"": 62,
  "5'3''": 63,
  "5ft 9 inches": 69,
  "6": 72,
};

function meantBy(typed: string): number {
  const number = Number(typed);
  return meant[typed] ?? (number > 100 ? number / 2.54 : number);
}
