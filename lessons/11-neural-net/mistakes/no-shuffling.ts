/**
 * You take the rows in the order in which they stand. Tables are often sorted: then the last steps of every epoch see a single class,
 * and the net leans towards it just before you look.
 * Next: how could each epoch take the rows in another order?
 */
import { Random } from "groundwork/random";

import { backward, drawWeights, type Net, type Training } from "../solution.ts";

export { backward, drawWeights, forward, hiddenOf, loss } from "../solution.ts";

export function trainNet(X: number[][], y: number[], training: Training): Net {
  const { hidden, learningRate, epochs, batchSize, seed } = training;
  const random = new Random(seed);
  const nClasses = Math.max(...y) + 1;
  const net: Net = {
    W1: drawWeights(X[0].length, hidden, random),
    b1: new Array(hidden).fill(0),
    W2: drawWeights(hidden, nClasses, random),
    b2: new Array(nClasses).fill(0),
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = [...X.keys()];
    for (let start = 0; start < order.length; start += batchSize) {
      const batch = order.slice(start, start + batchSize);
      const XBatch = batch.map((i) => X[i]);
      const yBatch = batch.map((i) => y[i]);
      step(net, backward(net, XBatch, yBatch), learningRate);
    }
  }
  return net;
}

function step(net: Net, gradient: Net, learningRate: number): void {
  for (const [weights, slopes] of pairs(net, gradient)) {
    for (const [k, slope] of slopes.entries()) weights[k] -= learningRate * slope;
  }
}

function pairs(net: Net, gradient: Net): [number[], number[]][] {
  const rows = ({ W1, b1, W2, b2 }: Net) => [...W1, b1, ...W2, b2];
  const slopes = rows(gradient);
  return rows(net).map((weights, j) => [weights, slopes[j]]);
}
