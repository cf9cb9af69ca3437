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

type Fold = { train: number[]; test: number[] };
type Labelled = [labels: string[], k: number];
type Experiment = [X: number[][], y: string[], folds: Fold[]];

/** A root of a mean of squares, worked out in another order, is no nearer to 0 than this. */
const within = 1e-6;

export default checks<typeof import("./solution.ts"), Stage>(
  (bench) => {
    const { answer, reference, stage } = bench;
    const { X, y } = someRows(stage);

    return [
      property<[nRows: number, k: number]>(
        "kFold tests every row once, on a fold that learned from all the others",
        {
          id: "kFold",
          points: 1,
          given: sizes(),
          runs: 20,
          examples: [
            [10, 3],
            [4, 4],
          ],
          onData: [[y.length, 5]],
          next: "Write the folds down for 5 rows and k = 2. In which test is each row, and in which of the training parts?",
        },
        async (nRows, k) => {
          expectFolds(await answer.kFold(nRows, k), nRows, k);
        },
      ),

      property<[nRows: number, k: number]>(
        "kFold makes the tests as even as they can be",
        {
          id: "even",
          points: 1,
          after: "kFold",
          given: sizes(),
          runs: 20,
          examples: [[11, 4]],
          next: "Of 11 rows in 4 parts, how large is each? Which parts get the rows that are left over?",
        },
        async (nRows, k) => {
          const folds = asFolds(await answer.kFold(nRows, k));
          expectEven(
            folds.map(({ test }) => test.length),
            "rows",
          );
        },
      ),

      property<Labelled>(
        "stratifiedKFold spreads every class evenly over the tests",
        {
          id: "stratifiedKFold",
          points: 2,
          given: classes(),
          runs: 25,
          examples: [
            [[..."aaabbb"], 3],
            [[..."aaaaaaabbb"], 2],
          ],
          onData: [[y, 3]],
          next: "Take the rows of one class by themselves, as if they were cards. How would you deal them to k people?",
        },
        async (labels, k) => {
          const folds = expectFolds(await answer.stratifiedKFold(labels, k), labels.length, k);
          for (const name of new Set(labels)) {
            const counts = folds.map(({ test }) => test.filter((i) => labels[i] === name).length);
            expectEven(counts, `rows of class ${JSON.stringify(name)}`);
          }
        },
      ),

      agreesWith(bench, "timeSeriesSplit", {
        statement: "timeSeriesSplit learns from the past and tests on what comes right after it",
        points: 2,
        given: fc
          .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 9 }))
          .map(([k, more]): [number, number] => [k + 1 + more, k]),
        runs: 20,
        examples: [
          [8, 3],
          [11, 3],
        ],
        onData: [[y.length, 5]],
        compare: (gave, expected) => expectSameFolds(asFolds(gave), expected as Fold[]),
        next: "For 8 rows and k = 3: how many rows has each test, and where does the last one end?",
      }),

      agreesWith(bench, "crossValidate", {
        statement: "crossValidate scores each fold with a scaler and a model that learned in this fold",
        points: 2,
        given: experiments(),
        onData: [[X, y, reference.stratifiedKFold(y, 3)]],
        runs: 6,
        // The mean and the deviation have a check of their own.
        compare: (gave, expected) => {
          const [{ scores }, { scores: right }] = [gave, expected] as unknown as { scores: number[] }[];
          expectEqual(scores, right, { what: "the list of scores" });
        },
        next: "Take the first fold by itself. Which rows does the scaler see, which does the model see, and which are scored?",
      }),

      property<Experiment>(
        "the mean and the deviation are those of the scores",
        {
          id: "summary",
          points: 1,
          after: "crossValidate",
          given: experiments(),
          runs: 4,
          next: "For the scores 0.5 and 1: what is their mean, and how far is each of them from it?",
        },
        async (X, y, folds) => {
          const { scores, mean, std } = await answer.crossValidate(X, y, folds);
          const ofScores = `of the scores ${showPlain(scores)}`;
          expectEqual(mean, meanOf(scores), { within, what: `the mean ${ofScores}` });
          const squares = scores.map((score) => (score - meanOf(scores)) ** 2);
          expectEqual(std, Math.sqrt(meanOf(squares)), { within, what: `the std ${ofScores}` });
        },
      ),

      check(
        "a test row teaches nothing: moved far away, it changes no other row's prediction",
        {
          id: "no-leak",
          points: 1,
          next: "Which line of yours looks at a test row before its fold is scored?",
        },
        async () => {
          const before = await answer.crossValidate(clusters(5), clusterLabels, clusterFolds);
          expectEqual(before.scores, [4 / 5, 2 / 3], {
            what: "the list of scores, where all test rows but the last lie among rows of their class,",
          });
          const after = await answer.crossValidate(clusters(1e6), clusterLabels, clusterFolds);
          expectEqual(after.scores, before.scores, {
            what: `after row ${clusterLabels.length - 1} was moved far away (a test row of a class that is never right), the list of scores`,
          });
        },
      ),
    ];
  },
  { freeShape: ["kFold", "stratifiedKFold", "timeSeriesSplit"] },
);

const { fc } = given;

/** How many rows, and in how many parts. */
function sizes() {
  return fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 9 }))
    .map(([k, more]): [number, number] => [k + more, k]);
}

/** Labels with k rows or more of each class: sorted, in turn, or in any order. */
function classes() {
  const few = fc.integer({ min: 0, max: 4 });
  return fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.array(few, { minLength: 1, maxLength: 3 }))
    .chain(([k, more]) => {
      const sorted = more.flatMap((count, c) => Array<string>(k + count).fill("abc"[c]));
      const order = fc.shuffledSubarray(sorted, { minLength: sorted.length });
      return fc.oneof(fc.constant(sorted), order).map((labels): Labelled => [labels, k]);
    });
}

/** Rows on two scales, with labels that follow from them only by half, and folds of unlike sizes. */
function experiments() {
  const whole = fc.integer({ min: -300, max: 300 });
  const row = fc.record({ one: whole, other: whole, label: fc.constantFrom("a", "b"), side: fc.boolean() });
  return fc
    .tuple(fc.integer({ min: 2, max: 3 }), fc.array(row, { minLength: 12, maxLength: 14 }))
    .map(([k, rows]): Experiment => {
      const part = rows.map((_, i) => Math.min(k - 1, Math.floor(i / 5)));
      const numbers = rows.map((_, i) => i);
      return [
        rows.map(({ one, other }) => [one, 100 * other]),
        rows.map(({ one, label, side }) => (side ? label : one > 0 ? "a" : "b")),
        Array.from({ length: k }, (_, fold) => ({
          train: numbers.filter((i) => part[i] !== fold),
          test: numbers.filter((i) => part[i] === fold),
        })),
      ];
    });
}

/**
 * Two groups of rows that lie apart in two columns, and in a third column of no meaning each other's way. Who scales with the last
 * row, once it is far away, squeezes the first two together, and hears the third one only.
 */
function clusters(lastPlace: number): number[][] {
  return clusterRows.map(({ place, noise, label }) => {
    const x = label === "c" ? lastPlace : place;
    return [x, x + 1, noise];
  });
}

const clusterRows = [
  ...[0, 1, 2, 3, 4].map((noise) => ({ place: 0, noise, label: "a" })),
  ...[5, 6, 7, 8, 9].map((noise) => ({ place: 10, noise, label: "b" })),
  { place: 0, noise: 7, label: "a" },
  { place: 0, noise: 6, label: "a" },
  { place: 10, noise: 2, label: "b" },
  { place: 10, noise: 3, label: "b" },
  { place: 5, noise: 4, label: "c" },
];
const clusterLabels = clusterRows.map(({ label }) => label);
const clusterFolds: Fold[] = [
  [10, 11, 12, 13, 14],
  [11, 13, 14],
].map((test) => ({ train: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], test }));

/** Whatever came, as folds; the entries are looked at by `expectFolds` or `expectSameFolds`. */
function asFolds(value: unknown): Fold[] {
  const isFold = (fold: unknown) => {
    const { train, test } = (fold ?? {}) as Partial<Fold>;
    return Array.isArray(train) && Array.isArray(test);
  };
  expectThat(
    Array.isArray(value) && value.every(isFold),
    "folds are a list of { train, test }, each a list of row numbers",
  );
  return value as Fold[];
}

function expectFolds(value: unknown, nRows: number, k: number): Fold[] {
  const folds = asFolds(value);
  expectThat(folds.length === k, `there are ${folds.length} folds, and ${k} were asked for`);
  const testedIn = new Map<number, number>();
  for (const [number, { train, test }] of folds.entries()) {
    expectRowNumbers(train, nRows, `train of fold ${number}`);
    expectRowNumbers(test, nRows, `test of fold ${number}`);
    for (const i of test) {
      const before = testedIn.get(i);
      expectThat(before === undefined, `row ${i} is tested in fold ${before} and again in fold ${number}`);
      testedIn.set(i, number);
    }
  }
  const rows = Array.from({ length: nRows }, (_, i) => i);
  const untested = rows.find((i) => !testedIn.has(i));
  expectThat(untested === undefined, `row ${untested} is in no test`);
  for (const [number, { train }] of folds.entries()) {
    const learned = new Set(train);
    const both = train.find((i) => testedIn.get(i) === number);
    expectThat(both === undefined, `row ${both} is in train and in test of fold ${number}`);
    const lost = rows.find((i) => !learned.has(i) && testedIn.get(i) !== number);
    expectThat(lost === undefined, `row ${lost} is neither in train nor in test of fold ${number}`);
  }
  return folds;
}

function expectRowNumbers(rows: number[], nRows: number, where: string): void {
  for (const i of rows) {
    const isRow = Number.isInteger(i) && i >= 0 && i < nRows;
    expectThat(isRow, `${where} holds ${showPlain(i)}, and the rows go from 0 to ${nRows - 1}`);
  }
  const twice = rows.find((i, k) => rows.indexOf(i) !== k);
  expectThat(twice === undefined, `${where} holds row ${twice} twice`);
}

function expectEven(counts: number[], what: string): void {
  const [most, fewest] = [Math.max(...counts), Math.min(...counts)];
  expectThat(
    most - fewest <= 1,
    `the tests have ${counts.join(", ")} ${what}; none may have two more than another`,
  );
}

/** The same folds, the rows of each list in any order. */
function expectSameFolds(gave: Fold[], right: Fold[]): void {
  expectThat(gave.length === right.length, `there are ${gave.length} folds, and ${right.length} are right`);
  for (const [number, fold] of right.entries()) {
    for (const side of ["test", "train"] as const) {
      const rows = gave[number][side].toSorted((one, other) => one - other);
      if (`${rows}` === `${fold[side]}`) continue;
      throw new CheckFailure({
        because: `${side} of fold ${number} is ${showPlain(rows)}, and ${showPlain(fold[side])} is right`,
        path: `[${number}].${side}`,
        gave: rows,
        expected: fold[side],
      });
    }
  }
}

/** About forty rows from all over the table, and a class for each: of a number, its lower and its upper half. */
function someRows({ table, dataset }: Stage): { X: number[][]; y: string[] } {
  const { target = "" } = table.roles;
  const columns = evenly(table.featureNames.length, 8).map((j) => table.featureNames[j]);
  const some = table.take(evenly(table.nRows, 42)).withoutMissing([...columns, target]);
  const labels = dataset.task === "classification" ? some.target() : halves(some.targetNumbers());
  const size = (label: string) => labels.filter((other) => other === label).length;
  const kept = labels.flatMap((label, i) => (size(label) >= 3 ? [i] : []));
  const X = some.matrix(columns);
  return { X: kept.map((i) => X[i]), y: kept.map((i) => labels[i]) };
}

function evenly(n: number, most: number): number[] {
  const count = Math.min(n, most);
  return Array.from({ length: count }, (_, k) => Math.floor((k * n) / count));
}

function halves(values: number[]): string[] {
  const middle = values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
  return values.map((value) => (value < middle ? "low" : "high"));
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
