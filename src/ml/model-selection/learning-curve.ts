import type { Cells } from "../cells.ts";
import { shown } from "../check-input.ts";
import { Random } from "../random.ts";
import { crossValidate } from "./cross-validate.ts";
import type { Fold } from "./folds.ts";
import { type Scorable, type Scoring, scorerOf } from "./scoring.ts";

/**
 * How many train rows to learn from: shares of all (numbers up to 1; a tenth to all, five of them, in equal steps)
 * or counts; the score (the estimator's own); and whether train rows are mixed before the first ones are taken.
 */
export interface LearningCurveOptions<Target, Estimator> {
  trainSizes?: readonly number[];
  scoring?: Scoring<Target, Estimator>;
  shuffle?: boolean;
  randomState?: number;
}

/** Scores for each number of train rows and each fold, `[nSizes, nFolds]`. */
export interface LearningCurve {
  /** Numbers of train rows, each once, in ascending order, `[nSizes]`. */
  trainSizes: number[];
  trainScores: number[][];
  testScores: number[][];
}

/**
 * How scores on train and test rows change as there are more rows to learn from. In each fold an estimator learns
 * from the first rows of its train part, as many as a size says, and is scored on the whole test part.
 * @param makeEstimator returns a new estimator at each call
 * @throws {TypeError|RangeError} as crossValidate does, or when a size is not from 1 to the rows of the smallest
 *   train part, or shuffle and randomState do not come together
 * @example learningCurve(() => new KNeighborsClassifier(), X, y, new KFold().split(X.length), { trainSizes: [0.5, 1] })
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.learning_curve.html
 */
export function learningCurve<Target, Estimator extends Scorable<Target>>(
  makeEstimator: () => Estimator,
  X: Cells,
  y: readonly Target[],
  folds: readonly Fold[],
  options: LearningCurveOptions<Target, Estimator> = {},
): LearningCurve {
  const score = scorerOf("learningCurve", options.scoring);
  const mixed = mixedFolds(folds, options);
  if (folds.length === 0) throw new RangeError("learningCurve needs at least one fold, got none.");
  const nTrain = Math.min(...folds.map(({ train }) => train.length));
  const trainSizes = sizesOf(options.trainSizes ?? [0.1, 0.325, 0.55, 0.775, 1], nTrain);
  const curve: LearningCurve = { trainSizes, trainScores: [], testScores: [] };
  for (const size of trainSizes) {
    const shortened = mixed.map(({ train, test }) => ({ train: train.slice(0, size), test }));
    const { testScores, trainScores } = crossValidate(makeEstimator, X, y, shortened, {
      scoring: { score },
      returnTrainScore: true,
    });
    curve.testScores.push(testScores.score);
    curve.trainScores.push(trainScores?.score ?? []);
  }
  return curve;
}

function mixedFolds(
  folds: readonly Fold[],
  { shuffle = false, randomState }: { shuffle?: boolean; randomState?: number },
): readonly Fold[] {
  if (shuffle !== (randomState !== undefined)) {
    throw new RangeError(
      `learningCurve needs shuffle and randomState together or neither, got ${shown(shuffle)} and ${shown(randomState)}.`,
    );
  }
  if (randomState === undefined) return folds;
  const random = new Random(randomState);
  return folds.map(({ train, test }) => ({ train: random.shuffle(train), test }));
}

function sizesOf(wanted: readonly number[], nTrain: number): number[] {
  const sizes = wanted.map((size) => (size <= 1 ? Math.floor(size * nTrain) : size));
  const bad = sizes.findIndex((size) => !Number.isSafeInteger(size) || size < 1 || size > nTrain);
  if (bad >= 0 || sizes.length === 0) {
    throw new RangeError(
      `learningCurve needs trainSizes of 1 to ${nTrain} rows, or shares of them, got ${shown(wanted[bad])}.`,
    );
  }
  return [...new Set(sizes)].sort((a, b) => a - b);
}
