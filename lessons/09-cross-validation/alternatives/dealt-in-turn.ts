/** Rows dealt in turn, classes dealt one after the other without a break, and a pipeline that scales and votes. */
import { Pipeline } from "groundwork/pipeline";

import { type Fold, newModel, newScaler } from "../solution.ts";

function dealt(order: number[], k: number): Fold[] {
  const folds = Array.from({ length: k }, (): Fold => ({ train: [], test: [] }));
  order.forEach((row, turn) => {
    folds.forEach(({ train, test }, fold) => {
      (turn % k === fold ? test : train).push(row);
    });
  });
  return folds;
}

export function kFold(nRows: number, k: number): Fold[] {
  return dealt([...Array(nRows).keys()], k);
}

export function stratifiedKFold(labels: string[], k: number): Fold[] {
  const rows = [...labels.keys()];
  return dealt(
    [...new Set(labels)].flatMap((name) => rows.filter((i) => labels[i] === name)),
    k,
  );
}

export function timeSeriesSplit(nRows: number, k: number): Fold[] {
  const size = Math.floor(nRows / (k + 1));
  const folds: Fold[] = [];
  for (let end = nRows; folds.length < k; end -= size) {
    const rows = [...Array(end).keys()];
    folds.unshift({ test: rows.splice(end - size), train: rows });
  }
  return folds;
}

export function crossValidate(X: number[][], y: string[], folds: Fold[]) {
  const scores: number[] = [];
  for (const { train, test } of folds) {
    const model = new Pipeline<string>([
      ["scale", newScaler()],
      ["vote", newModel()],
    ]);
    model.fit(
      train.map((i) => X[i]),
      train.map((i) => y[i]),
    );
    const said = model.predict(test.map((i) => X[i]));
    scores.push(said.filter((label, i) => label === y[test[i]]).length / test.length);
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const meanSquare = scores.reduce((sum, score) => sum + score * score, 0) / scores.length;
  return { scores, mean, std: Math.sqrt(Math.max(0, meanSquare - mean * mean)) };
}
