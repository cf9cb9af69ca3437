import {
  agreesWith,
  CheckFailure,
  check,
  checks,
  expectEqual,
  expectThat,
  given,
  property,
  showPlain,
} from "groundwork/checks";
import type { Stage } from "groundwork/data";

import type { Imputer, Row, Strategy } from "./solution.ts";

const { fc } = given;

/** Wide enough for answers in float32, as danfojs and TensorFlow.js compute; any real mistake is far larger. */
const within = 1e-5;

export default checks<typeof import("./solution.ts"), Stage>((bench) => {
  const { answer, reference, stage } = bench;
  const { rows, numeric, target } = sampleOf(stage);
  const [column] = numeric;
  const { train, test } = split(rows, column);

  return [
    agreesWith(bench, "markGaps", {
      statement: "markGaps makes a gap of what stands for one, in its column alone",
      points: 1,
      given: codedRows(),
      examples: [
        [[{ frontage: 0, area: 0 }], "frontage", [0]],
        [[{ speed: 0, size: "" }], "speed", [-999, 9999]],
      ],
      onData: [[rows, column, [numberIn(rows, column)]]],
      next: "Take the first cell that differs. In which column is it, and does the list of codes hold its value?",
    }),

    agreesWith(bench, "fitImputer", {
      statement: "fitImputer learns the mean or the median of the values that are there",
      points: 2,
      given: columnsOfNumbers(),
      within,
      examples: [
        [[{ speed: 100 }, { speed: null }, { speed: 140 }], ["speed"], "mean"],
        [[{ speed: 9 }, { speed: 100 }, { speed: 20 }], ["speed"], "median"],
        [[{ speed: 0 }, { speed: 100 }], ["speed"], "mean"],
      ],
      onData: (["mean", "median"] as const).map((strategy) => [train, numeric, strategy]),
      next: "Write the values of the column down, without the gaps. Which number must come out?",
    }),

    agreesWith(bench, "fitImputer", {
      id: "most-frequent",
      statement: "fitImputer learns the most frequent value, of numbers and of texts",
      points: 1,
      given: columnsOfWords(),
      examples: [
        [
          [{ size: "b" }, { size: null }, { size: null }, { size: "a" }, { size: "b" }],
          ["size"],
          "mostFrequent",
        ],
        [[{ speed: 0 }, { speed: 140 }, { speed: 0 }], ["speed"], "mostFrequent"],
      ],
      // Of several that are equally frequent it may be any.
      compare: (gave, expected, [table, columns]) => {
        for (const name of columns as string[]) {
          const cells = (table as Row[]).map((row) => row[name]);
          const [mine, right] = [gave, expected].map((imputer) => (imputer as unknown as Imputer).fill[name]);
          const [often, most] = [mine, right].map((value) => cells.filter((cell) => cell === value).length);
          if (often === most) continue;
          throw new CheckFailure({
            because: `${showPlain(right)} comes ${times(most)} in ${name}, and ${showPlain(mine)} ${times(often)}`,
            gave: mine,
            expected: right,
          });
        }
      },
      next: "How often does each value come, gaps apart? Count them on paper for the column above.",
    }),

    check(
      "a column without a single value is an error",
      {
        id: "nothing",
        points: 1,
        after: "fitImputer",
        next: "What is the mean of no numbers, in your function, and who would notice?",
      },
      async () => {
        const empty = [{ speed: null }, { speed: null }];
        for (const strategy of ["mean", "median", "mostFrequent"] as const) {
          const gave = await answer.fitImputer(empty, ["speed"], strategy).catch(asThrown);
          const call = `fitImputer(${showPlain(empty)}, ["speed"], "${strategy}")`;
          expectThat(gave === thrown, `${call} gives ${showPlain(gave as never)} where an error is needed`);
        }
      },
    ),

    agreesWith(bench, "impute", {
      statement: "impute fills each gap of its columns with what the imputer says, and marks it",
      points: 2,
      given: imputerAndRows(),
      examples: [
        [{ fill: { speed: 140 } }, [{ speed: null, size: null }]],
        [{ fill: { speed: 140 } }, [{ speed: 0, size: "Small" }]],
      ],
      onData: [[reference.fitImputer(train, numeric, "median"), test]],
      next: "Go through the cells of one row: which were gaps, and what does the imputer have for each?",
    }),

    property<[before: Row[], columns: string[], strategy: Strategy]>(
      "fit and impute leave no gap in their columns, touch no other cell, and let every gap be told again",
      {
        id: "together",
        points: 1,
        after: ["fitImputer", "impute"],
        runs: 12,
        given: columnsOfNumbers(),
        onData: [[withGap(train, target), numeric, "median"]],
        next: "Which cells may differ between the rows that go in and those that come out?",
      },
      async (before, columns, strategy) => {
        const filled = await answer.impute(await answer.fitImputer(before, columns, strategy), before);
        const restored = filled.map((row, i) => {
          const keys = Object.keys(before[i]);
          const wasMissing = (name: string) => columns.includes(name) && row[`${name} was missing`] === 1;
          return Object.fromEntries(keys.map((name) => [name, wasMissing(name) ? null : row[name]]));
        });
        expectEqual(restored, before, {
          what: "the table, with all that is marked as missing made a gap again",
        });
        for (const name of columns) {
          const gap = filled.findIndex((row) => row[name] === null || row[name] === undefined);
          expectThat(gap < 0, `row ${gap} still has a gap in ${name}`);
        }
      },
    ),

    check(
      "rows kept for the test teach the imputer nothing",
      {
        id: "no-leak",
        points: 2,
        after: ["fitImputer", "impute"],
        next: "Change all test rows but one. Which of its cells may move?",
      },
      async () => {
        const imputer = await answer.fitImputer(train, numeric, "mean");
        const [before] = await answer.impute(imputer, test);
        const others = test.map((row, i) => (i === 0 ? row : elsewhere(row, column)));
        const [after] = await answer.impute(await answer.fitImputer(train, numeric, "mean"), others);
        expectEqual(after, before, {
          within,
          what: "the first test row, after only the other test rows were changed,",
        });
        const [alone] = await answer.impute(imputer, test.slice(0, 1));
        expectEqual(alone, before, { within, what: "the first test row, imputed without the others," });
        expectEqual(before[column], imputer.fill[column], {
          within,
          what: `the first test row’s ${column}, a gap filled with what fitImputer learned from the training rows,`,
        });
        const moved = await answer.fitImputer(
          train.map((row) => elsewhere(row, column)),
          numeric,
          "mean",
        );
        const distance = Number(moved.fill[column]) - Number(imputer.fill[column]);
        expectThat(Math.abs(distance) > 1, "other training rows taught the imputer the same value");
      },
    ),
  ];
});

const words = fc.constantFrom("Small", "Medium", "Large");
const speeds = fc.constantFrom(0, 9, 20, 100, 120, 140, 7.5, -4);

/** A gap one time in three. */
function gappy<Value>(value: ReturnType<typeof fc.constantFrom<Value[]>>) {
  return fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });
}

/** Rows with gaps in every column, and none of the columns without any value. */
function tables() {
  const whole = fc.record({ speed: speeds, height: speeds, size: words, damage: words });
  const row = fc.record({
    speed: gappy(speeds),
    height: gappy(speeds),
    size: gappy(words),
    damage: gappy(words),
  });
  return fc
    .tuple(fc.array(row, { maxLength: 6 }), whole, fc.boolean())
    .map(([rows, one, isFirst]): Row[] => (isFirst ? [one, ...rows] : [...rows, one]));
}

function columnsOfNumbers() {
  const columns = fc.subarray(["speed", "height"], { minLength: 1 });
  return fc.tuple(tables(), columns, fc.constantFrom<Strategy>("mean", "median"));
}

function columnsOfWords() {
  const columns = fc.subarray(["speed", "size"], { minLength: 1 });
  return fc.tuple(tables(), columns, fc.constant<Strategy>("mostFrequent"));
}

/** Rows in which some values stand for gaps, and codes that come in several columns. */
function codedRows() {
  const codes = fc.subarray([0, -999, 9999, "unknown", ""] as (number | string)[], { minLength: 1 });
  const cell = fc.constantFrom(0, -999, 9999, "unknown", "", 12, "Small", false, null);
  const rows = fc.array(fc.record({ frontage: cell, area: cell }), { minLength: 1, maxLength: 5 });
  return fc.tuple(rows, fc.constantFrom("frontage", "area"), codes);
}

/** What an imputer might have learned elsewhere, and rows that it has not seen. */
function imputerAndRows() {
  const fills = { speed: fc.constantFrom(140, 0, 153.5), size: fc.constantFrom("Small", "Huge") };
  const fill = fc.oneof(fc.record({ speed: fills.speed }), fc.record({ size: fills.size }), fc.record(fills));
  return fc.tuple(fill, tables()).map(([fill, rows]): [Imputer, Row[]] => [{ fill }, rows]);
}

/** Up to 60 rows from all over the table: some columns of numbers, those with most gaps first, and the target or another column. */
function sampleOf({ table, dataset }: Stage) {
  const step = Math.ceil(table.nRows / 60);
  const sample = table.take(Array.from({ length: Math.ceil(table.nRows / step) }, (_, i) => i * step));
  const gaps = (name: string) =>
    Array.from(sample.column(name).values as Float64Array).filter(Number.isNaN).length;
  const usable = table.featureNames.filter((name) => gaps(name) < sample.nRows / 2);
  const numeric = usable.sort((one, other) => gaps(other) - gaps(one)).slice(0, 3);
  const others = table.columnNames.filter((name) => !numeric.includes(name));
  const target = dataset.target ?? others[0];
  const rows = sample
    .rows()
    .map((row) => Object.fromEntries([...numeric, target].map((name) => [name, row[name]])));
  return { rows, numeric, target };
}

/** Every fourth row is kept for the test; in the first of these, the column's value is hidden. */
function split(rows: Row[], column: string) {
  const test = rows
    .filter((_, i) => i % 4 === 0)
    .map((row, i) => (i === 0 ? { ...row, [column]: null } : row));
  return { train: rows.filter((_, i) => i % 4 !== 0), test };
}

function withGap(rows: Row[], column: string): Row[] {
  return rows.map((row, i) => (i % 5 === 1 ? { ...row, [column]: null } : row));
}

/** The same row, its number in one column far away; a gap stays one. */
function elsewhere(row: Row, column: string): Row {
  const value = row[column];
  return { ...row, [column]: typeof value === "number" ? 10 * value + 1000 : value };
}

function numberIn(rows: Row[], column: string): number {
  return Number(rows.find((row) => row[column] !== null)?.[column]);
}

const thrown = Symbol("thrown");

/** Only an error that the answer threw itself counts. */
function asThrown(fault: unknown): typeof thrown {
  if (fault instanceof Error && "kind" in fault && fault.kind === "threw") return thrown;
  throw fault;
}

function times(count: number): string {
  return ["never", "once", "twice"][count] ?? `${count} times`;
}
