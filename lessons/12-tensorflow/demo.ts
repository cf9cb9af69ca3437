import * as tf from "@tensorflow/tfjs-node";
import type { Stage } from "groundwork/data";
import * as figure from "groundwork/figures";
import { accuracyScore } from "groundwork/metrics";
import { KFold, takeRows } from "groundwork/model-selection";
import { KNeighborsClassifier } from "groundwork/neighbors";
import { StandardScaler } from "groundwork/preprocessing";

/** One row as a net is given it: a list of numbers, here laid out as a picture where it is one. */
export function oneRow(stage: Stage) {
  const { X, names, labels } = samples(stage);
  const title = `A row of class ${labels[0]}, as a net is given it`;
  const picture = pictureOf(X[0], names, title);
  if (picture) return picture;
  const cells = names.map((column, j) => ({ column, value: X[0][j] }));
  return figure.table(cells, { title });
}

/** The net of lesson 11, in layers. */
export function layers(stage: Stage) {
  const { names, classes } = samples(stage);
  const model = netOf(names.length, classes.length, { hidden });
  const rows = model.layers.map((layer) => ({
    layer: layer.getClassName(),
    units: Number(layer.outputShape.at(-1)),
    activation: String(layer.getConfig().activation),
    "numbers to learn": layer.countParams(),
  }));
  free(model);
  return figure.table(rows, { title: "A net with one hidden layer" });
}

/** The same net, the same rows, the same epochs, in three units. */
export async function units(stage: Stage) {
  const results = await accuracyInUnits(stage);
  return figure.bars(results, {
    title: `New rows named rightly after ${fewEpochs} epochs`,
    xTitle: "share of the rows that it has not learned from",
    format: figure.percent,
  });
}

/** One net, trained for long: its loss on the rows it learns from, and on those held out. */
export async function epochs(stage: Stage) {
  const { loss, valLoss } = await longTraining(stage);
  return figure.lossHistory(
    { train: loss, validation: valLoss },
    {
      title: "What is learned from falls on and on",
      yTitle: "loss, the mean of −ln p",
      yScale: "log",
      chosen: lowest(valLoss) + 1,
    },
  );
}

/** How many tensors are left after ten predictions? */
export function memory(stage: Stage) {
  const { X, names, classes } = samples(stage);
  const model = netOf(names.length, classes.length, { hidden });
  const ask = () => [model.predict(tf.tensor2d(X.slice(0, 5)))].flat();
  const tidied = () => tf.tidy(() => ask().map((each) => each.dataSync()));
  const rows = [ask, tidied].map((way, i) => {
    const before = tf.memory().numTensors;
    for (let times = 0; times < 10; times++) way();
    const left = tf.memory().numTensors - before;
    const name = i === 0 ? "as it comes" : "within tf.tidy";
    return { "ten predictions": name, "tensors left": left };
  });
  free(model);
  return figure.table(rows);
}

/** Every candidate in every fold of the training rows. */
export async function folds(stage: Stage) {
  const scores = await scoresInFolds(stage);
  return figure.table(
    Object.entries(scores).map(([candidate, inFolds]) => ({
      candidate,
      mean: meanOf(inFolds),
      lowest: Math.min(...inFolds),
      highest: Math.max(...inFolds),
    })),
    { title: "Accuracy in three folds of the training rows" },
  );
}

/** Eight nets that differ in their seed alone, after each of eight epochs: who wins, and what is the win worth? */
export async function luck(stage: Stage) {
  const { one, other } = await winners(stage);
  return figure.table(
    [
      { "chosen on": "a fifth of the training rows", ...one },
      { "chosen on": "another fifth", ...other },
    ],
    {
      title: "The best of 64: accuracy where it was chosen, and elsewhere",
    },
  );
}

/** The one that was chosen learns from all training rows, and meets the test rows. */
export async function oneLook(stage: Stage) {
  const { name, mean, accuracy, right, asked } = await finalResult(stage);
  return figure.table([
    {
      chosen: name,
      "mean over the folds": mean,
      "on the test rows": accuracy,
      "that is": `${right} of ${asked}`,
    },
  ]);
}

/** What the text says in numbers. */
export async function facts(stage: Stage) {
  const { X, names, classes, test, train, heldOut } = samples(stage);
  const { valLoss, loss } = await longTraining(stage);
  const best = lowest(valLoss);
  const [scaled, , large] = (await accuracyInUnits(stage)).map(
    ({ value }) => value,
  );
  const { one, other } = await winners(stage);
  const final = await finalResult(stage);
  const guess = commonShare(heldOut.y);
  const numbers =
    names.length * hidden +
    hidden +
    hidden * classes.length +
    classes.length;
  const shown = (value: number) => value.toFixed(3);
  return {
    title: stage.dataset.title,
    rows:
      X.length === stage.table.nRows
        ? `${X.length} rows`
        : `${X.length} of its ${stage.table.nRows.toLocaleString("en")} rows`,
    columns: names.length,
    classes: classes.length,
    nTrain: train.y.length,
    nTest: test.y.length,
    hidden,
    numbers: numbers.toLocaleString("en"),
    firstNumbers: (names.length * hidden + hidden).toLocaleString("en"),
    fewEpochs,
    manyEpochs,
    bestEpoch: best + 1,
    bestLoss: shown(valLoss[best]),
    lastLoss: shown(valLoss.at(-1) ?? 0),
    lastTrainLoss: shown(loss.at(-1) ?? 0),
    lowestWhen: best === manyEpochs - 1 ? 3 : best < manyEpochs / 2 ? 1 : 2,
    scaled: figure.percent(scaled),
    large: figure.percent(large),
    guess: figure.percent(guess),
    unitMatters: large > scaled - 0.05 ? 1 : large > guess + 0.1 ? 2 : 3,
    won: figure.percent(one.there),
    elsewhere: figure.percent(one.elsewhere),
    otherWon: figure.percent(other.there),
    otherElsewhere: figure.percent(other.elsewhere),
    worth: compared(one.elsewhere, one.there),
    chosen: final.name,
    accuracy: figure.percent(final.accuracy),
    mean: figure.percent(final.mean),
    ofRows: `${final.right} of ${final.asked}`,
  };
}

// What the steps use.

type Rows = { X: number[][]; y: number[] };
type Net = { hidden: number; seed?: number };

const hidden = 16;
const fewEpochs = 10;
const manyEpochs = 40;
const mostRows = 300;

/** A function that works each thing out once: the steps and the text share their numbers. */
function once<Value>(work: (stage: Stage) => Value) {
  const known = new WeakMap<Stage, Value>();
  return (stage: Stage): Value => {
    const value = known.get(stage) ?? work(stage);
    known.set(stage, value);
    return value;
  };
}

const samples = once(sampleOf);
const longTraining = once(trainLong);
const accuracyInUnits = once(tryUnits);
const scoresInFolds = once(tryCandidates);
const winners = once(tryLuck);
const finalResult = once(lookOnce);

/** Of a large table every so-manieth row; of those every fourth is kept for the test, and of the rest every fifth is held out. */
function sampleOf({ table }: Stage) {
  const { target = "" } = table.roles;
  const whole = table.withoutMissing([...table.featureNames, target]);
  const n = Math.min(whole.nRows, mostRows);
  const part = whole.take(
    numbersTo(n).map((k) => Math.floor((k * whole.nRows) / n)),
  );
  const labels = part.target();
  const classes = [...new Set(labels)].sort();
  const X = part.matrix();
  const all = {
    X,
    y: labels.map((label) => classes.indexOf(label)),
  };
  const isTest = (i: number) => i % 4 === 3;
  const train = where(all, (i) => !isTest(i));
  return {
    ...{ X, labels, classes, names: [...part.featureNames], train },
    test: where(all, isTest),
    learned: where(train, (i) => i % 5 !== 4),
    heldOut: where(train, (i) => i % 5 === 4),
  };
}

/** The numbers as shades in a square; undefined where the columns are no picture. */
function pictureOf(row: number[], names: string[], title: string) {
  const side = Math.sqrt(row.length);
  const isPicture = names.every((name) => /pixel/i.test(name));
  if (!isPicture || !Number.isInteger(side)) return undefined;
  const places = numbersTo(side);
  return figure.heatmap(
    places.map((i) => row.slice(i * side, (i + 1) * side)),
    {
      title,
      rows: places.map(String),
      columns: places.map(String),
      valueTitle: "number",
      showValues: side < 10,
    },
  );
}

function netOf(nFeatures: number, nClasses: number, net: Net) {
  const { hidden, seed = 1 } = net;
  const start = (at: number) => tf.initializers.glorotUniform({ seed: at });
  const model = tf.sequential({
    layers: [
      tf.layers.dense({
        inputShape: [nFeatures],
        units: hidden,
        activation: "relu",
        kernelInitializer: start(2 * seed),
      }),
      tf.layers.dense({
        units: nClasses,
        activation: "softmax",
        kernelInitializer: start(2 * seed + 1),
      }),
    ],
  });
  model.compile({
    optimizer: tf.train.adam(0.02),
    loss: "categoricalCrossentropy",
  });
  return model;
}

function free(model: tf.LayersModel): void {
  model.optimizer.dispose();
  model.dispose();
}

/** Trains a net, and asks after each epoch for the accuracy on each of some lists of rows. */
async function trained(
  { learned, heldOut, ...asked }: Record<string, Rows>,
  { epochs, nClasses, ...net }: Net & { epochs: number; nClasses: number },
) {
  const model = netOf(learned.X[0].length, nClasses, net);
  const tensorsOf = ({ X, y }: Rows): [tf.Tensor2D, tf.Tensor] => [
    tf.tensor2d(X),
    tf.oneHot(y, nClasses),
  ];
  const [X, Y] = tensorsOf(learned);
  const validation = heldOut ? tensorsOf(heldOut) : undefined;
  const accuracies: Record<string, number>[] = [];
  const { history } = await model.fit(X, Y, {
    ...{ epochs, batchSize: 32, shuffle: false, verbose: 0 },
    ...(validation ? { validationData: validation } : {}),
    callbacks: {
      onEpochEnd: async () => {
        const each = Object.entries(asked).map(([name, rows]) => [
          name,
          accuracyOf(model, rows),
        ]);
        accuracies.push(Object.fromEntries(each));
      },
    },
  });
  tf.dispose([X, Y, ...(validation ?? [])]);
  free(model);
  return {
    loss: history.loss.map(Number),
    valLoss: (history.val_loss ?? []).map(Number),
    accuracies,
  };
}

function accuracyOf(model: tf.LayersModel, { X, y }: Rows): number {
  const likeliest = tf.tidy(() => {
    const probabilities = [model.predict(tf.tensor2d(X))].flat()[0];
    return [...probabilities.argMax(1).dataSync()];
  });
  return accuracyScore(y, likeliest);
}

/** All rows on the scale of those learned from. */
function onOneScale(parts: Record<string, Rows>): Record<string, Rows> {
  const scaler = new StandardScaler().fit(parts.learned.X);
  return mapped(parts, ({ X, y }) => ({ X: scaler.transform(X), y }));
}

function trainLong(stage: Stage) {
  const { learned, heldOut, classes } = samples(stage);
  const net = { hidden, epochs: manyEpochs, nClasses: classes.length };
  return trained(onOneScale({ learned, heldOut }), net);
}

async function tryUnits(stage: Stage) {
  const { learned, heldOut, classes } = samples(stage);
  const parts = { learned, asked: heldOut };
  const times = (by: number) =>
    mapped(parts, ({ X, y }) => ({
      X: X.map((row) => row.map((value) => by * value)),
      y,
    }));
  const ways = {
    standardized: onOneScale(parts),
    "as they come": times(1),
    "in a unit 1000 times smaller": times(1000),
  };
  const net = { hidden, epochs: fewEpochs, nClasses: classes.length };
  const results: { label: string; value: number }[] = [];
  for (const [label, rows] of Object.entries(ways)) {
    const { accuracies } = await trained(rows, net);
    results.push({ label, value: accuracies.at(-1)?.asked ?? 0 });
  }
  return results;
}

const candidates = {
  "the most common class": { neighbours: mostRows },
  "nearest neighbour": { neighbours: 1 },
  "5 nearest neighbours": { neighbours: 5 },
  "net of 4": { hidden: 4 },
  "net of 16": { hidden: 16 },
};

/** How accurate a candidate is on some rows, when it has learned from others. */
async function score(
  name: string,
  parts: Record<string, Rows>,
  nClasses: number,
) {
  const candidate = Object.entries(candidates).find(
    ([each]) => each === name,
  )?.[1];
  const { learned, asked } = onOneScale(parts);
  if (candidate && "hidden" in candidate) {
    const inside = {
      learned: where(learned, (i) => i % 5 !== 4),
      heldOut: where(learned, (i) => i % 5 === 4),
      asked,
    };
    const net = { ...candidate, epochs: 12, nClasses };
    const { valLoss, accuracies } = await trained(inside, net);
    return accuracies[lowest(valLoss)].asked;
  }
  const nNeighbors = Math.min(candidate?.neighbours ?? 1, learned.y.length);
  const model = new KNeighborsClassifier<number>({ nNeighbors });
  model.fit(learned.X, learned.y);
  return accuracyScore(asked.y, model.predict(asked.X));
}

async function tryCandidates(stage: Stage) {
  const { train, classes } = samples(stage);
  const options = { nSplits: 3, shuffle: true, randomState: 0 };
  const folds = new KFold(options).split(train.y.length);
  const scores: Record<string, number[]> = {};
  for (const name of Object.keys(candidates)) {
    scores[name] = [];
    for (const fold of folds) {
      const parts = {
        learned: pick(train, fold.train),
        asked: pick(train, fold.test),
      };
      scores[name].push(await score(name, parts, classes.length));
    }
  }
  return scores;
}

async function tryLuck(stage: Stage) {
  const { train, classes } = samples(stage);
  const parts = onOneScale({
    learned: where(train, (i) => i % 5 > 1),
    first: where(train, (i) => i % 5 === 0),
    second: where(train, (i) => i % 5 === 1),
  });
  const all: Record<string, number>[] = [];
  for (let seed = 1; seed <= 8; seed++) {
    const net = { hidden: 4, epochs: 8, seed, nClasses: classes.length };
    all.push(...(await trained(parts, net)).accuracies);
  }
  const best = (chosenOn: string, judgedOn: string) => {
    const there = Math.max(...all.map((each) => each[chosenOn]));
    const tied = all.filter((each) => each[chosenOn] === there);
    return { there, elsewhere: meanOf(tied.map((each) => each[judgedOn])) };
  };
  return { one: best("first", "second"), other: best("second", "first") };
}

async function lookOnce(stage: Stage) {
  const { train, test, classes } = samples(stage);
  const scores = Object.entries(await scoresInFolds(stage));
  const means = scores.map(([, inFolds]) => meanOf(inFolds));
  const mean = Math.max(...means);
  const [name] = scores[means.indexOf(mean)];
  const parts = { learned: train, asked: test };
  const accuracy = await score(name, parts, classes.length);
  const asked = test.y.length;
  return {
    name,
    mean,
    accuracy,
    right: Math.round(accuracy * asked),
    asked,
  };
}

/** Whether the first is higher (1), about the same (2) or lower (3). */
function compared(one: number, other: number): number {
  if (one > other + 0.01) return 1;
  return one > other - 0.01 ? 2 : 3;
}

function commonShare(y: number[]): number {
  const counts = y.map(
    (label) => y.filter((other) => other === label).length,
  );
  return Math.max(...counts) / y.length;
}

function pick({ X, y }: Rows, rows: readonly number[]): Rows {
  return { X: takeRows(X, rows), y: takeRows(y, rows) };
}

/** Those rows of which the condition holds, by their place. */
function where(rows: Rows, isPart: (i: number) => boolean): Rows {
  return pick(rows, numbersTo(rows.y.length).filter(isPart));
}

function mapped(parts: Record<string, Rows>, change: (rows: Rows) => Rows) {
  return Object.fromEntries(
    Object.entries(parts).map(([name, rows]) => [name, change(rows)]),
  );
}

function lowest(values: number[]): number {
  return values.indexOf(Math.min(...values));
}

function numbersTo(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
