import type { Cells } from "./cells.ts";
import { notFitted, shown } from "./check-input.ts";
import { isProbabilistic, type Predictor, type StoredEstimator, type Transformer } from "./estimator.ts";
import type { Label } from "./labels.ts";
import { type EstimatorClasses, type NamedStep, readSteps, storedSteps } from "./pipeline/stored-steps.ts";
import { readStored } from "./stored.ts";

export type { Predictor, Transformer } from "./estimator.ts";

/** Transformers in their order, and a predictor or one more transformer at the end, each with a name of its own. */
export type Steps<Target> = readonly [
  ...transformers: (readonly [name: string, transformer: Transformer<Target>])[],
  last: readonly [name: string, step: Transformer<Target> | Predictor<Target>],
];

interface Parts<Target> {
  readonly transformers: readonly Transformer<Target>[];
  readonly name: string;
  readonly last: Transformer<Target> | Predictor<Target>;
}

/**
 * Several steps as one estimator: fit teaches each transformer what the one before it passes on, and the last step
 * at the end; predict sends rows the same way. So no step can learn from rows that are only to be predicted.
 * Without a predictor at the end, the whole is a transformer.
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

  /** The distinct labels in ascending order, if the last step is a classifier. Set by fit. */
  get classes(): readonly Label[] {
    const { last, name } = this.#parts("classes");
    if ("classes" in last && Array.isArray(last.classes)) return last.classes;
    throw new TypeError(`Pipeline.classes needs a classifier as last step, got ${shown(name)}.`);
  }

  /**
   * Fits every step, on rows X, `[nSamples, nFeatures]`, and their targets y, `[nSamples]`, which a Pipeline of
   * transformers may do without.
   * @throws {TypeError} when a step before the last has no transform, or the last neither that nor predict
   * @throws {RangeError} when there is no step, or two have one name
   */
  fit(X: Cells, y: readonly Target[] = []): this {
    const parts = readParts(this.steps);
    this.#fitted = undefined;
    let rows = X;
    for (const transformer of parts.transformers) {
      transformer.fit(rows, y);
      rows = transformer.transform(rows);
    }
    parts.last.fit(rows, y);
    this.#fitted = parts;
    return this;
  }

  /**
   * The predictor's prediction for each row of X, `[nSamples]`, once the transformers have changed the rows.
   * @throws {TypeError} before fit, or when the last step has no predict
   */
  predict(X: Cells): Target[] {
    const { predictor, rows } = this.#predictor("predict", X);
    return predictor.predict(rows);
  }

  /**
   * The predictor's probabilities for each row of X, `[nSamples, nClasses]`, in the order of `classes`.
   * @throws {TypeError} before fit, or when the last step has no predictProba
   */
  predictProba(X: Cells): number[][] {
    const { last, name, transformers } = this.#parts("predictProba");
    if (isProbabilistic(last)) return last.predictProba(transformed(X, transformers));
    throw new TypeError(
      `Pipeline.predictProba needs a predictProba in its last step, got none in ${shown(name)}.`,
    );
  }

  /**
   * The predictor's score on rows X, `[nSamples, nFeatures]`, and their targets y, `[nSamples]`.
   * @throws {TypeError} before fit, or when the last step has no predict
   */
  score(X: Cells, y: readonly Target[]): number {
    const { predictor, rows } = this.#predictor("score", X);
    return predictor.score(rows, y);
  }

  /**
   * X as all steps change it, where the last one is a transformer too.
   * @throws {TypeError} before fit, or when the last step has no transform
   */
  transform(X: Cells): Cells {
    const { last, name, transformers } = this.#parts("transform");
    if (isTransformer(last)) return last.transform(transformed(X, transformers));
    throw new TypeError(`Pipeline.transform needs a transform in its last step, got none in ${shown(name)}.`);
  }

  /** Learns from X and returns it changed by all steps: `fit(X, y).transform(X)`. */
  fitTransform(X: Cells, y: readonly Target[] = []): Cells {
    return this.fit(X, y).transform(X);
  }

  /**
   * All steps as plain data for JSON.stringify; fromJSON reads it back.
   * @throws {TypeError} when a step has no toJSON
   */
  toJSON(): StoredEstimator {
    const learned = this.#fitted ? {} : null;
    return { estimator: "Pipeline", options: { steps: storedSteps("Pipeline", this.steps) }, learned };
  }

  /**
   * The Pipeline that toJSON wrote down.
   * @param classes the classes of its steps, by their names
   * @throws {TypeError|RangeError} when json is something else, or a class is missing
   * @example Pipeline.fromJSON(json, { StandardScaler, KNeighborsClassifier })
   */
  static fromJSON(json: unknown, classes: EstimatorClasses): Pipeline<Label | number> {
    const { options, learned } = readStored("Pipeline", json);
    const steps = readSteps("Pipeline", options.list("steps"), classes);
    // readParts checks what the steps can do.
    const pipeline = new Pipeline(steps as readonly NamedStep[] as Steps<Label | number>);
    const parts = readParts(pipeline.steps);
    if (learned) pipeline.#fitted = parts;
    return pipeline;
  }

  #predictor(asked: string, X: Cells): { predictor: Predictor<Target>; rows: Cells } {
    const { last, name, transformers } = this.#parts(asked);
    if (isPredictor(last)) return { predictor: last, rows: transformed(X, transformers) };
    throw new TypeError(`Pipeline.${asked} needs a predict in its last step, got none in ${shown(name)}.`);
  }

  #parts(asked: string): Parts<Target> {
    if (this.#fitted === undefined) throw notFitted(`Pipeline.${asked}`);
    return this.#fitted;
  }
}

function transformed<Target>(X: Cells, transformers: readonly Transformer<Target>[]): Cells {
  return transformers.reduce((rows, transformer) => transformer.transform(rows), X);
}

function readParts<Target>(steps: Steps<Target>): Parts<Target> {
  const names = steps.map(([name]) => name);
  const repeated = names.find((name, i) => names.indexOf(name) < i);
  if (repeated !== undefined) {
    throw new RangeError(`Pipeline needs a name of its own for each step, got ${shown(repeated)} twice.`);
  }
  const transformers = steps.slice(0, -1).map(([name, step]) => {
    if (isTransformer(step)) return step;
    throw new TypeError(
      `Pipeline needs a transform in each step before the last, got none in ${shown(name)}.`,
    );
  });
  const step = steps.at(-1);
  if (step === undefined) throw new RangeError("Pipeline needs at least one step, got none.");
  const [name, last] = step;
  if (isPredictor(last) || isTransformer(last)) return { transformers, name, last };
  throw new TypeError(
    `Pipeline needs a predict or a transform in its last step, got none in ${shown(name)}.`,
  );
}

function isTransformer<Target>(step: Transformer<Target> | Predictor<Target>): step is Transformer<Target> {
  return "transform" in step;
}

function isPredictor<Target>(step: Transformer<Target> | Predictor<Target>): step is Predictor<Target> {
  return "predict" in step;
}
