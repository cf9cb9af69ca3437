import {
  agreesWith,
  check,
  checks,
  expectEach,
  expectEqual,
  expectThat,
  given,
  property,
} from "groundwork/checks";
import type { Stage } from "groundwork/data";

type Scaler = { mean: number[]; scale: number[] };

/** Wide enough for answers in float32, as danfojs and TensorFlow.js compute; any real mistake is far larger. */
const within = 1e-5;

export default checks<typeof import("./solution.ts"), Stage>(
  (bench) => {
    const { answer, reference, stage } = bench;
    const { table } = stage;
    const whole = table.withoutMissing(table.featureNames);
    // Where rows are long, as those of pictures, a few of them say as much.
    const every = Math.ceil(whole.nRows / Math.min(400, 40_000 / table.featureNames.length));
    const X = whole.take([...Array(whole.nRows).keys()].filter((i) => i % every === 0)).matrix();
    // Rows from all over the table, few enough that each can be asked about often.
    const some = X.filter((_, i) => i % Math.ceil(X.length / 48) === 0);
    const [train, test] = [some.filter((_, i) => i % 4 !== 0), some.filter((_, i) => i % 4 === 0)];

    return [
      agreesWith(bench, "fitStandardScaler", {
        statement: "fitStandardScaler learns each column's mean and standard deviation",
        points: 2,
        given: [given.matrix()],
        examples: [[[[3], [5]]], [[[7, 1]]]],
        onData: [[X]],
        // What scale a column without variance gets is settled by what becomes of it: see "constant-column".
        compare: (gave, expected, [rows]) => {
          const varies = columnsThatVary(rows as number[][]);
          const settled = ({ mean, scale }: Scaler) => ({
            mean,
            scale: scale.map((value, j) => (varies.includes(j) ? value : 1)),
          });
          expectEqual(settled(gave as Scaler), settled(expected as Scaler), {
            within,
            what: "fitStandardScaler’s value",
          });
        },
        next: "Work out the deviation of the column 3, 5 by hand: how far is each number from the mean 4?",
      }),

      agreesWith(bench, "standardize", {
        statement: "standardize uses the scaler it is given, on any rows",
        points: 2,
        given: scalerAndRows(),
        examples: [[{ mean: [10], scale: [2] }, [[14]]]],
        within,
        onData: [[reference.fitStandardScaler(train), test]],
        next: "With mean 10 and scale 2, what should the single number 14 become?",
      }),

      property(
        "a scaled training column has mean 0 and deviation 1",
        { id: "mean-0", points: 1, runs: 12, given: [given.matrix({ rows: { min: 2 } })], onData: [[train]] },
        async (rows) => {
          const Z = await answer.standardize(await answer.fitStandardScaler(rows), rows);
          const columns = columnsThatVary(rows).map((j) => Z.map((row) => row[j]));
          if (columns.length === 0) return;
          expectEach(columns.map(meanOf), "the mean of scaled column").near(0, within);
          expectEach(columns.map(deviationOf), "the deviation of scaled column").near(1, within);
        },
      ),

      property(
        "a column that never varies becomes 0, and never NaN",
        {
          id: "constant-column",
          points: 1,
          runs: 12,
          given: [withConstantColumn()],
          examples: [
            [[[5]]],
            [
              [
                [5, 1],
                [5, 3],
              ],
            ],
          ],
          next: "What is the deviation of the column 5, 5, 5, and what happens when you divide by it?",
        },
        async (rows) => {
          const Z = await answer.standardize(await answer.fitStandardScaler(rows), rows);
          expectEach(firstColumn(Z), "the standardized constant column, in row").near(0, within);
          const R = await answer.rescale(await answer.fitMinMaxScaler(rows), rows);
          expectEach(firstColumn(R), "the rescaled constant column, in row").near(0, within);
          const others = columnsThatVary(rows);
          const isFlat = (j: number) => Z.every((row) => row[j] === 0) || R.every((row) => row[j] === 0);
          const flat = others.find(isFlat);
          expectThat(flat === undefined, `column ${flat} varies, and became 0 too`);
        },
      ),

      agreesWith(bench, "fitMinMaxScaler", {
        statement: "fitMinMaxScaler learns each column's smallest and largest number",
        points: 1,
        given: [given.matrix()],
        examples: [[[[-3], [-5]]]],
        within,
        onData: [[train]],
        next: "Try a column of negative numbers: is its largest one found?",
      }),

      agreesWith(bench, "rescale", {
        statement: "rescale puts the scaler's min at 0 and its max at 1, and goes on in a straight line",
        points: 1,
        given: rangeAndRows(),
        within,
        examples: [[{ min: [10], max: [20] }, [[15], [25]]]],
        next: "With min 10 and max 20, where does 25 land?",
      }),

      check(
        "rows kept for the test teach the scaler nothing",
        {
          id: "no-leak",
          points: 2,
          next: "Change one test row. Which of your numbers may move, and which may not?",
        },
        async () => {
          const scaler = await answer.fitStandardScaler(train);
          const before = await answer.standardize(scaler, test);
          const others = test.map((row, i) => (i === 0 ? row : row.map((value) => 10 * value + 100)));
          const after = await answer.standardize(await answer.fitStandardScaler(train), others);
          expectEqual(after[0], before[0], {
            within,
            what: "the first test row, after only the other test rows were changed,",
          });
          const varies = columnsThatVary(train);
          const byHand = test[0].map((value, j) => (value - scaler.mean[j]) / scaler.scale[j]);
          expectEqual(only(varies, before[0]), only(varies, byHand), {
            within,
            what: "the first test row, scaled with what fitStandardScaler learned from the training rows,",
          });
          const elsewhere = await answer.fitStandardScaler(
            train.map((row) => row.map((value) => 2 * value + 1)),
          );
          expectThat(
            Math.abs(elsewhere.mean[varies[0]] - scaler.mean[varies[0]]) > within,
            "other training rows taught the scaler the same mean",
          );
        },
      ),
    ];
  },
  { freeNumbers: ["fitStandardScaler"] },
);

/** A scaler with as many columns as the rows that come with it; no column of it was constant. */
function scalerAndRows() {
  return given.matrix({ rows: { max: 5 } }).chain((rows) => {
    const width = { minLength: rows[0].length, maxLength: rows[0].length };
    const mean = given.fc.array(given.fc.integer({ min: -20, max: 20 }), width);
    const scale = given.fc.array(given.fc.constantFrom(2, 1, 0.5, 8, 3), width);
    return given.fc.record({ mean, scale }).map((scaler): [Scaler, number[][]] => [scaler, rows]);
  });
}

function rangeAndRows() {
  return given.matrix({ rows: { max: 5 } }).chain((rows) => {
    const width = { minLength: rows[0].length, maxLength: rows[0].length };
    const min = given.fc.array(given.fc.integer({ min: -20, max: 20 }), width);
    const range = given.fc.array(given.fc.integer({ min: 1, max: 30 }), width);
    return given.fc
      .tuple(min, range)
      .map(([low, span]): [{ min: number[]; max: number[] }, number[][]] => [
        { min: low, max: low.map((value, j) => value + span[j]) },
        rows,
      ]);
  });
}

function withConstantColumn() {
  const constant = given.fc.integer({ min: -20, max: 20 });
  return given.fc.tuple(constant, given.matrix()).map(([value, rows]) => rows.map((row) => [value, ...row]));
}

function columnsThatVary(rows: number[][]): number[] {
  return rows[0].map((_, j) => j).filter((j) => rows.some((row) => row[j] !== rows[0][j]));
}

function firstColumn(rows: number[][]): number[] {
  return rows.map((row) => row[0]);
}

function only(indices: number[], values: number[]): number[] {
  return indices.map((j) => values[j]);
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}
