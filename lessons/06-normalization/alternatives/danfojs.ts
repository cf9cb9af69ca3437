/** With danfojs: a table in, series out; danfojs divides by n − 1, so the deviation is put right. */
import { DataFrame } from "danfojs-node";

export function fitStandardScaler(X: number[][]) {
  const columns = new DataFrame(X).T.values as number[][];
  const frame = new DataFrame(X);
  const mean = frame.mean({ axis: 0 }).values as number[];
  const scale = columns.map(
    (values, j) => Math.hypot(...values.map((value) => value - mean[j])) / Math.sqrt(values.length),
  );
  return { mean, scale: scale.map((value) => value || 1) };
}

export function standardize(scaler: { mean: number[]; scale: number[] }, X: number[][]) {
  return new DataFrame(X).sub(scaler.mean, { axis: 1 }).div(scaler.scale, { axis: 1 });
}

export function fitMinMaxScaler(X: number[][]) {
  const frame = new DataFrame(X);
  return { min: frame.min({ axis: 0 }).values, max: frame.max({ axis: 0 }).values };
}

export function rescale(scaler: { min: number[]; max: number[] }, X: number[][]) {
  const range = scaler.max.map((max, j) => max - scaler.min[j] || 1);
  return new DataFrame(X).sub(scaler.min, { axis: 1 }).div(range, { axis: 1 });
}
