/**
 * One fit for each epoch, with the layers in a list, columns put between 0 and 1, and every row that was asked about counted alike: the folds'
 * rows together instead of a mean of means.
 */
import * as tf from "@tensorflow/tfjs-node";
import { type Fold, takeRows } from "groundwork/model-selection";
import { MinMaxScaler } from "groundwork/preprocessing";
import { Random } from "groundwork/random";

import {
  accuracyOf,
  type Candidate,
  freeModel,
  inspected,
  type Rows,
  type Shape,
  startingWeights,
  stepper,
  type Trained,
  type Training,
  watched,
} from "../solution.ts";

export function buildModel({ nFeatures, nClasses, hidden, seed }: Shape): tf.LayersModel {
  const kernelInitializer = tf.initializers.glorotNormal({ seed });
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ inputShape: [nFeatures], units: hidden, kernelInitializer }),
      tf.layers.reLU(),
      tf.layers.dense({ units: nClasses, kernelInitializer }),
      tf.layers.softmax(),
    ],
  });
  model.compile({ optimizer: stepper(), loss: "categoricalCrossentropy" });
  return model;
}

export async function chooseModel(candidates: Candidate[], X: number[][], y: number[], folds: Fold[]) {
  const right = new Map<string, number>();
  for (const { train, test } of folds) {
    const [learn, asked] = [train, test].map((rows) => ({ X: takeRows(X, rows), y: takeRows(y, rows) }));
    for (const candidate of candidates) {
      const count = (await accuracyOf(candidate, learn, asked)) * test.length;
      right.set(candidate.name, (right.get(candidate.name) ?? 0) + count);
    }
  }
  const [[name]] = [...right].sort(([, one], [, other]) => other - one);
  return name;
}

export async function testOnce(candidates: Candidate[], train: Rows, test: Rows, folds: Fold[]) {
  const name = await chooseModel(candidates, train.X, train.y, folds);
  const winner = candidates[candidates.findIndex((candidate) => candidate.name === name)];
  return { name, accuracy: await accuracyOf(winner, train, test) };
}

export async function trainModel(X: number[][], y: number[], training: Training): Promise<Trained> {
  const rows = new Random(training.seed + 7).shuffle([...X.keys()]);
  const cut = Math.floor(0.75 * rows.length);
  const scaler = new MinMaxScaler().fit(takeRows(X, rows.slice(0, cut)));
  const nClasses = y.reduce((one, other) => Math.max(one, other)) + 1;
  const model = buildModel({
    nFeatures: X[0].length,
    nClasses,
    hidden: training.hidden,
    seed: training.seed,
  });
  const inputs = tf.tensor2d(scaler.transform(takeRows(X, rows)));
  const targets = tf.oneHot(takeRows(y, rows), nClasses);
  const history: Trained["history"] = { loss: [], valLoss: [] };
  const snapshots: tf.Tensor[][] = [];
  let keptEpoch = 1;
  do {
    // The rows at the end are the ones held out: validationSplit takes the last rows.
    const { history: logs } = await model.fit(inputs, targets, {
      ...{ epochs: 1, shuffle: false, verbose: 0, validationSplit: 1 - (cut + 0.5) / rows.length },
    });
    history.loss.push(Number(logs.loss[0]));
    history.valLoss.push(Number(logs.val_loss[0]));
    snapshots.push(model.getWeights().map((weights) => tf.clone(weights)));
    keptEpoch = history.valLoss.indexOf(Math.min(...history.valLoss)) + 1;
  } while (snapshots.length < Math.min(training.epochs, keptEpoch + training.patience));
  model.setWeights(snapshots[keptEpoch - 1]);
  tf.dispose([inputs, targets, ...snapshots.flat()]);
  const predictProba = (asked: number[][]) =>
    tf.tidy(() => {
      const probabilities = model.predict(tf.tensor2d(scaler.transform(asked))) as tf.Tensor2D;
      return probabilities.arraySync();
    });
  return { history, keptEpoch, heldOut: rows.slice(cut), predictProba, dispose: () => freeModel(model) };
}

export const lookAt = (shape: Shape, X: number[][], y: number[]) => inspected(buildModel(shape), X, y);
export const startOf = (shape: Shape) => startingWeights(buildModel(shape));
export const tryOut = (X: number[][], y: number[], training: Training, asked: number[][][]) =>
  watched(() => trainModel(X, y, training), asked);
