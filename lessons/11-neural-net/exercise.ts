// Put your code where it says "Not written yet". Everything else here is yours to use and to change.
// Save, then have it graded: npm run grade 11

import { Random } from "groundwork/random";
import { Matrix } from "ml-matrix";

/** A net with one hidden layer. */
export interface Net {
  /** From each feature to each hidden unit, `[nFeatures, hidden]`. */
  W1: number[][];
  /** One number for each hidden unit. */
  b1: number[];
  /** From each hidden unit to each class, `[hidden, nClasses]`. */
  W2: number[][];
  /** One number for each class. */
  b2: number[];
}

/** How to train. */
export interface Training {
  /** How many hidden units. */
  hidden: number;
  /** How far a step goes, as a multiple of the gradient. */
  learningRate: number;
  /** How often every row is used; with 0, the net stays as it was drawn. */
  epochs: number;
  /** How many rows a step looks at. */
  batchSize: number;
  /** Decides everything that is drawn at random. */
  seed: number;
}

/** What the hidden units make of each row, tanh(X · W1 + b1), `[nSamples, hidden]`. Yours to use, and to learn ml-matrix from. */
export function hiddenOf(net: Net, X: number[][]): Matrix {
  const sums = new Matrix(X).mmul(new Matrix(net.W1)).addRowVector(net.b1);
  return sums.apply((i, j) => sums.set(i, j, Math.tanh(sums.get(i, j))));
}

/** Small random weights: the more rows they have, the smaller. Yours to use. */
export function drawWeights(nRows: number, nColumns: number, random: Random): number[][] {
  const deviation = 1 / Math.sqrt(nRows);
  return Array.from({ length: nRows }, () =>
    Array.from({ length: nColumns }, () => random.normal(0, deviation)),
  );
}

/**
 * How probable each class is for each row: softmax of the scores H · W2 + b2, where H is what hiddenOf gives.
 *
 * Scores may be as large as 1000 or as small as −1000: no probability may become NaN.
 */
export function forward(net: Net, X: number[][]): number[][] {
  throw new Error("Not written yet: forward");
}

/** The mean, over the rows, of −ln p, where p is the probability of the row's own class; y holds class numbers from 0. */
export function loss(net: Net, X: number[][], y: number[]): number {
  throw new Error("Not written yet: loss");
}

/** The gradient of the loss: for every number in the net, how fast the loss grows when that number does. */
export function backward(net: Net, X: number[][], y: number[]): Net {
  throw new Error("Not written yet: backward");
}

/**
 * Draws a net at random, then walks downhill: in each epoch all rows in a new random order, batchSize at a time, and for
 * each batch one step against its gradient.
 *
 * There are as many classes as the largest number in y says. The net is drawn before anything else, so that with other epochs
 * training begins with the same one. Whether a last, smaller batch is used is up to you.
 */
export function trainNet(X: number[][], y: number[], training: Training): Net {
  throw new Error("Not written yet: trainNet");
}
