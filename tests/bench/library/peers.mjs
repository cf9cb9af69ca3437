// @ts-nocheck: most of these packages have no types.
// What other JavaScript packages do for the same jobs.
import * as tf from "@tensorflow/tfjs-node";
import { DecisionTreeClassifier, DecisionTreeRegression } from "ml-cart";
import { kmeans } from "ml-kmeans";
import KNN from "ml-knn";
import LogisticRegression from "ml-logistic-regression";
import { Matrix } from "ml-matrix";
import { GaussianNB, MultinomialNB } from "ml-naivebayes";
import { PCA } from "ml-pca";
import { RandomForestClassifier, RandomForestRegression } from "ml-random-forest";

/**
 * @typedef {number[][]} Rows
 * @typedef {{ package: string, sizes: [number, number][], fit(X: Rows, y: number[]): any, use(model: any, X: Rows): any }} Peer
 */

/** @type {[number, number]} */
const smallest = [1_000, 10];
/** @type {[number, number]} */
const middle = [5_000, 20];

/**
 * The peers by the name of the contest; sizes that would take minutes are left out.
 *
 * @type {Readonly<Record<string, Peer>>}
 */
export const peers = {
  DecisionTreeClassifier: {
    package: "ml-cart",
    sizes: [smallest, middle],
    fit: (X, y) => trained(new DecisionTreeClassifier(), X, y),
    use: (model, X) => model.predict(X),
  },
  DecisionTreeRegressor: {
    package: "ml-cart",
    sizes: [smallest],
    fit: (X, y) => trained(new DecisionTreeRegression(), X, y),
    use: (model, X) => model.predict(X),
  },
  "RandomForestClassifier, 10 trees": {
    package: "ml-random-forest",
    sizes: [smallest],
    fit: (X, y) => trained(new RandomForestClassifier({ nEstimators: 10, seed: 0, noOOB: true }), X, y),
    use: (model, X) => model.predict(X),
  },
  "RandomForestRegressor, 10 trees": {
    package: "ml-random-forest",
    sizes: [smallest],
    fit: (X, y) => trained(new RandomForestRegression({ nEstimators: 10, seed: 0, noOOB: true }), X, y),
    use: (model, X) => model.predict(X),
  },
  KNeighborsClassifier: {
    package: "ml-knn",
    sizes: [smallest, middle],
    fit: (X, y) => new KNN(X, y, { k: 5 }),
    use: (model, X) => model.predict(X),
  },
  "KMeans, 8 clusters": {
    package: "ml-kmeans",
    sizes: [smallest, middle],
    fit: (X) => kmeans(X, 8, { seed: 0, maxIterations: 300 }),
    use: (model, X) => model.nearest(X),
  },
  "PCA, 5 components": {
    package: "ml-pca",
    sizes: [smallest, middle],
    fit: (X) => new PCA(X),
    use: (model, X) => model.predict(X, { nComponents: 5 }),
  },
  GaussianNB: {
    package: "ml-naivebayes",
    sizes: [smallest, middle],
    fit: (X, y) => trained(new GaussianNB(), X, y),
    use: (model, X) => model.predict(X),
  },
  MultinomialNB: {
    package: "ml-naivebayes",
    sizes: [smallest, middle],
    fit: (X, y) => trained(new MultinomialNB(), X, y),
    use: (model, X) => model.predict(X),
  },
  LogisticRegression: {
    package: "ml-logistic-regression",
    sizes: [smallest],
    fit: (X, y) =>
      trained(
        new LogisticRegression({ numSteps: 1000, learningRate: 5e-3 }),
        new Matrix(X),
        Matrix.columnVector(y),
      ),
    use: (model, X) => model.predict(new Matrix(X)),
  },
  "MLPClassifier, 16 hidden, 50 epochs": {
    package: "TensorFlow.js",
    sizes: [[150, 4], smallest],
    fit: fitNet,
    use: (model, X) => tf.tidy(() => model.predict(tf.tensor2d(X)).dataSync()),
  },
};

/**
 * @param {any} model
 * @param {any} X
 * @param {any} y
 */
function trained(model, X, y) {
  model.train(X, y);
  return model;
}

/**
 * @param {Rows} X
 * @param {number[]} y
 */
async function fitNet(X, y) {
  await tf.ready();
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 16, activation: "relu", inputShape: [X[0]?.length ?? 0] }),
      tf.layers.dense({ units: 1, activation: "sigmoid" }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.001), loss: "binaryCrossentropy" });
  const [inputs, targets] = [tf.tensor2d(X), tf.tensor2d(y, [y.length, 1])];
  await model.fit(inputs, targets, { epochs: 50, batchSize: Math.min(200, X.length), verbose: 0 });
  tf.dispose([inputs, targets]);
  return model;
}
