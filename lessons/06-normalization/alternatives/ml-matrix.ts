/** With ml-matrix: statistics by column, and whole-matrix arithmetic on copies. */
import { Matrix } from "ml-matrix";

export function fitStandardScaler(X: number[][]) {
  const matrix = new Matrix(X);
  const mean = matrix.mean("column");
  const scale = matrix.standardDeviation("column", { mean, unbiased: false });
  return { mean, scale: scale.map((value) => value || 1) };
}

export function standardize(scaler: { mean: number[]; scale: number[] }, X: number[][]) {
  return new Matrix(X).subRowVector(scaler.mean).divRowVector(scaler.scale);
}

export function fitMinMaxScaler(X: number[][]) {
  const matrix = new Matrix(X);
  return { min: matrix.min("column"), max: matrix.max("column") };
}

export function rescale(scaler: { min: number[]; max: number[] }, X: number[][]) {
  const range = scaler.max.map((max, j) => max - scaler.min[j] || 1);
  return new Matrix(X).subRowVector(scaler.min).divRowVector(range);
}
