import { checkSameLength } from "./check-input.ts";
import { type ClassScores, likeliestClasses, logProbabilitiesOf, probabilitiesOf } from "./class-scores.ts";
import type { Features } from "./features.ts";
import type { Label } from "./labels.ts";
import { accuracyScore } from "./metrics.ts";

/** What classifiers that score every class of a row have in common: all their predictions follow from the scores. */
export abstract class ProbabilisticClassifier<L extends Label> {
  /** The distinct labels in ascending order. Set by fit. */
  abstract get classes(): readonly L[];

  /** What errors call the classifier. */
  protected abstract readonly name: string;

  /**
   * How much speaks for each class of each row of X, `[nSamples, nFeatures]`.
   * @param asked the method that wants to know, for errors
   */
  protected abstract scoresOf(asked: string, X: Features): ClassScores;

  /**
   * The probability of each class, `[nSamples, nClasses]`, in the order of `classes`.
   * @throws {TypeError|RangeError} before fit, when X is not a table of finite numbers of the fitted width, or a row
   *   lies so far out that its scores overflow
   */
  predictProba(X: Features): number[][] {
    return probabilitiesOf(this.scoresOf("predictProba", X));
  }

  /**
   * The logarithms of predictProba, `[nSamples, nClasses]`, exact where a probability is too small for a number.
   * @throws {TypeError|RangeError} as predictProba does
   */
  predictLogProba(X: Features): number[][] {
    return logProbabilitiesOf(this.scoresOf("predictLogProba", X));
  }

  /**
   * The likeliest class of each row of X, `[nSamples]`.
   * @throws {TypeError|RangeError} as predictProba does
   */
  predict(X: Features): L[] {
    return likeliestClasses(this.scoresOf("predict", X), this.classes);
  }

  /**
   * The share of rows of X whose label in y is predicted, from 0 to 1.
   * @throws {TypeError|RangeError} as predictProba does, or when y does not give X one label a row
   */
  score(X: Features, y: readonly L[]): number {
    const predicted = this.predict(X);
    checkSameLength(`${this.name}.score`, predicted.length, y);
    return accuracyScore(y, predicted);
  }
}
