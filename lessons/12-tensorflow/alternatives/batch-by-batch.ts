/**
 * Batch by batch: a model of the functional kind, trained without fit. Columns are divided by their largest number, every sixth row is
 * held out, and of several best candidates the last wins.
 */
import * as tf from "@tensorflow/tfjs-node";
import { type Fold, takeRows } from "groundwork/model-selection";

import {
  accuracyOf,
  type Candidate,
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
  const start = (at: number) => tf.initializers.heUniform({ seed: 1000 * seed + at });
  const input = tf.input({ shape: [nFeatures] });
  const bent = tf.layers.dense({ units: hidden, activation: "relu", kernelInitializer: start(1) });
  const shares = tf.layers.dense({ units: nClasses, activation: "softmax", kernelInitializer: start(2) });
  const output = shares.apply(bent.apply(input)) as tf.SymbolicTensor;
  const model = tf.model({ inputs: input, outputs: output });
  model.compile({ optimizer: stepper(), loss: tf.metrics.categoricalCrossentropy, metrics: ["accuracy"] });
  return model;
}

export async function chooseModel(candidates: Candidate[], X: number[][], y: number[], folds: Fold[]) {
  const total = (scores: number[]) => scores.reduce((sum, score) => sum + score, 0);
  const part = (rows: readonly number[]): Rows => ({ X: takeRows(X, rows), y: takeRows(y, rows) });
  let best = { name: "", score: -1 };
  for (const candidate of candidates) {
    const scores = folds.map(({ train, test }) => accuracyOf(candidate, part(train), part(test)));
    const score = total(await Promise.all(scores));
    if (score >= best.score) best = { name: candidate.name, score };
  }
  return best.name;
}

export async function testOnce(candidates: Candidate[], train: Rows, test: Rows, folds: Fold[]) {
  const name = await chooseModel(candidates, train.X, train.y, folds);
  for (const candidate of candidates) {
    if (candidate.name === name) return { name, accuracy: await accuracyOf(candidate, train, test) };
  }
  throw new RangeError(`No candidate is called ${name}.`);
}

export async function trainModel(X: number[][], y: number[], training: Training): Promise<Trained> {
  const { hidden, epochs, patience, seed } = training;
  const numbers = X.map((_, i) => i);
  const heldOut = numbers.filter((i) => i % 6 === seed % 6);
  const learned = numbers.filter((i) => i % 6 !== seed % 6);
  const largest = X[0].map((_, j) => Math.max(...learned.map((i) => Math.abs(X[i][j]))) || 1);
  const scaled = (rows: number[][]) =>
    tf.tensor2d(rows.map((row) => row.map((value, j) => value / largest[j])));
  const nClasses = new Set(y).size;
  const model = buildModel({ nFeatures: largest.length, nClasses, hidden, seed });
  const tensors = (rows: number[]) => ({
    X: scaled(takeRows(X, rows)),
    Y: tf.oneHot(takeRows(y, rows), nClasses),
  });
  const batches = numbers
    .slice(0, Math.ceil(learned.length / 20))
    .map((k) => tensors(learned.slice(20 * k, 20 * k + 20)));
  const exam = tensors(heldOut);
  const history: Trained["history"] = { loss: [], valLoss: [] };
  let [keptEpoch, lowest] = [0, Number.POSITIVE_INFINITY];
  let weights: number[][] = [];
  for (let epoch = 1; epoch <= epochs && epoch - keptEpoch <= patience; epoch++) {
    const losses: number[] = [];
    for (const batch of batches) losses.push([await model.trainOnBatch(batch.X, batch.Y)].flat()[0]);
    history.loss.push(losses.reduce((sum, loss) => sum + loss, 0) / losses.length);
    const [measured, accuracy] = [model.evaluate(exam.X, exam.Y)].flat();
    const [valLoss] = measured.dataSync();
    tf.dispose([measured, accuracy]);
    history.valLoss.push(valLoss);
    if (valLoss >= lowest) continue;
    [keptEpoch, lowest] = [epoch, valLoss];
    weights = model.getWeights().map((part) => [...part.dataSync()]);
  }
  tf.tidy(() => model.setWeights(model.getWeights().map(({ shape }, i) => tf.tensor(weights[i], shape))));
  tf.dispose([batches, exam] as unknown as tf.TensorContainer);
  return {
    history,
    keptEpoch,
    heldOut,
    predictProba(rows) {
      const [asked] = [scaled(rows)];
      const answered = model.predict(asked) as tf.Tensor2D;
      const probabilities = answered.arraySync();
      tf.dispose([asked, answered]);
      return probabilities;
    },
    dispose() {
      model.optimizer.dispose();
      model.dispose();
    },
  };
}

export const lookAt = (shape: Shape, X: number[][], y: number[]) => inspected(buildModel(shape), X, y);
export const startOf = (shape: Shape) => startingWeights(buildModel(shape));
export const tryOut = (X: number[][], y: number[], training: Training, asked: number[][][]) =>
  watched(() => trainModel(X, y, training), asked);
