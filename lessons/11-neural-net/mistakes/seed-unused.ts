/**
 * Whatever the seed, you draw the same net. Whether a result is luck can only be seen from nets that were drawn differently.
 * Next: what does your Random begin with?
 */
import { Random } from "groundwork/random";

import { backward, drawWeights, type Net, type Training } from "../solution.ts";

export { backward, drawWeights, forward, hiddenOf, loss } from "../solution.ts";

export function trainNet(X: number[][], y: number[], training: Training): Net {
  const { hidden, learningRate, epochs, batchSize } = training;
  const random = new Random(0);
  const nClasses = Math.max(...y) + 1;
  const net: Net = {
    W1: drawWeights(X[0].length, hidden, random),
    b1: new Array(hidden).fill(0),
    W2: drawWeights(hidden, nClasses, random),
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
