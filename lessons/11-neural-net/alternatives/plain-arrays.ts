/** Without a package: loops over arrays, one row after the other, gradients added up in place; a last, smaller batch is left out. */
import { Random } from "groundwork/random";

type Net = { W1: number[][]; b1: number[]; W2: number[][]; b2: number[] };
type Training = { hidden: number; learningRate: number; epochs: number; batchSize: number; seed: number };

export function forward(net: Net, X: number[][]) {
  return X.map((row) => softmax(scoresOf(net, hiddenOf(net, row))));
}

export function loss(net: Net, X: number[][], y: number[]) {
  let total = 0;
  for (const [i, row] of X.entries()) {
    const scores = scoresOf(net, hiddenOf(net, row));
    const largest = Math.max(...scores);
    // ln of the sum of powers, minus the own score: the probability is never written down.
    total +=
      largest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - largest), 0)) - scores[y[i]];
  }
  return total / X.length;
}

export function backward(net: Net, X: number[][], y: number[]) {
  const gradient: Net = {
    W1: net.W1.map((row) => row.map(() => 0)),
    b1: net.b1.map(() => 0),
    W2: net.W2.map((row) => row.map(() => 0)),
    b2: net.b2.map(() => 0),
  };
  for (const [i, row] of X.entries()) {
    const hidden = hiddenOf(net, row);
    const dScores = softmax(scoresOf(net, hidden));
    dScores[y[i]] -= 1;
    for (const [k, slope] of dScores.entries()) gradient.b2[k] += slope / X.length;
    for (const [j, h] of hidden.entries()) {
      let back = 0;
      for (const [k, slope] of dScores.entries()) {
        gradient.W2[j][k] += (h * slope) / X.length;
        back += net.W2[j][k] * slope;
      }
      const dSum = ((1 - h * h) * back) / X.length;
      gradient.b1[j] += dSum;
      for (const [f, value] of row.entries()) gradient.W1[f][j] += value * dSum;
    }
  }
  return gradient;
}

export function trainNet(X: number[][], y: number[], training: Training) {
  const random = new Random(training.seed);
  const uniform = (nRows: number, nColumns: number) =>
    Array.from({ length: nRows }, () => Array.from({ length: nColumns }, () => 2 * random.uniform() - 1));
  const nClasses = new Set(y).size;
  const net = {
    W1: uniform(X[0].length, training.hidden),
    b1: uniform(1, training.hidden)[0],
    W2: uniform(training.hidden, nClasses),
    b2: uniform(1, nClasses)[0],
  };
  const rows = [...X.keys()];
  for (let epoch = 0; epoch < training.epochs; epoch++) {
    const order = random.shuffle(rows);
    for (let end = training.batchSize; end <= order.length; end += training.batchSize) {
      const batch = order.slice(end - training.batchSize, end);
      const gradient = backward(
        net,
        batch.map((i) => X[i]),
        batch.map((i) => y[i]),
      );
      descend(net.W1, gradient.W1, training.learningRate);
      descend([net.b1, net.b2], [gradient.b1, gradient.b2], training.learningRate);
      descend(net.W2, gradient.W2, training.learningRate);
    }
  }
  return net;
}

function descend(weights: number[][], slopes: number[][], learningRate: number) {
  for (const [j, row] of slopes.entries()) {
    for (const [k, slope] of row.entries()) weights[j][k] -= learningRate * slope;
  }
}

function hiddenOf(net: Net, row: number[]) {
  return net.b1.map((bias, j) => Math.tanh(row.reduce((sum, value, f) => sum + value * net.W1[f][j], bias)));
}

function scoresOf(net: Net, hidden: number[]) {
  return net.b2.map((bias, k) => hidden.reduce((sum, h, j) => sum + h * net.W2[j][k], bias));
}

function softmax(scores: number[]) {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
