/** Shuffled rows in typed arrays, larger parts first; the rows of a class cut one by one; the summary with ml-matrix. */

import { Random } from "groundwork/random";
import { Matrix } from "ml-matrix";

import { type Fold, newModel, newScaler } from "../solution.ts";

function cut(order: number[], k: number): number[][] {
  const larger = order.length % k;
  const size = Math.floor(order.length / k);
  const rest = [...order];
  return Array.from({ length: k }, (_, part) => rest.splice(0, part < larger ? size + 1 : size));
}

function foldsOf(tests: number[][]) {
  return tests.map((test, fold) => ({
    train: Int32Array.from(tests.filter((_, part) => part !== fold).flat()),
    test: Int32Array.from(test),
  }));
}

export function kFold(nRows: number, k: number) {
  return foldsOf(cut(new Random(1).shuffle([...Array(nRows).keys()]), k));
}

export function stratifiedKFold(labels: string[], k: number) {
  const byClass = new Map<string, number[]>();
  labels.forEach((label, i) => {
    byClass.set(label, [...(byClass.get(label) ?? []), i]);
  });
  const parts = [...byClass.values()].map((rows) => cut(new Random(2).shuffle(rows), k).reverse());
  return foldsOf(Array.from({ length: k }, (_, fold) => parts.flatMap((part) => part[fold])));
}

export async function timeSeriesSplit(nRows: number, k: number) {
  const size = Math.floor(nRows / (k + 1));
  const rows = Int32Array.from({ length: nRows }, (_, i) => i);
  const first = nRows - k * size;
  return Array.from({ length: k }, (_, fold) => ({
    train: rows.slice(0, first + fold * size),
    test: rows.slice(first + fold * size, first + (fold + 1) * size),
  }));
}

export function crossValidate(X: number[][], y: string[], folds: Fold[]) {
  const all = new Matrix(X);
  const columns = X[0].map((_, j) => j);
  const scores = folds.map(({ train, test }) => {
    const XTrain = all.subMatrixRow(train).subMatrixColumn(columns).to2DArray();
    const scaler = newScaler().fit(XTrain);
    const model = newModel().fit(
      scaler.transform(XTrain),
      train.map((i) => y[i]),
    );
    return model.score(
      scaler.transform(all.subMatrixRow(test).to2DArray()),
      test.map((i) => y[i]),
    );
  });
  const vector = Matrix.rowVector(scores);
  return { scores, mean: vector.mean(), std: vector.standardDeviation("row", { unbiased: false })[0] };
}
