import type { Column, Stage } from "groundwork/data";
import * as figure from "groundwork/figures";
import { Random } from "groundwork/random";

/** Every column in one line: what is there, and what is not? */
export function firstLook({ table }: Stage) {
  const names = table.columnNames.slice(0, mostColumns);
  return figure.table(
    names.map((name) => {
      const cells = cellsOf(table.column(name));
      const there = cells.filter((cell) => cell !== null);
      const different = new Set(there).size;
      const missing = cells.length - there.length;
      return { column: name, there: there.length, missing, different };
    }),
    { title: "A first look", caption: leftOut(table, "columns") },
  );
}

/** Where the numbers of one column lie, and its mean and median among them. */
export function usual(stage: Stage) {
  const { name, unit, numbers } = lopsided(stage);
  const mean = meanOf(numbers);
  const isBelow = (value: number) => value < mean;
  return [
    figure.histogram(numbers, {
      title: `${name}: how many values lie where`,
      xTitle: unit ?? "value",
    }),
    figure.table([
      {
        mean: figure.formatNumber(mean, 4),
        median: figure.formatNumber(quantile(numbers, 0.5), 4),
        largest: figure.formatNumber(quantile(numbers, 1), 4),
        "below the mean": partOf(numbers, isBelow),
      },
    ]),
  ];
}

/** The same column twice: its blanks left out, and its blanks read as 0. */
export function blanks(stage: Stage) {
  const { name, unit, cells, numbers } = gappy(stage);
  const asZero = cells.map((cell) => cell ?? 0);
  const readings = { "blanks left out": numbers, "blanks as 0": asZero };
  return [
    figure.histogram(readings, {
      title: `${name}, with its blanks in two readings`,
      xTitle: unit ?? "value",
    }),
    figure.table(
      Object.entries(readings).map(([reading, values]) => ({
        reading,
        mean: meanOf(values),
        deviation: deviationOf(values, values.length - 1),
        smallest: quantile(values, 0),
        median: quantile(values, 0.5),
      })),
    ),
  ];
}

/** All values dealt into samples of one size, twenty times over: what do both divisors say of the column, on average? */
export function twoDeviations(stage: Stage) {
  const { name, numbers } = gappy(stage);
  const random = new Random(0);
  const decks = Array.from({ length: 20 }, () => random.shuffle(numbers));
  return figure.table(
    [2, 5, 20].map((n) => {
      const samples = decks.flatMap((deck) => dealt(deck, n));
      const average = (divisor: number) =>
        Math.sqrt(meanOf(samples.map((s) => deviationOf(s, divisor) ** 2)));
      return {
        "values in a sample": n,
        "divided by n": average(n),
        "divided by n − 1": average(n - 1),
        "the whole column": deviationOf(numbers, numbers.length - 1),
      };
    }),
    { title: `Deviation of ${name}, from samples and in truth` },
  );
}

/** Four numbers and what lies a quarter of the way through them. */
export function quarterOfTheWay() {
  const values = [10, 20, 30, 40];
  return figure.table(
    [0, 0.25, 0.5, 0.75, 1].map((share) => ({
      share,
      place: share * (values.length - 1),
      quantile: quantile(values, share),
    })),
    { title: "10, 20, 30, 40 stand at the places 0, 1, 2, 3" },
  );
}

/** Columns as boxes: the middle half, its median, and what stands apart. */
export function boxes(stage: Stage) {
  const [one, other] = [gappy(stage), lopsided(stage)];
  const columns = one.name === other.name ? [one] : [one, other];
  return columns.map(({ name, unit, numbers }) =>
    figure.box(
      { [name]: numbers },
      { title: `${name} as a box`, xTitle: unit ?? "value" },
    ),
  );
}

/** The most frequent values of the column with the most different ones. */
export function words(stage: Stage) {
  const { name, tally } = manyKinds(stage);
  return figure.bars(
    tally.slice(0, mostBars).map(([label, value]) => ({ label, value })),
    {
      title: `The most frequent of ${tally.length} values of ${name}`,
      xTitle: "rows",
      format: String,
    },
  );
}

/** What the text says in numbers and names. */
export function facts(stage: Stage) {
  const { table, dataset } = stage;
  const tail = lopsided(stage);
  const [mean, median] = [
    meanOf(tail.numbers),
    quantile(tail.numbers, 0.5),
  ];
  const below = shareOf(tail.numbers, (value) => value < mean);
  const gaps = gappy(stage);
  const there = meanOf(gaps.numbers);
  const asZero = meanOf(gaps.cells.map((cell) => cell ?? 0));
  const { name, tally } = manyKinds(stage);
  const half = kindsForHalf(tally);
  return {
    title: dataset.title,
    rows: table.nRows.toLocaleString("en"),
    columns: table.columnNames.length,
    tail: tail.name,
    tailMean: withUnit(mean, tail),
    tailMedian: withUnit(median, tail),
    tailLargest: withUnit(quantile(tail.numbers, 1), tail),
    below: figure.percent(below),
    gaps: gaps.name,
    gapsInWords: gaps.inWords,
    meanThere: withUnit(there, gaps),
    meanAsZero: withUnit(asZero, gaps),
    wordColumn: name,
    kinds: tally.length,
    half,
    mostFrequent: tally[0][0],
    meanLies: below >= 0.85 ? 3 : below > 0.6 ? 2 : 1,
    zerosMove: asZero < there ? 1 : asZero > there ? 2 : 3,
    fewKinds:
      half / tally.length < 0.15 ? 3 : half / tally.length < 0.4 ? 2 : 1,
  };
}

// What the steps use.

type Cell = string | number | null;

/** A column of numbers, its blanks as null in `cells` and left out of `numbers`. */
interface Numbers {
  name: string;
  unit: string | undefined;
  cells: (number | null)[];
  numbers: number[];
}

/** The most columns and bars that a picture shows. */
const mostColumns = 16;
const mostBars = 12;

function leftOut({ columnNames }: Stage["table"], what: string) {
  const hidden = columnNames.length - mostColumns;
  return hidden > 0 ? `${hidden} more ${what} are not shown.` : undefined;
}

function cellsOf({ values }: Column): Cell[] {
  return Array.from(values, (value: Cell) =>
    Number.isNaN(value) ? null : value,
  );
}

/** The columns of numbers that measure something, up to a hundred of them. */
function numberColumns({ table }: Stage): Numbers[] {
  const { time, identifiers = [], groups = [] } = table.roles;
  const names = table.columnNames.filter(
    (name) => name !== time && ![...identifiers, ...groups].includes(name),
  );
  const columns = names
    .slice(0, 100)
    .map((name) => numbersIn(name, table.column(name)))
    .filter(({ cells, numbers }) => numbers.length * 2 > cells.length);
  return columns.length > 0
    ? columns
    : [oneWord(names[0], table.column(names[0]))];
}

/** The cells of a column as numbers; a text that is none is a blank. */
function numbersIn(name: string, column: Column): Numbers {
  const cells = cellsOf(column).map((cell) =>
    cell === null || cell === "" || Number.isNaN(Number(cell))
      ? null
      : Number(cell),
  );
  const numbers = cells.filter((cell) => cell !== null);
  return { name, unit: column.unit, cells, numbers };
}

/** A table of words alone: where the most frequent word stands there is a 1, elsewhere a 0. */
function oneWord(name: string, column: Column): Numbers {
  const [[word]] = tallyOf(cellsOf(column));
  const numbers = cellsOf(column).map((cell) =>
    Number(String(cell) === word),
  );
  return {
    name: `${name} is ${word}`,
    unit: undefined,
    cells: numbers,
    numbers,
  };
}

/** The column whose mean has most of its values on one side; of several, the one with the most different values. */
function lopsided(stage: Stage): Numbers {
  const rank = ({ numbers }: Numbers) => {
    const mean = meanOf(numbers);
    const below = shareOf(numbers, (value) => value < mean);
    return below > 0.9 ? 1 + new Set(numbers).size : below;
  };
  const columns = numberColumns(stage).map((column) => ({
    column,
    rank: rank(column),
  }));
  return columns.reduce((best, next) =>
    next.rank > best.rank ? next : best,
  ).column;
}

/** The column that lacks most values. Where none lacks any, every fourth cell of the lopsided one is blanked. */
function gappy(stage: Stage): Numbers & { inWords: string } {
  const column = numberColumns(stage).reduce((best, next) =>
    gapsOf(next) > gapsOf(best) ? next : best,
  );
  const [gaps, rows] = [gapsOf(column), column.cells.length].map((count) =>
    count.toLocaleString("en"),
  );
  if (gapsOf(column) > 0)
    return {
      ...column,
      inWords: `has no number in ${gaps} of its ${rows} rows`,
    };
  const whole = lopsided(stage);
  const cells = whole.cells.map((cell, i) => (i % 4 === 3 ? null : cell));
  const numbers = cells.filter((cell) => cell !== null);
  const inWords =
    "is complete here, so every fourth of its cells was blanked for this lesson";
  return { ...whole, cells, numbers, inWords };
}

function gapsOf({ cells, numbers }: Numbers): number {
  return cells.length - numbers.length;
}

/** The column of words with the most different ones, or else any column taken as words. */
function manyKinds({ table }: Stage) {
  const names = table.categoryNames.slice(0, 100);
  const target = table.roles.target ?? table.columnNames[0];
  const columns = (names.length > 0 ? names : [target]).map((name) => ({
    name,
    tally: tallyOf(cellsOf(table.column(name))),
  }));
  return columns.reduce((best, next) =>
    next.tally.length > best.tally.length ? next : best,
  );
}

/** Each different value with its count, the most frequent first. */
function tallyOf(cells: readonly Cell[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (cell !== null)
      counts.set(String(cell), (counts.get(String(cell)) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** How many of the most frequent values make up half of all. */
function kindsForHalf(tally: readonly [string, number][]): number {
  const all = tally.reduce((sum, [, count]) => sum + count, 0);
  let sum = 0;
  return (
    1 +
    tally.findIndex(([, count]) => {
      sum += count;
      return sum * 2 >= all;
    })
  );
}

/** The values as samples of n, one after the other; what is left over stays away. */
function dealt(values: readonly number[], n: number): number[][] {
  return Array.from({ length: Math.floor(values.length / n) }, (_, k) =>
    values.slice(k * n, (k + 1) * n),
  );
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: readonly number[], divisor: number): number {
  const mean = meanOf(values);
  const squares = values.reduce(
    (sum, value) => sum + (value - mean) ** 2,
    0,
  );
  return Math.sqrt(squares / divisor);
}

function quantile(values: readonly number[], share: number): number {
  const ascending = Float64Array.from(values).sort();
  const place = share * (ascending.length - 1);
  const [before, after] = [
    ascending[Math.floor(place)],
    ascending[Math.ceil(place)],
  ];
  return before + (after - before) * (place % 1);
}

function shareOf(
  values: readonly number[],
  holds: (value: number) => boolean,
): number {
  return values.filter(holds).length / values.length;
}

function partOf(
  values: readonly number[],
  holds: (value: number) => boolean,
): string {
  return figure.percent(shareOf(values, holds));
}

function withUnit(value: number, { unit }: Numbers): string {
  const number =
    Math.abs(value) >= 1000
      ? Math.round(value).toLocaleString("en")
      : figure.formatNumber(value);
  return unit === undefined ? number : `${number} ${unit}`;
}
