import type { Cells } from "../cells.ts";
import { notFitted } from "../check-input.ts";
import { isProbabilistic, type Predictor, type ProbabilisticClassifier } from "../estimator.ts";
import type { Label } from "../labels.ts";
import { crossValScore } from "./cross-validate.ts";
import type { Fold } from "./folds.ts";
import { type ParamGrid, parameterGrid } from "./parameter-grid.ts";
import type { Scoring } from "./scoring.ts";

/** The folds, or how to make them of the targets; and the score that decides (the estimator's own). */
export interface GridSearchOptions<Target, Estimator> {
  folds: readonly Fold[] | ((y: readonly Target[]) => readonly Fold[]);
  scoring?: Scoring<Target, Estimator>;
}

/** One combination of parameters and how well it did. */
export interface Candidate<Params> {
  readonly params: Params;
  /** The score of each fold's test rows, `[nFolds]`. */
  readonly testScores: readonly number[];
  readonly meanTestScore: number;
  /** The population's deviation of testScores. */
  readonly stdTestScore: number;
  /** 1 for the best; equal scores share the better rank. */
  readonly rankTestScore: number;
}

interface Learned<Params, Estimator> {
  candidates: Candidate<Params>[];
  best: Candidate<Params>;
  bestEstimator: Estimator;
}

/**
 * Tries every combination of parameters by cross-validation and fits the best one, of equal ones the first, on all
 * rows; then it predicts as that one does.
 * @example
 * const makeEstimator = ({ nNeighbors }: { nNeighbors: number }) =>
 *   new Pipeline([["scale", new StandardScaler()], ["knn", new KNeighborsClassifier({ nNeighbors })]]);
 * const folds = (y: readonly string[]) => new StratifiedKFold().split(y);
 * new GridSearchCV(makeEstimator, { nNeighbors: [1, 5, 9] }, { folds }).fit(X, y).bestParams; // { nNeighbors: 5 }
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.GridSearchCV.html
 */
export class GridSearchCV<const Params extends object, Target, Estimator extends Predictor<Target>> {
  readonly makeEstimator: (params: Params) => Estimator;
  readonly paramGrid: ParamGrid<Params>;
  readonly options: Readonly<GridSearchOptions<Target, Estimator>>;
  #learned: Learned<Params, Estimator> | undefined;

  /** @param makeEstimator returns a new estimator with these parameters at each call */
  constructor(
    makeEstimator: (params: Params) => Estimator & Predictor<Target>,
    paramGrid: ParamGrid<Params>,
    options: GridSearchOptions<Target, Estimator>,
  ) {
    this.makeEstimator = makeEstimator;
    this.paramGrid = paramGrid;
    this.options = options;
  }

  /** Every combination, in the order of the grid, with its scores. Set by fit. */
  get cvResults(): readonly Candidate<Params>[] {
    return this.#fitted("cvResults").candidates;
  }

  /** The parameters with the best mean score. Set by fit. */
  get bestParams(): Params {
    return this.#fitted("bestParams").best.params;
  }

  /** The best mean score. Set by fit. */
  get bestScore(): number {
    return this.#fitted("bestScore").best.meanTestScore;
  }

  /** An estimator with the best parameters, fitted on all rows. Set by fit. */
  get bestEstimator(): Estimator {
    return this.#fitted("bestEstimator").bestEstimator;
  }

  /** The distinct labels in ascending order, if the best estimator is a classifier. Set by fit. */
  get classes(): readonly Label[] {
    return this.#probabilistic("classes").classes;
  }

  /**
   * Cross-validates every combination on rows X, `[nSamples, nFeatures]`, and their targets y, `[nSamples]`.
   * @throws {TypeError|RangeError} as crossValScore does, when a parameter has no value to try, or a score is NaN
   */
  fit(X: Cells, y: readonly Target[]): this {
    const { folds, scoring } = this.options;
    const cut = typeof folds === "function" ? folds(y) : folds;
    const options = scoring === undefined ? {} : { scoring };
    const combinations = parameterGrid<Params>(this.paramGrid);
    const candidates = ranked(
      combinations.map((params) => ({
        params,
        testScores: crossValScore<Target, Estimator>(() => this.makeEstimator(params), X, y, cut, options),
      })),
    );
    const best = candidates.find(({ rankTestScore }) => rankTestScore === 1)!;
    const bestEstimator = this.makeEstimator(best.params);
    bestEstimator.fit(X, y);
    this.#learned = { candidates, best, bestEstimator };
    return this;
  }

  /**
   * The best estimator's prediction for each row of X, `[nSamples]`.
   * @throws {TypeError} before fit
   */
  predict(X: Cells): Target[] {
    return this.#fitted("predict").bestEstimator.predict(X);
  }

  /**
   * The best estimator's probabilities for each row of X, `[nSamples, nClasses]`.
   * @throws {TypeError} before fit, or when it gives none
   */
  predictProba(X: Cells): number[][] {
    return this.#probabilistic("predictProba").predictProba(X);
  }

  /**
   * The best estimator's own score on rows X, `[nSamples, nFeatures]`, and their targets y, `[nSamples]`.
   * @throws {TypeError} before fit
   */
  score(X: Cells, y: readonly Target[]): number {
    return this.#fitted("score").bestEstimator.score(X, y);
  }

  #probabilistic(asked: string): ProbabilisticClassifier {
    const { bestEstimator } = this.#fitted(asked);
    if (isProbabilistic(bestEstimator)) return bestEstimator;
    throw new TypeError(`GridSearchCV.${asked} needs an estimator with predictProba, got one without.`);
  }

  #fitted(asked: string) {
    if (this.#learned === undefined) throw notFitted(`GridSearchCV.${asked}`);
    return this.#learned;
  }
}

function ranked<Params>(tried: readonly { params: Params; testScores: number[] }[]): Candidate<Params>[] {
  const means = tried.map(({ testScores }) => mean(testScores));
  const odd = means.findIndex(Number.isNaN);
  if (odd >= 0) throw new RangeError(`GridSearchCV needs scores to compare, got NaN for combination ${odd}.`);
  return tried.map(({ params, testScores }, k) => ({
    params,
    testScores,
    meanTestScore: means[k]!,
    stdTestScore: Math.sqrt(mean(testScores.map((score) => (score - means[k]!) ** 2))),
    rankTestScore: 1 + means.filter((other) => other > means[k]!).length,
  }));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
