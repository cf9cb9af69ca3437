import {
  agreesWith,
  CheckFailure,
  checks,
  expectEqual,
  expectThat,
  given,
  property,
  showPlain,
} from "groundwork/checks";
import type { Column, Stage } from "groundwork/data";

type Numbers = (number | null)[];
type Key = keyof import("./solution.ts").Description;

const everything: Key[] = ["count", "missing", "mean", "std", "min", "q1", "median", "q3", "max"];

/** Wide enough for any sound way to compute a deviation; any real mistake is far larger. */
const within = 1e-6;

export default checks<typeof import("./solution.ts"), Stage>(
  (bench) => {
    const { answer, reference, stage } = bench;
    const numbers = numberColumns(stage);
    const words = wordColumn(stage);
    /** What some keys of the description must be, for any column. */
    const describes = (statement: string, id: string, points: number, keys: Key[], next: string) =>
      property<[Numbers]>(
        statement,
        {
          id,
          points,
          given: [columns({ min: 2 })],
          examples: [[[3, 5]], [[null, 10, null, 9, 0]]],
          onData: numbers.map((column): [Numbers] => [column]),
          next,
        },
        async (column) => {
          const [gave, right] = [await answer.describe(column), reference.describe(column)];
          expectEqual(only(keys, gave), only(keys, right), { within, what: "the description" });
        },
      );

    return [
      agreesWith(bench, "frequencies", {
        statement: "frequencies counts each different value, the most frequent first",
        points: 2,
        given: [given.labels({ min: 0 })],
        onData: [[words]],
        // Values that come equally often may stand in any order.
        compare: (gave, expected, [values]) => expectTally(gave, expected, values as string[]),
        next: "Write the list for b, a, b on paper: how many pairs are there, and which comes first?",
      }),

      agreesWith(bench, "quantile", {
        statement: "quantile finds the value at any share of the way, between two values where need be",
        points: 2,
        given: [given.numbers(), share()],
        examples: [
          [[20, 10], 0.5],
          [[9, 10, 100], 1],
          [[40, 10, 30, 20], 0.25],
        ],
        within,
        onData: numbers
          .filter((column) => present(column).length > 0)
          .map((column) => [present(column), 0.9]),
        next: "Sort 10, 20, 30, 40. The way has three steps: where on it does the share 0.25 end?",
      }),

      describes(
        "describe counts what is there and what is missing",
        "counts",
        1,
        ["count", "missing"],
        "Of null, 10, null, 9, 0: how many are values, and how many are missing?",
      ),

      describes(
        "describe takes mean, smallest and largest of the values that are there",
        "mean",
        1,
        ["mean", "min", "max"],
        "A missing value is not 0. By how many values is the sum divided?",
      ),

      describes(
        "describe gives the standard deviation of a sample",
        "std",
        1,
        ["std"],
        "Work out the deviation of 3, 5 by hand: how far is each from 4, and what is divided by what?",
      ),

      describes(
        "describe gives both quartiles and the median",
        "quartiles",
        1,
        ["q1", "median", "q3"],
        "Which three shares does your describe ask quantile for, and of which values?",
      ),

      property<[Numbers]>(
        "where there is no answer, describe says null",
        {
          id: "no-answer",
          points: 1,
          runs: 12,
          given: [columns({ min: 0, max: 1 })],
          examples: [[[]], [[null]], [[7]], [[0]]],
          next: "What is the mean of no values, and how far do the values of a single one lie apart?",
        },
        async (column) => {
          const [gave, right] = [await answer.describe(column), reference.describe(column)];
          expectEqual(only(everything, gave), only(everything, right), { within, what: "the description" });
        },
      ),

      property<[Numbers]>(
        "the order of the rows and further blanks change nothing but the count of missing values",
        {
          id: "blanks-and-order",
          points: 1,
          after: ["counts", "mean"],
          runs: 20,
          given: [columns({ min: 2 })],
          onData: numbers.slice(0, 1).map((column): [Numbers] => [column]),
          next: "Put one null more into the column. Which of your nine numbers may change?",
        },
        async (column) => {
          const before = await answer.describe(column);
          expectThat(
            !Object.values(only(everything, before)).some(Number.isNaN),
            "the description holds a NaN, where a number or null belongs",
          );
          const after = await answer.describe([null, ...column.toReversed()]);
          expectEqual(only(everything, after), only(everything, { ...before, missing: before.missing + 1 }), {
            within,
            what: "the description of the same rows in another order, with one null more",
          });
        },
      ),
    ];
  },
  { freeShape: ["describe"] },
);

/** Up to three of the data set's columns of numbers, those with gaps first, on rows from all over the table. */
function numberColumns({ table }: Stage): Numbers[] {
  const some = table.take(
    Array.from({ length: table.nRows }, (_, i) => i).filter((i) => i % Math.ceil(table.nRows / 300) === 0),
  );
  return some.columnNames
    .map((name) => valuesOf(some.column(name)))
    .filter((column) => present(column).length * 2 > column.length)
    .sort((one, other) => present(one).length - present(other).length)
    .slice(0, 3);
}

/** The cells as numbers; a text that can't be read as one is missing. */
function valuesOf({ values }: Column): Numbers {
  return Array.from(values, (value: number | string | null) => {
    const number = Number(value ?? Number.NaN);
    return value === "" || Number.isNaN(number) ? null : number;
  });
}

/** The first column of words that come again, or whatever the first column holds. */
function wordColumn({ table }: Stage): string[] {
  const { values } = table.column(table.categoryNames[0] ?? table.columnNames[0]);
  return Array.from(values, String).slice(0, 500);
}

function present(column: Numbers): number[] {
  return column.filter((value) => value !== null);
}

/** Numbers with up to three nulls among them. */
function columns({ min, max = 9 }: { min: number; max?: number }) {
  const places = given.fc.array(given.fc.nat({ max: 20 }), { maxLength: 3 });
  return given.fc
    .tuple(given.numbers({ min, max }), places)
    .map(([numbers, gaps]) => gaps.reduce<Numbers>(withGap, numbers));
}

function withGap(column: Numbers, place: number): Numbers {
  return column.toSpliced(place % (column.length + 1), 0, null);
}

function share() {
  return given.fc.constantFrom(0.5, 0.25, 0.75, 0, 1, 0.1, 0.9, 0.625);
}

function only(keys: Key[], description: Partial<Record<Key, number | null>>) {
  return Object.fromEntries(keys.map((key) => [key, description?.[key]]));
}

/** The same pairs as the reference has, in an order that goes from frequent to rare. */
function expectTally(gave: unknown, expected: unknown, values: string[]): void {
  const [pairs, right] = [gave, expected] as [string, number][][];
  for (const [i, [value, count]] of pairs.entries()) {
    const often = values.filter((other) => other === value).length;
    if (count !== often) fail(`${showPlain(value)} comes ${often} times, not ${showPlain(count)}`);
    if (i > 0 && count > pairs[i - 1][1])
      fail(`${showPlain(value)} comes more often than ${showPlain(pairs[i - 1][0])}, and stands after it`);
    if (pairs.findIndex(([other]) => other === value) < i) fail(`${showPlain(value)} stands there twice`);
  }
  function fail(because: string): never {
    throw new CheckFailure({ because, gave: pairs, expected: right });
  }
}
