/** With ml-matrix throughout: classes as rows of a one-hot matrix, and matrices handed back as they are. */
import { Random } from "groundwork/random";
import { Matrix } from "ml-matrix";

type Net = { W1: number[][]; b1: number[]; W2: number[][]; b2: number[] };
type Training = { hidden: number; learningRate: number; epochs: number; batchSize: number; seed: number };

export function forward(net: Net, X: number[][]) {
  return passOf(net, X).P;
}

export function loss(net: Net, X: number[][], y: number[]) {
  const { P } = passOf(net, X);
  return Matrix.log(P).mul(oneHot(y, P.columns)).sum() / -X.length;
}

export function backward(net: Net, X: number[][], y: number[]) {
  const { H, P } = passOf(net, X);
  const dScores = Matrix.sub(P, oneHot(y, P.columns)).div(X.length);
  const dSums = dScores.mmul(new Matrix(net.W2).transpose()).mul(Matrix.pow(H, 2).neg().add(1));
  return {
    W1: new Matrix(X).transpose().mmul(dSums),
    b1: dSums.sum("column"),
    W2: H.transpose().mmul(dScores),
    b2: Float64Array.from(dScores.sum("column")),
  };
}

/** Weights are drawn evenly from a range, as scikit-learn does, and the shuffled order is cut into batches of equal length. */
export async function trainNet(X: number[][], y: number[], training: Training) {
  const random = new Random(training.seed);
  const draw = (nRows: number, nColumns: number) => {
    const bound = Math.sqrt(6 / (nRows + nColumns));
    return Matrix.zeros(nRows, nColumns).apply(function (i, j) {
      this.set(i, j, bound * (2 * random.uniform() - 1));
    });
  };
  const nClasses = 1 + y.reduce((largest, label) => Math.max(largest, label), 0);
  const W1 = draw(X[0].length, training.hidden);
  const W2 = draw(training.hidden, nClasses);
  const b1 = Matrix.zeros(1, training.hidden);
  const b2 = Matrix.zeros(1, nClasses);
  const asNet = (): Net => ({
    W1: W1.to2DArray(),
    b1: b1.to1DArray(),
    W2: W2.to2DArray(),
    b2: b2.to1DArray(),
  });
  for (let epoch = 0; epoch < training.epochs; epoch++) {
    const order = random.shuffle([...X.keys()]);
    while (order.length > 0) {
      const batch = order.splice(0, training.batchSize);
      const gradient = backward(
        asNet(),
        batch.map((i) => X[i]),
        batch.map((i) => y[i]),
      );
      W1.sub(Matrix.mul(gradient.W1, training.learningRate));
      W2.sub(Matrix.mul(gradient.W2, training.learningRate));
      b1.sub(Matrix.rowVector(gradient.b1).mul(training.learningRate));
      b2.sub(Matrix.rowVector(gradient.b2).mul(training.learningRate));
    }
  }
  return asNet();
}

function passOf(net: Net, X: number[][]) {
  const H = Matrix.tanh(new Matrix(X).mmul(new Matrix(net.W1)).addRowVector(net.b1));
  const scores = H.mmul(new Matrix(net.W2)).addRowVector(net.b2);
  const P = Matrix.exp(scores.subColumnVector(scores.max("row")));
  return { H, P: P.divColumnVector(P.sum("row")) };
}

function oneHot(y: number[], nClasses: number) {
  const rows = Matrix.zeros(y.length, nClasses);
  for (const [i, label] of y.entries()) rows.set(i, label, 1);
  return rows;
}
