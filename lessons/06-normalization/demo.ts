import type { Stage } from "groundwork/data";
import * as figure from "groundwork/figures";
import { accuracyScore } from "groundwork/metrics";
import { crossValScore, KFold } from "groundwork/model-selection";
import { KNeighborsClassifier } from "groundwork/neighbors";
import { Pipeline } from "groundwork/pipeline";
import { MinMaxScaler, StandardScaler } from "groundwork/preprocessing";

/** The columns as they come, all on one axis. */
export function rawColumns(stage: Stage) {
  const { X, names } = samples(stage);
  return figure.ranges(byName(names, X), {
    title: "The columns as they come, on one axis",
    xTitle: "value, each in its own unit",
  });
}

/** Over all pairs of rows: what part of the squared distance stems from each column? */
export function whoDecides(stage: Stage) {
  const { X, names } = samples(stage);
  return shareBars(names, X, "Who decides the distance between two rows");
}

/** The widest column in a unit a thousand times larger: whose nearest row changes? */
export function anotherUnit(stage: Stage) {
  const { X, widest } = samples(stage);
  const moved = rowsMoved(X, inThousands(X, widest));
  return `${moved} of ${X.length} rows have another nearest row.`;
}

/** Two numbers, 3 and 5, teach the scalers; then 3, 5 and a new one, 6, are scaled. */
export function byHand() {
  const standard = new StandardScaler().fit([[3], [5]]);
  const minMax = new MinMaxScaler().fit([[3], [5]]);
  return figure.table(
    [3, 5, 6].map((value) => ({
      value,
      standardized: standard.transform([[value]])[0][0],
      rescaled: minMax.transform([[value]])[0][0],
    })),
  );
}

/** The columns after standardizing, and what each has to say now. */
export function scaledColumns(stage: Stage) {
  const { X, names } = samples(stage);
  const Z = new StandardScaler().fit(X).transform(X);
  const xTitle = "standard deviations from the column's mean";
  return [
    figure.ranges(byName(names, Z), {
      title: "The same columns, standardized",
      xTitle,
    }),
    shareBars(names, Z, "Who decides now"),
  ];
}

/** Each row is left out in turn; the five nearest of the others vote on its class. */
export function scores(stage: Stage) {
  const { X, y } = samples(stage);
  const scalers = {
    "as they come": undefined,
    standardized: StandardScaler,
    "rescaled to 0…1": MinMaxScaler,
  };
  return figure.table(
    Object.entries(scalers).map(([rows, Scaler]) => ({
      rows,
      accuracy: accuracyLeftOut(X, y, Scaler),
    })),
    { title: "How often the five nearest name the right class" },
  );
}

/** May the scaler see the rows kept for the test? The score's opinion. */
export function leakScore(stage: Stage) {
  const { train, test } = split(stage);
  const seen = {
    "training rows": train.X,
    "all rows": [...train.X, ...test.X],
  };
  return figure.table(
    Object.entries(seen).map(([fittedOn, rows]) => ({
      "fitted on": fittedOn,
      accuracy: testAccuracy(new StandardScaler().fit(rows), train, test),
    })),
  );
}

/** The first test row stays as it is while all other test rows change. Does its number? */
export function leakSeen(stage: Stage) {
  const { train, test, names } = split(stage);
  const [first, ...others] = test.X;
  const changed = others.map((row) => row.map((value) => 10 * value + 100));
  const honest = () => new StandardScaler().fit(train.X);
  const leaking = (rest: number[][]) =>
    new StandardScaler().fit([...train.X, first, ...rest]);
  const seenBy = (scaler: StandardScaler) =>
    scaler.transform([first])[0][0];
  return figure.table(
    [
      {
        "fitted on": "training rows",
        before: seenBy(honest()),
        after: seenBy(honest()),
      },
      {
        "fitted on": "all rows",
        before: seenBy(leaking(others)),
        after: seenBy(leaking(changed)),
      },
    ],
    { title: `${names[0]} of the first test row, standardized` },
  );
}

/** What the text says in numbers. */
export function facts(stage: Stage) {
  const { X, y, names, widest } = samples(stage);
  const shares = sharesOfDistance(X).toSorted((one, other) => other - one);
  const topThree = shares
    .slice(0, 3)
    .reduce((sum, share) => sum + share, 0);
  const moved = rowsMoved(X, inThousands(X, widest)) / X.length;
  const raw = accuracyLeftOut(X, y);
  const scaled = accuracyLeftOut(X, y, StandardScaler);
  const { train, test } = split(stage);
  const accuracy = (rows: number[][]) =>
    testAccuracy(new StandardScaler().fit(rows), train, test);
  const gain = accuracy([...train.X, ...test.X]) - accuracy(train.X);
  return {
    title: stage.dataset.title,
    rows:
      X.length === stage.table.nRows
        ? `${X.length} rows`
        : `${X.length} of its ${stage.table.nRows.toLocaleString("en")} rows`,
    columns: names.length,
    widest: names[widest],
    widestShare: figure.percent(shares[0]),
    widestMin: Math.min(...X.map((row) => row[widest])),
    widestMax: Math.max(...X.map((row) => row[widest])),
    moved: figure.percent(moved),
    raw: raw.toFixed(3),
    scaled: scaled.toFixed(3),
    testRows: test.X.length,
    whoDecides: shares[0] > 0.75 ? 3 : topThree > 0.5 ? 2 : 1,
    unitMoves: moved > 0.5 ? 3 : moved > 0 ? 2 : 1,
    scalingHelps: scaled > raw + 0.005 ? 1 : scaled > raw - 0.005 ? 2 : 3,
    scoreTells: gain > 0.02 ? 1 : 2,
  };
}

// What the steps use.

type Part = { X: number[][]; y: string[] };
type AnyScaler = StandardScaler | MinMaxScaler;

/** The rows without gaps; of a large table every so-manieth, so that all distances are there in a moment. */
function samples({ table, dataset }: Stage) {
  const { target = [] } = dataset;
  const whole = table.withoutMissing([table.featureNames, target].flat());
  const most = Math.min(mostRows, mostNumbers / whole.featureNames.length);
  const step = Math.ceil(whole.nRows / most);
  const kept = Array.from(
    { length: Math.ceil(whole.nRows / step) },
    (_, i) => i * step,
  );
  const complete = whole.take(kept);
  const X = complete.matrix();
  const shares = sharesOfDistance(X);
  const widest = shares.indexOf(Math.max(...shares));
  return {
    X,
    y: complete.target(),
    names: [...complete.featureNames],
    widest,
  };
}

const mostRows = 600;
const mostNumbers = 200_000;

/** Every fourth row is kept for the test. */
function split(stage: Stage) {
  const { X, y, names } = samples(stage);
  const part = (isPart: (i: number) => boolean): Part => ({
    X: X.filter((_, i) => isPart(i)),
    y: y.filter((_, i) => isPart(i)),
  });
  return {
    names,
    train: part((i) => i % 4 !== 0),
    test: part((i) => i % 4 === 0),
  };
}

function byName(names: string[], X: number[][]): Record<string, number[]> {
  return Object.fromEntries(
    names.map((name, j) => [name, X.map((row) => row[j])]),
  );
}

function shareBars(names: string[], X: number[][], title: string) {
  const shares = sharesOfDistance(X);
  return figure.bars(
    names.map((label, j) => ({ label, value: shares[j] })),
    {
      title,
      xTitle: "part of the squared distance, over all pairs of rows",
      format: figure.percent,
    },
  );
}

/** Over all pairs of rows, a column's part of the squared distance is its part of all variance. */
function sharesOfDistance(X: number[][]): number[] {
  const { variance } = new StandardScaler().fit(X);
  const total = variance.reduce((sum, value) => sum + value, 0);
  return variance.map((value) => value / total);
}

/** The rows with one column in a unit a thousand times larger. */
function inThousands(X: number[][], j: number): number[][] {
  return X.map((row) => row.with(j, row[j] / 1000));
}

/** How many rows have another nearest row in the second table. */
function rowsMoved(X: number[][], other: number[][]): number {
  const before = nearestRows(X);
  return nearestRows(other).filter((nearest, i) => nearest !== before[i])
    .length;
}

/** For each row, the number of the row that lies nearest, itself apart. */
function nearestRows(X: number[][]): number[] {
  const model = new KNeighborsClassifier({ nNeighbors: 2 }).fit(
    X,
    X.map((_, i) => i),
  );
  return model
    .kneighbors(X)
    .indices.map(([first, second], i) => (first === i ? second : first));
}

/** On long tables, each of 200 parts is left out in turn. */
function accuracyLeftOut(
  X: number[][],
  y: string[],
  Scaler?: new () => AnyScaler,
): number {
  const model = () => new KNeighborsClassifier<string>({ nNeighbors: 5 });
  const makeEstimator = () =>
    Scaler
      ? new Pipeline<string>([
          ["scaler", new Scaler()],
          ["model", model()],
        ])
      : model();
  const folds = new KFold({ nSplits: Math.min(X.length, 200) }).split(
    X.length,
  );
  const perFold = crossValScore(makeEstimator, X, y, folds);
  const right = perFold.reduce(
    (sum, score, i) => sum + score * folds[i].test.length,
    0,
  );
  return right / X.length;
}

function testAccuracy(scaler: AnyScaler, train: Part, test: Part): number {
  const model = new KNeighborsClassifier<string>({ nNeighbors: 5 });
  model.fit(scaler.transform(train.X), train.y);
  return accuracyScore(test.y, model.predict(scaler.transform(test.X)));
}
