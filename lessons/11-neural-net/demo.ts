import type { Stage, Table } from "groundwork/data";
import { DummyClassifier } from "groundwork/dummy";
import * as figure from "groundwork/figures";
import { LogisticRegression } from "groundwork/linear-model";
import {
  crossValScore,
  type Fold,
  GroupKFold,
  KFold,
  type Scorable,
} from "groundwork/model-selection";
import { MLPClassifier } from "groundwork/neural-network";
import { Pipeline } from "groundwork/pipeline";
import { StandardScaler } from "groundwork/preprocessing";
import { Random } from "groundwork/random";

/** Two hundred points on two arms; each arm is a class. */
export function twoSpirals() {
  const { X, y } = spirals();
  return figure.scatter(
    { x: columnOf(X, 0), y: columnOf(X, 1), group: y },
    { title: "Which arm is it?", ...axes, equalAxes: true },
  );
}

/** What training makes of one straight line. */
export function straightLine() {
  const { X, y } = spirals();
  return regions(
    new LogisticRegression<string>().fit(X, y),
    "A straight line cuts across both arms",
  );
}

/** Two hidden units and what comes of adding them up. */
export function bends() {
  const x = Array.from({ length: 61 }, (_, i) => (i - 30) / 10);
  const one = x.map((value) => Math.tanh(3 * value + 3));
  const other = x.map((value) => -Math.tanh(3 * value - 3));
  const sum = x.map((_, i) => one[i] + other[i]);
  return figure.line(
    [
      { name: "one", x, y: one },
      { name: "other", x, y: other },
      { name: "their sum", x, y: sum },
    ],
    {
      title: "Two bends make a hill",
      xTitle: "a feature",
      yTitle: "what comes out",
    },
  );
}

/** One row of class 1 with the feature 2; one weight w; the score is tanh(2w). */
export function oneSlope() {
  const w = 0.3;
  const probability = (weight: number) =>
    1 / (1 + Math.exp(-Math.tanh(2 * weight)));
  const loss = (weight: number) => -Math.log(probability(weight));
  const byChainRule =
    (probability(w) - 1) * (1 - Math.tanh(2 * w) ** 2) * 2;
  return figure.table(
    [0.1, 0.01, 0.001, 0.0001].map((step) => ({
      step: String(step),
      "one side": ((loss(w + step) - loss(w)) / step).toFixed(7),
      "both sides": (
        (loss(w + step) - loss(w - step)) /
        (2 * step)
      ).toFixed(7),
      "chain rule": byChainRule.toFixed(7),
    })),
    { title: "The slope of the loss at w = 0.3" },
  );
}

/** The same net and the same rows, with steps of three lengths. */
export function stepLengths() {
  const { X, y } = spirals();
  const curves = stepSizes.map((learningRateInit) => {
    const { lossCurve } = net({ learningRateInit }).fit(X, y);
    const x = lossCurve.map((_, epoch) => epoch + 1);
    return { name: `steps of ${learningRateInit}`, x, y: lossCurve };
  });
  return figure.line(curves, {
    title: "Too short, about right, too long",
    xTitle: "epoch",
    yTitle: "loss",
    yScale: "log",
  });
}

/** The same walk, with the rows in a new order each time and with one arm always after the other. */
export function sortedRows() {
  const { X, y } = spirals();
  const curves = [true, false].map((shuffle) => {
    const { lossCurve } = net({ shuffle, batchSize: 5 }).fit(X, y);
    const name = shuffle ? "in a new order" : "one arm after the other";
    return { name, x: lossCurve.map((_, i) => i + 1), y: lossCurve };
  });
  return figure.line(curves, {
    title: "The order of the rows, epoch by epoch",
    xTitle: "epoch",
    yTitle: "loss",
    yScale: "log",
  });
}

/** What the net says everywhere, early in its training and at its end. */
export function bentLine() {
  const { X, y } = spirals();
  return [10, epochs].map((maxIter) =>
    regions(
      net({ maxIter }).fit(X, y),
      `The same net after ${maxIter} epochs`,
    ),
  );
}

/** Four models on the data, each tested five times on rows that it has not seen. */
export function onTheData(stage: Stage) {
  const scores = accuracies(stage);
  return figure.table(
    Object.entries(scores).map(([model, accuracy]) => ({
      model,
      accuracy,
    })),
    { title: "How many new rows are right" },
  );
}

/** What the text says in numbers. */
export function facts(stage: Stage) {
  const { X, y } = spirals();
  const scores = accuracies(stage);
  const straight = scores["straight lines, scaled"];
  const bent = scores["net, scaled"];
  const { nRows, featureNames } = stage.table;
  const data = samples(stage);
  return {
    points: y.length,
    line: figure.percent(new LogisticRegression().fit(X, y).score(X, y)),
    bestLine: figure.percent(bestLine()),
    bent: figure.percent(net().fit(X, y).score(X, y)),
    hidden,
    epochs,
    shortest: stepSizes[0],
    middle: stepSizes[1],
    longest: stepSizes[2],
    title: stage.dataset.title,
    rows: partOf(data.y.length, nRows, "rows"),
    columns: partOf(data.names.length, featureNames.length, "columns"),
    classes: new Set(data.y).size,
    guess: figure.percent(scores["most frequent class"]),
    straight: figure.percent(straight),
    raw: figure.percent(scores["net, columns as they come"]),
    scaled: figure.percent(bent),
    netHelps: bent > straight + 0.02 ? 1 : bent > straight - 0.02 ? 2 : 3,
  };
}

// What the steps use.

type Samples = ReturnType<typeof readSamples>;
type Accuracies = ReturnType<typeof readAccuracies>;

const axes = { xTitle: "across", yTitle: "up" };
const hidden = 12;
const epochs = 200;
const stepSizes = [0.003, 0.1, 10] as const;

/** Two arms that turn around each other, a little shaken. */
function spirals(): { X: number[][]; y: string[] } {
  const random = new Random(11);
  const points = Array.from({ length: 200 }, (_, i) => {
    const arm = i < 100 ? 0 : 1;
    const radius = 0.6 + (2.4 * (i % 100)) / 100;
    const angle = 0.8 * Math.PI * radius + arm * Math.PI;
    const [across, up] = [Math.cos(angle), Math.sin(angle)];
    const place = [across, up].map(
      (part) => radius * part + random.normal(0, 0.2),
    );
    return { place, arm: arm === 0 ? "one arm" : "other arm" };
  });
  return {
    X: points.map(({ place }) => place),
    y: points.map(({ arm }) => arm),
  };
}

/** The largest share of the points that a straight line gets right: in each of 360 directions, every place is tried. */
function bestLine(): number {
  const { X, y } = spirals();
  const rights = Array.from({ length: 360 }, (_, degree) => {
    const turn = (degree * Math.PI) / 180;
    const along = X.map(
      ([x, up]) => x * Math.cos(turn) + up * Math.sin(turn),
    );
    const order = [...along.keys()].sort((i, j) => along[i] - along[j]);
    let right = y.filter((arm) => arm === "other arm").length;
    return Math.max(
      ...order.map((i) => {
        right += y[i] === "one arm" ? 1 : -1;
        return right;
      }),
    );
  });
  return Math.max(...rights) / y.length;
}

/** Plain steps against the gradient, as in the exercise. */
function net(options: ConstructorParameters<typeof MLPClassifier>[0] = {}) {
  return new MLPClassifier<string>({
    hiddenLayerSizes: [hidden],
    activation: "tanh",
    solver: "sgd",
    momentum: 0,
    nesterovsMomentum: false,
    alpha: 0,
    batchSize: 10,
    learningRateInit: stepSizes[1],
    maxIter: epochs,
    tol: 0,
    nIterNoChange: epochs,
    randomState: 1,
    ...options,
  });
}

interface Classifier {
  readonly classes: readonly string[];
  predictProba(X: number[][]): number[][];
}

function regions(model: Classifier, title: string) {
  const { X, y } = spirals();
  return figure.decisionBoundary(
    {
      x: columnOf(X, 0),
      y: columnOf(X, 1),
      group: y,
      classes: model.classes,
      predictProba: (places) => model.predictProba(places),
    },
    { title, ...axes },
  );
}

function columnOf(X: number[][], j: number): number[] {
  return X.map((row) => row[j]);
}

const mostRows = 400;
const mostColumns = 64;

/** A table of hundreds of columns takes a moment to read, and models to train: the text and the steps share both. */
const read = new WeakMap<Table, Samples>();
const scored = new WeakMap<Table, Accuracies>();

function samples({ table }: Stage): Samples {
  const known = read.get(table) ?? readSamples(table);
  read.set(table, known);
  return known;
}

function accuracies(stage: Stage): Accuracies {
  const known = scored.get(stage.table) ?? readAccuracies(samples(stage));
  scored.set(stage.table, known);
  return known;
}

/** Rows without gaps; of a large table rows and columns from all over it. */
function readSamples(table: Table) {
  const { target = "", groups = [] } = table.roles;
  const names = everySoMany([...table.featureNames], mostColumns);
  const spread = table.take(everySoMany(rowsOf(table), 2 * mostRows));
  const whole = spread.withoutMissing([...names, target]);
  const part = whole.take(everySoMany(rowsOf(whole), mostRows));
  return {
    X: part.matrix(names),
    y: part.target(),
    names,
    folds: foldsOf(part, groups),
  };
}

/** Five folds; rows that belong together stay together. */
function foldsOf(table: Table, names: readonly string[]): Fold[] {
  const columns = names.map((name) => table.column(name).values);
  const groups = rowsOf(table).map((i) =>
    columns.map((values) => String(values[i])).join("\n"),
  );
  const nSplits = 5;
  return new Set(groups).size >= nSplits
    ? new GroupKFold({ nSplits }).split(groups)
    : new KFold({ nSplits, shuffle: true, randomState: 11 }).split(
        table.nRows,
      );
}

function readAccuracies({ X, y, folds }: Samples) {
  const scaled = (
    model: LogisticRegression<string> | MLPClassifier<string>,
  ) =>
    new Pipeline<string>([
      ["scaler", new StandardScaler()],
      ["model", model],
    ]);
  const maxIter = 40;
  const mean = (makeModel: () => Scorable<string>) => {
    const scores = crossValScore(makeModel, X, y, folds);
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };
  return {
    "most frequent class": mean(() => new DummyClassifier()),
    "straight lines, scaled": mean(() =>
      scaled(new LogisticRegression<string>()),
    ),
    "net, columns as they come": mean(() => net({ maxIter })),
    "net, scaled": mean(() => scaled(net({ maxIter }))),
  };
}

function rowsOf(table: Table): number[] {
  return [...Array(table.nRows).keys()];
}

function everySoMany<T>(values: T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(values.length / most));
  return values.filter((_, i) => i % step === 0);
}

function partOf(part: number, all: number, things: string): string {
  const [some, whole] = [part, all].map((n) => n.toLocaleString("en"));
  return part === all
    ? `${all} ${things}`
    : `${some} of ${whole} ${things}`;
}
