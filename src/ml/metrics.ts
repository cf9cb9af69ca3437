import { shown } from "./check-input.ts";
import { type Label, sortedClasses } from "./labels.ts";

/**
 * The share of predictions that are right, from 0 to 1.
 * @throws {TypeError|RangeError} when there are none, the lengths differ, or a label is not a string or finite number
 * @example accuracyScore(["a", "b", "b", "a"], ["a", "b", "a", "a"]) // 0.75
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.accuracy_score.html
 */
export function accuracyScore<L extends Label>(yTrue: readonly L[], yPred: readonly L[]): number {
  checkPairs("accuracyScore", yTrue, yPred);
  const right = yTrue.filter((label, i) => label === yPred[i]).length;
  return right / yTrue.length;
}

/**
 * Counts of true label against predicted label, `[nClasses, nClasses]`: row i and column j hold how many rows of
 * class i were predicted to be class j. Classes are in ascending order of all labels that occur.
 * @throws {TypeError|RangeError} when there are none, the lengths differ, or a label is not a string or finite number
 * @example confusionMatrix([0, 0, 1], [0, 1, 1]) // [[1, 1], [0, 1]]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.confusion_matrix.html
 */
export function confusionMatrix<L extends Label>(yTrue: readonly L[], yPred: readonly L[]): number[][] {
  const classes = checkPairs("confusionMatrix", yTrue, yPred);
  const position = new Map(classes.map((label, i) => [label, i]));
  const counts = classes.map(() => classes.map(() => 0));
  yTrue.forEach((label, i) => {
    counts[position.get(label)!]![position.get(yPred[i]!)!]! += 1;
  });
  return counts;
}

/** Checks two lists of labels against each other and returns all classes that occur, in ascending order. */
function checkPairs<L extends Label>(who: string, yTrue: readonly L[], yPred: readonly L[]): L[] {
  if (!Array.isArray(yTrue) || !Array.isArray(yPred)) {
    throw new TypeError(`${who} needs two arrays of labels, got ${shown(yTrue)} and ${shown(yPred)}.`);
  }
  if (yTrue.length !== yPred.length) {
    throw new RangeError(
      `${who} needs one prediction for each label, got ${yTrue.length} labels and ${yPred.length} predictions.`,
    );
  }
  if (yTrue.length === 0) throw new RangeError(`${who} needs at least one label, got none.`);
  return sortedClasses(who, [...yTrue, ...yPred]);
}
