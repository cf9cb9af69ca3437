// Put your code where it says "Not written yet". Everything else here is yours to use and to change.
// Save, then have it graded: npm run grade 12

import * as tf from "@tensorflow/tfjs-node";
import { accuracyScore } from "groundwork/metrics";
import { type Fold } from "groundwork/model-selection";
import { KNeighborsClassifier } from "groundwork/neighbors";
import { StandardScaler } from "groundwork/preprocessing";
import { Random } from "groundwork/random";

/** How large a net is, and the seed of the weights that it begins with: 1 or more, since some parts of TensorFlow.js take 0 for none. */
export interface Shape {
  nFeatures: number;
  nClasses: number;
  /** How many hidden units. */
  hidden: number;
  seed: number;
}

/** How to train a net. */
export interface Training {
  hidden: number;
  /** How often each row is used, at most. */
  epochs: number;
  /** How many epochs in a row may bring nothing before training ends; at least 1. */
  patience: number;
  /** Decides all that is drawn at random; 1 or more. */
  seed: number;
}

/** Rows and their classes, numbered from 0. */
export interface Rows {
  X: number[][];
  y: number[];
}

/** Something to choose from: a net, or so many nearest neighbours. With more neighbours than rows, the most common class wins. */
export type Candidate = { name: string; net: Training } | { name: string; neighbours: number };

/** A net that was trained. */
export interface Trained {
  /** The loss after each epoch, on the rows learned from and on those held out: as many numbers as epochs were run. */
  history: { loss: number[]; valLoss: number[] };
  /** The epoch whose weights the net has now, counted from 1. */
  keptEpoch: number;
  /** The numbers of the rows held out. */
  heldOut: number[];
  /** How probable each class is for each row, `[nSamples, nClasses]`; X in the unit that it was trained with. */
  predictProba(X: number[][]): number[][];
  /** Gives all memory back; the net is not used after that. */
  dispose(): void;
}

/** Weights to begin with; the seed decides them. Yours to use. */
export function drawnBy(seed: number) {
  return tf.initializers.glorotUniform({ seed });
}

/** The optimizer: how far each step goes. Yours to use, a new one for each model. */
export function stepper(): tf.Optimizer {
  return tf.train.adam(0.02);
}

/**
 * Builds a net with one hidden layer, ready to be trained, and compiles it.
 *
 * Both layers are dense: `hidden` units with relu, then a unit for each class with softmax. Its loss compares those probabilities
 * with the class as a one-hot row (0, 1, 0 for class 1 of three): the mean of −ln p, as in lesson 11. The seed decides the weights
 * it begins with, by `drawnBy(seed)` in the first layer and `drawnBy(seed + 1)` in the second.
 */
export function buildModel({ nFeatures, nClasses, hidden, seed }: Shape): tf.LayersModel {
  throw new Error("Not written yet: buildModel");
}

/** Trains a candidate on some rows, and gives the share of other rows that it names rightly. Yours to use. */
export async function accuracyOf(candidate: Candidate, learn: Rows, asked: Rows): Promise<number> {
  if ("net" in candidate) {
    const net = await trainModel(learn.X, learn.y, candidate.net);
    const guesses = net.predictProba(asked.X).map((row) => row.indexOf(Math.max(...row)));
    net.dispose();
    return accuracyScore(asked.y, guesses);
  }
  const scaler = new StandardScaler().fit(learn.X);
  const nNeighbors = Math.min(candidate.neighbours, learn.X.length);
  const model = new KNeighborsClassifier<number>({ nNeighbors }).fit(scaler.transform(learn.X), learn.y);
  return accuracyScore(asked.y, model.predict(scaler.transform(asked.X)));
}

/**
 * Names the candidate that does best: the one with the highest accuracy, as a mean over the folds.
 *
 * In each fold a candidate learns from the rows `fold.train` of X and y, and is asked about the rows `fold.test`. Where some do equally
 * well, any of them will do.
 */
export async function chooseModel(
  candidates: Candidate[],
  X: number[][],
  y: number[],
  folds: Fold[],
): Promise<string> {
  throw new Error("Not written yet: chooseModel");
}

/**
 * Chooses among the candidates, then looks at the test rows once: how accurate is the one that was chosen?
 *
 * The folds are of the training rows. Whoever is chosen learns anew from all training rows, and `accuracy` is its accuracy on the
 * test rows.
 */
export async function testOnce(
  candidates: Candidate[],
  train: Rows,
  test: Rows,
  folds: Fold[],
): Promise<{ name: string; accuracy: number }> {
  throw new Error("Not written yet: testOnce");
}

/** Which rows are learned from, in which order, and which fifth is held out; the seed decides. Yours to use. */
export function holdOut(nRows: number, seed: number): { learned: number[]; heldOut: number[] } {
  const rows = new Random(seed).shuffle(Array.from({ length: nRows }, (_, i) => i));
  const nHeldOut = Math.ceil(nRows / 5);
  return { learned: rows.slice(nHeldOut), heldOut: rows.slice(0, nHeldOut) };
}

/** How many rows a step looks at. Yours to use. */
export const batchSize = 32;

/**
 * Trains a net on some of the rows, and lets the others say when to stop. There are as many classes as the largest number in y says.
 *
 * - `holdOut` says which rows are which. Those held out have one use: after each epoch the loss on them is measured, `valLoss`.
 * - X may be in any unit, 0 to 1 as well as 0 to 255. Put it on a scale learned from the rows learned from, and what `predictProba` is
 *   asked later on the same one.
 * - Use `batchSize`, and `shuffle: false`: the shuffling of `model.fit` takes no seed, and `holdOut` has shuffled already.
 * - Training ends after `epochs` epochs, or as soon as `patience` epochs in a row have brought no loss on the rows held out that is lower
 *   than all before. The net then gets the weights back that it had after the epoch with the lowest one.
 * - Once it has been disposed of, no tensor is left of all that was made here, nor of what `predictProba` made.
 */
export async function trainModel(X: number[][], y: number[], training: Training): Promise<Trained> {
  throw new Error("Not written yet: trainModel");
}

/** Gives back the memory of a model's weights and of its optimizer. Yours to use. */
export function freeModel(model: tf.LayersModel): void {
  model.optimizer.dispose();
  model.dispose();
}

// Through the rest the checks look at your functions. Leave it as it is.

/** What your model makes of some rows when all its weights are fixed numbers: nothing is left to chance. */
export function lookAt(shape: Shape, X: number[][], y: number[]) {
  return inspected(buildModel(shape), X, y);
}

/** The weights that your model begins with, a list for each part of a layer. */
export function startOf(shape: Shape): number[][] {
  return startingWeights(buildModel(shape));
}

/** Trains, asks about rows as often as there are lists of them, disposes, and counts the tensors that are left. */
export function tryOut(X: number[][], y: number[], training: Training, asked: number[][][]) {
  return watched(() => trainModel(X, y, training), asked);
}

export function inspected(model: tf.LayersModel, X: number[][], y: number[]) {
  const fixed = model.getWeights().map(({ shape, size }, i) =>
    tf.tensor(
      Array.from({ length: size }, (_, k) => Math.sin(1 + i + 1.7 * k)),
      shape,
    ),
  );
  model.setWeights(fixed);
  const [rows, classes] = [tf.tensor2d(X), tf.oneHot(y, model.outputShape.at(-1) as number)];
  const probabilities = model.predict(rows) as tf.Tensor2D;
  const loss = [model.evaluate(rows, classes, { verbose: 0 })].flat();
  const seen = { probabilities: probabilities.arraySync(), loss: loss[0].dataSync()[0] };
  tf.dispose([fixed, rows, classes, probabilities, loss]);
  freeModel(model);
  return seen;
}

export function startingWeights(model: tf.LayersModel): number[][] {
  const weights = model.getWeights().map((part) => [...part.dataSync()]);
  freeModel(model);
  return weights;
}

export async function watched(train: () => Promise<Trained>, asked: number[][][]) {
  const before = tf.memory().numTensors;
  const net = await train();
  const { history, keptEpoch, heldOut } = net;
  const probabilities: number[][][] = [];
  for (const rows of asked) probabilities.push(await net.predictProba(rows));
  net.dispose();
  return { history, keptEpoch, heldOut, probabilities, tensorsLeft: tf.memory().numTensors - before };
}
