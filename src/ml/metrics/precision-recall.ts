import type { Label } from "../labels.ts";
import {
  type AverageOptions,
  type ClassScoreOptions,
  classScores,
  type PerClassOptions,
} from "./class-scores.ts";

/**
 * Precision, recall, F-score (with recall `beta` times as important, 1) and number of rows of each class; or with
 * `average` one number each, and support null.
 * @throws {TypeError|RangeError} when there are no labels, the lengths differ, a label is not a string or finite
 *   number, an option is none of its values, or "binary" is asked of more than two classes or without their posLabel
 * @example
 * precisionRecallFscoreSupport(["a", "a", "b"], ["a", "b", "b"]);
 * // { precision: [1, 0.5], recall: [0.5, 1], fscore: [0.667, 0.667], support: [2, 1] }
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.precision_recall_fscore_support.html
 */
export function precisionRecallFscoreSupport<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  options: AverageOptions<L> & { average: "binary" | "micro" | "macro" | "weighted"; beta?: number },
): { precision: number; recall: number; fscore: number; support: null };
export function precisionRecallFscoreSupport<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  options?: PerClassOptions<L> & { average?: null; beta?: number },
): { precision: number[]; recall: number[]; fscore: number[]; support: number[] };
export function precisionRecallFscoreSupport<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  options: ClassScoreOptions<L> = {},
) {
  const average = options.average ?? null;
  const scores = classScores("precisionRecallFscoreSupport", yTrue, yPred, { ...options, average });
  if (average === null) return scores;
  const { precision, recall, fscore } = scores;
  return { precision: precision[0]!, recall: recall[0]!, fscore: fscore[0]!, support: null };
}

/**
 * Of the predictions of a class, the share that is right. `average: null` gives it for each class.
 * @throws {TypeError|RangeError} as precisionRecallFscoreSupport does
 * @example precisionScore([1, 0, 0, 1], [1, 1, 0, 0]) // 0.5
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.precision_score.html
 */
export function precisionScore<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  options?: AverageOptions<L>,
): number;
export function precisionScore<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  options: PerClassOptions<L> & { average: null },
): number[];
export function precisionScore<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  options?: ClassScoreOptions<L>,
) {
  return oneOrAll(classScores("precisionScore", yTrue, yPred, options).precision, options);
}

/**
 * Of the rows of a class, the share that is predicted to be it. `average: null` gives it for each class.
 * @throws {TypeError|RangeError} as precisionRecallFscoreSupport does
 * @example recallScore([1, 0, 1, 1], [1, 1, 0, 0]) // 0.333…
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.recall_score.html
 */
export function recallScore<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  options?: AverageOptions<L>,
): number;
export function recallScore<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  options: PerClassOptions<L> & { average: null },
): number[];
export function recallScore<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  options?: ClassScoreOptions<L>,
) {
  return oneOrAll(classScores("recallScore", yTrue, yPred, options).recall, options);
}

/**
 * The harmonic mean of precision and recall. `average: null` gives it for each class.
 * @throws {TypeError|RangeError} as precisionRecallFscoreSupport does
 * @example f1Score([1, 0, 1, 1], [1, 1, 0, 0]) // 0.4
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.f1_score.html
 */
export function f1Score<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  options?: AverageOptions<L>,
): number;
export function f1Score<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  options: PerClassOptions<L> & { average: null },
): number[];
export function f1Score<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  options?: ClassScoreOptions<L>,
) {
  return oneOrAll(classScores("f1Score", yTrue, yPred, options).fscore, options);
}

/**
 * The weighted harmonic mean of precision and recall, in which recall is `beta` times as important.
 * @throws {TypeError|RangeError} as precisionRecallFscoreSupport does
 * @example fbetaScore([1, 0, 1, 1], [1, 1, 0, 0], { beta: 2 }) // 0.357…
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.fbeta_score.html
 */
export function fbetaScore<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  options: AverageOptions<L> & { beta: number },
): number;
export function fbetaScore<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  options: PerClassOptions<L> & { average: null; beta: number },
): number[];
export function fbetaScore<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  options: ClassScoreOptions<L>,
) {
  return oneOrAll(classScores("fbetaScore", yTrue, yPred, options).fscore, options);
}

function oneOrAll<L extends Label>(scores: number[], options: ClassScoreOptions<L> = {}): number | number[] {
  return options.average === null ? scores : scores[0]!;
}
