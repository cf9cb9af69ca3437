import { notFitted, shown } from "./check-input.ts";
import type { Matrix } from "./features.ts";

/** A step that learns from rows how to change rows: a scaler, an encoder. */
export interface Transformer<Target> {
  fit(X: Matrix, y: readonly Target[]): unknown;
  transform(X: Matrix): Matrix;
}

/** The last step: a classifier or a regressor. */
export interface Predictor<Target> {
  fit(X: Matrix, y: readonly Target[]): unknown;
  predict(X: Matrix): Target[];
  score(X: Matrix, y: readonly Target[]): number;
}

/** Transformers in their order and a predictor at the end, each with a name of its own. */
export type Steps<Target> = readonly [
  ...transformers: (readonly [name: string, transformer: Transformer<Target>])[],
  predictor: readonly [name: string, predictor: Predictor<Target>],
];

interface Parts<Target> {
  readonly transformers: readonly Transformer<Target>[];
  readonly predictor: Predictor<Target>;
}

/**
 * Several steps as one estimator: fit teaches each transformer what the one before it passes on, and the predictor
 * last; predict sends rows the same way. So no step can learn from rows that are only to be predicted.
 * @example
 * const pipeline = new Pipeline([["scale", new StandardScaler()], ["knn", new KNeighborsClassifier()]]);
 * pipeline.fit(XTrain, yTrain).score(XTest, yTest);
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.pipeline.Pipeline.html
 */
export class Pipeline<Target> {
  readonly steps: Steps<Target>;
  #fitted: Parts<Target> | undefined;

  constructor(steps: Steps<Target>) {
    this.steps = steps;
  }

  /**
   * Fits every step, on rows X, `[nSamples, nFeatures]`, and their targets y, `[nSamples]`.
   * @throws {TypeError} when a step before the last has no transform, or the last no predict
   * @throws {RangeError} when there is no step, or two have one name
   */
  fit(X: Matrix, y: readonly Target[]): this {
    const { transformers, predictor } = readSteps(this.steps);
    this.#fitted = undefined;
    let rows = X;
    for (const transformer of transformers) {
      transformer.fit(rows, y);
      rows = transformer.transform(rows);
    }
    predictor.fit(rows, y);
    this.#fitted = { transformers, predictor };
    return this;
  }

  /**
   * The predictor's prediction for each row of X, `[nSamples]`, once the transformers have changed the rows.
   * @throws {TypeError} before fit
   */
  predict(X: Matrix): Target[] {
    const { transformers, predictor } = this.#parts("predict");
    return predictor.predict(transformed(X, transformers));
  }

  /**
   * The predictor's score on rows X, `[nSamples, nFeatures]`, and their targets y, `[nSamples]`.
   * @throws {TypeError} before fit
   */
  score(X: Matrix, y: readonly Target[]): number {
    const { transformers, predictor } = this.#parts("score");
    return predictor.score(transformed(X, transformers), y);
  }

  #parts(asked: string): Parts<Target> {
    if (this.#fitted === undefined) throw notFitted(`Pipeline.${asked}`);
    return this.#fitted;
  }
}

function transformed<Target>(X: Matrix, transformers: readonly Transformer<Target>[]): Matrix {
  return transformers.reduce((rows, transformer) => transformer.transform(rows), X);
}

function readSteps<Target>(steps: Steps<Target>): Parts<Target> {
  const names = steps.map(([name]) => name);
  const repeated = names.find((name, i) => names.indexOf(name) < i);
  if (repeated !== undefined) {
    throw new RangeError(`Pipeline needs a name of its own for each step, got ${shown(repeated)} twice.`);
  }
  const transformers = steps.slice(0, -1).map(([name, step]) => {
    if ("transform" in step) return step;
    throw new TypeError(
      `Pipeline needs a transform in each step before the last, got none in ${shown(name)}.`,
    );
  });
  const last = steps.at(-1);
  if (last === undefined) throw new RangeError("Pipeline needs at least one step, got none.");
  const [name, predictor] = last;
  if ("predict" in predictor) return { transformers, predictor };
  throw new TypeError(`Pipeline needs a predict in its last step, got none in ${shown(name)}.`);
}
