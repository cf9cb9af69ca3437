/** Parts taken one after the other from what is left, latest folds first and then turned round; functions as constants. */
import { type Fold, newModel, newScaler } from "../solution.ts";

const parts = (rows: number[], k: number): number[][] => {
  if (k === 1) return [rows];
  const size = Math.round(rows.length / k);
  return [rows.slice(0, size), ...parts(rows.slice(size), k - 1)];
};

const without = (rows: number[], left: number[]) => rows.filter((i) => !left.includes(i));

export const kFold = (nRows: number, k: number): Fold[] => {
  const rows = Array.from({ length: nRows }, (_, i) => i);
  return parts(rows, k).map((test) => ({ test, train: without(rows, test) }));
};

export const stratifiedKFold = (labels: string[], k: number): Fold[] => {
  const tests: number[][] = Array.from({ length: k }, () => []);
  for (const name of new Set(labels)) {
    const rows = labels.flatMap((label, i) => (label === name ? [i] : []));
    for (const [fold, part] of parts(rows, k).entries()) tests[fold].push(...part);
  }
  const rows = labels.map((_, i) => i);
  return tests.map((test) => ({ train: without(rows, test), test }));
};

export const timeSeriesSplit = (nRows: number, k: number): Fold[] => {
  const size = Math.floor(nRows / (k + 1));
  const upTo = (end: number, left: number): Fold[] => {
    if (left === 0) return [];
    const rows = Array.from({ length: end }, (_, i) => i);
    return [
      ...upTo(end - size, left - 1),
      { train: rows.slice(0, end - size), test: rows.slice(end - size) },
    ];
  };
  return upTo(nRows, k);
};

export const crossValidate = (X: number[][], y: string[], folds: Fold[]) => {
  const score = ({ train, test }: Fold) => {
    const scaler = newScaler();
    const rows = scaler.fitTransform(train.map((i) => X[i]));
    const model = newModel().fit(
      rows,
      train.map((i) => y[i]),
    );
    const right = test.filter((i) => model.predict(scaler.transform([X[i]]))[0] === y[i]);
    return right.length / test.length;
  };
  const scores = folds.map(score);
  const mean = scores.reduce((sum, value) => sum + value / scores.length, 0);
  return { scores, mean, std: Math.hypot(...scores.map((value) => value - mean)) / Math.sqrt(scores.length) };
};
