/**
 * Your net begins with zeros. All hidden units then say 0, no score depends on them, and no slope reaches them: apart from b2, nothing
 * ever moves. Begun with any other number for all of them, they would move, but all in the same way.
 * Next: what has to differ between two hidden units for one of them to learn something else than the other?
 */
import { Random } from "groundwork/random";

import { backward, type Net, type Training } from "../solution.ts";

export { backward, drawWeights, forward, hiddenOf, loss } from "../solution.ts";

export function trainNet(X: number[][], y: number[], training: Training): Net {
  const { hidden, learningRate, epochs, batchSize, seed } = training;
  const random = new Random(seed);
  const nClasses = Math.max(...y) + 1;
  const net: Net = {
    W1: X[0].map(() => new Array(hidden).fill(0)),
    b1: new Array(hidden).fill(0),
    W2: Array.from({ length: hidden }, () => new Array(nClasses).fill(0)),
    b2: new Array(nClasses).fill(0),
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = random.shuffle([...X.keys()]);
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
