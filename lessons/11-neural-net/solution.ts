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
  // answer:
  const scores = hiddenOf(net, X).mmul(new Matrix(net.W2)).addRowVector(net.b2);
  return scores.to2DArray().map(softmax);
  // end
}

/** The mean, over the rows, of −ln p, where p is the probability of the row's own class; y holds class numbers from 0. */
export function loss(net: Net, X: number[][], y: number[]): number {
  // answer:
  const surprises = forward(net, X).map((row, i) => -Math.log(row[y[i]]));
  return surprises.reduce((sum, surprise) => sum + surprise, 0) / y.length;
  // end
}

/** The gradient of the loss: for every number in the net, how fast the loss grows when that number does. */
export function backward(net: Net, X: number[][], y: number[]): Net {
  // answer:
  const H = hiddenOf(net, X);
  const share = 1 / y.length;
  const slopes = forward(net, X).map((row, i) => row.map((p, k) => share * (y[i] === k ? p - 1 : p)));
  const dScores = new Matrix(slopes);
  const bend = Matrix.ones(H.rows, H.columns).sub(Matrix.mul(H, H));
  const dSums = dScores.mmul(new Matrix(net.W2).transpose()).mul(bend);
  return {
    W1: new Matrix(X).transpose().mmul(dSums).to2DArray(),
    b1: dSums.sum("column"),
    W2: H.transpose().mmul(dScores).to2DArray(),
    b2: dScores.sum("column"),
  };
  // end
}

/**
 * Draws a net at random, then walks downhill: in each epoch all rows in a new random order, batchSize at a time, and for
 * each batch one step against its gradient.
 *
 * There are as many classes as the largest number in y says. The net is drawn before anything else, so that with other epochs
 * training begins with the same one. Whether a last, smaller batch is used is up to you.
 */
export function trainNet(X: number[][], y: number[], training: Training): Net {
  // answer:
  const { hidden, learningRate, epochs, batchSize, seed } = training;
  const nClasses = Math.max(...y) + 1;
  const random = new Random(seed);
  let net: Net = {
    W1: drawWeights(X[0].length, hidden, random),
    b1: new Array(hidden).fill(0),
    W2: drawWeights(hidden, nClasses, random),
    b2: new Array(nClasses).fill(0),
  };
  const epochsOfBatches = Array.from({ length: epochs }, () =>
    inBatches(random.shuffle([...X.keys()]), batchSize),
  );
  for (const batch of epochsOfBatches.flat()) {
    const [XBatch, yBatch] = [batch.map((i) => X[i]), batch.map((i) => y[i])];
    net = stepped(net, backward(net, XBatch, yBatch), learningRate);
  }
  return net;
  // end
}

// answer:
/** The largest score becomes 0: the shares stay the same, and nothing overflows. */
function softmax(scores: number[]): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function inBatches(rows: number[], batchSize: number): number[][] {
  const nBatches = Math.ceil(rows.length / batchSize);
  return Array.from({ length: nBatches }, (_, i) => rows.slice(i * batchSize, (i + 1) * batchSize));
}

function stepped(net: Net, gradient: Net, learningRate: number): Net {
  const step = (weights: number[], slopes: number[]) =>
    weights.map((weight, k) => weight - learningRate * slopes[k]);
  return {
    W1: net.W1.map((row, j) => step(row, gradient.W1[j])),
    b1: step(net.b1, gradient.b1),
    W2: net.W2.map((row, j) => step(row, gradient.W2[j])),
    b2: step(net.b2, gradient.b2),
  };
}
// end
