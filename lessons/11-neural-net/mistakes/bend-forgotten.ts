/**
 * On the way back you pass the hidden units as if they were straight lines. Where tanh is nearly flat, a weight before it hardly matters, and
 * its slope must say so.
 * Next: a hidden unit stands at 0.999. By how much can it still grow?
 */
import { Matrix } from "ml-matrix";

import { forward, hiddenOf, type Net } from "../solution.ts";

export { forward, hiddenOf, loss, trainNet } from "../solution.ts";

export function backward(net: Net, X: number[][], y: number[]): Net {
  const H = hiddenOf(net, X);
  const dScores = new Matrix(
    forward(net, X).map((row, i) => row.map((p, k) => (p - (y[i] === k ? 1 : 0)) / y.length)),
  );
  const dSums = dScores.mmul(new Matrix(net.W2).transpose());
  return {
    W1: new Matrix(X).transpose().mmul(dSums).to2DArray(),
    b1: dSums.sum("column"),
    W2: H.transpose().mmul(dScores).to2DArray(),
    b2: dScores.sum("column"),
  };
}
