/**
 * Your net learns from the rows held out too. The loss on them falls as long as the loss on all the others does, for the same reason, and
 * says nothing any more about when to stop.
 * Next: which rows go into fit as its first two arguments, and which as its validation data?
 */
import * as tf from "@tensorflow/tfjs-node";
import { takeRows } from "groundwork/model-selection";
import { StandardScaler } from "groundwork/preprocessing";

import {
  batchSize,
  buildModel,
  freeModel,
  holdOut,
  type Trained,
  type Training,
  watched,
} from "../solution.ts";

export { buildModel, chooseModel, lookAt, startOf, testOnce } from "../solution.ts";

export async function trainModel(X: number[][], y: number[], training: Training): Promise<Trained> {
  const { hidden, epochs, patience, seed } = training;
  const { learned, heldOut } = holdOut(X.length, seed);
  const nClasses = Math.max(...y) + 1;
  const scaler = new StandardScaler().fit(takeRows(X, learned));
  const tensorsOf = (rows: number[]): [tf.Tensor, tf.Tensor] => [
    tf.tensor2d(scaler.transform(takeRows(X, rows))),
    tf.oneHot(takeRows(y, rows), nClasses),
  ];
  const [XLearned, YLearned] = tensorsOf([...learned, ...heldOut]);
  const validationData = tensorsOf(heldOut);
  const model = buildModel({ nFeatures: X[0].length, nClasses, hidden, seed });
  const history = { loss: [] as number[], valLoss: [] as number[] };
  let keptEpoch = 0;
  let kept: tf.Tensor[] = [];
  const onEpochEnd = async (_: number, logs: tf.Logs = {}) => {
    const isLowest = history.valLoss.every((before) => logs.val_loss < before);
    history.loss.push(logs.loss);
    history.valLoss.push(logs.val_loss);
    if (isLowest) {
      keptEpoch = history.valLoss.length;
      tf.dispose(kept);
      kept = model.getWeights().map((weights) => weights.clone());
    }
    model.stopTraining = history.valLoss.length - keptEpoch >= patience;
  };
  await model.fit(XLearned, YLearned, {
    ...{ epochs, batchSize, shuffle: false, verbose: 0, validationData },
    callbacks: { onEpochEnd },
  });
  model.setWeights(kept);
  tf.dispose([XLearned, YLearned, validationData, kept]);
  return {
    ...{ history, keptEpoch, heldOut },
    predictProba: (rows) =>
      tf.tidy(() => (model.predict(tf.tensor2d(scaler.transform(rows))) as tf.Tensor2D).arraySync()),
    dispose: () => freeModel(model),
  };
}

export function tryOut(X: number[][], y: number[], training: Training, asked: number[][][]) {
  return watched(() => trainModel(X, y, training), asked);
}
