/**
 * The slope of tanh is 1 − tanh(sum)², at the sum that went in. You have put in what came out, so that tanh is taken twice. What came out is
 * tanh(sum) already.
 * Next: call the hidden unit h. What is 1 − tanh(sum)², written with h?
 */
import { Matrix } from "ml-matrix";

import { forward, hiddenOf, type Net } from "../solution.ts";

export { forward, hiddenOf, loss, trainNet } from "../solution.ts";

export function backward(net: Net, X: number[][], y: number[]): Net {
  const H = hiddenOf(net, X);
  const dScores = new Matrix(
    forward(net, X).map((row, i) => row.map((p, k) => (p - (y[i] === k ? 1 : 0)) / y.length)),
  );
  const bend = new Matrix(H.to2DArray().map((row) => row.map((h) => 1 - Math.tanh(h) ** 2)));
  const dSums = dScores.mmul(new Matrix(net.W2).transpose()).mul(bend);
  return {
    W1: new Matrix(X).transpose().mmul(dSums).to2DArray(),
    b1: dSums.sum("column"),
    W2: H.transpose().mmul(dScores).to2DArray(),
    b2: dScores.sum("column"),
  };
}
