import { checkSameLength, shown } from "../check-input.ts";
import { type Label, sortedClasses } from "../labels.ts";

/**
 * How many rows of the positive class, and of all others, have a score of at least each threshold, `[nThresholds]`
 * all. The thresholds are the distinct scores, in descending order.
 */
export interface CumulativeCounts {
  readonly thresholds: number[];
  readonly truePositives: number[];
  readonly falsePositives: number[];
}

/**
 * Counts the rows above each distinct score. Sorting the scores of positive and of other rows apart, and merging
 * from the top, needs no sorting of pairs.
 * @throws {TypeError|RangeError} when there are no rows, the lengths differ, a score is not a finite number, or
 *   positiveLabel finds none
 */
export function cumulativeCounts<L extends Label>(
  who: string,
  yTrue: readonly L[],
  yScore: readonly number[],
  posLabel: L | undefined,
): CumulativeCounts {
  checkScores(who, yTrue, yScore);
  const positive = positiveLabel(who, yTrue, posLabel);
  const [positives, negatives] = scoresApart(yTrue, yScore, positive);
  const counts: CumulativeCounts = { thresholds: [], truePositives: [], falsePositives: [] };
  let [positivesLeft, negativesLeft] = [positives.length, negatives.length];
  while (positivesLeft + negativesLeft > 0) {
    const threshold = Math.max(
      positives[positivesLeft - 1] ?? Number.NEGATIVE_INFINITY,
      negatives[negativesLeft - 1] ?? Number.NEGATIVE_INFINITY,
    );
    while (positives[positivesLeft - 1] === threshold) positivesLeft -= 1;
    while (negatives[negativesLeft - 1] === threshold) negativesLeft -= 1;
    counts.thresholds.push(threshold);
    counts.truePositives.push(positives.length - positivesLeft);
    counts.falsePositives.push(negatives.length - negativesLeft);
  }
  return counts;
}

/**
 * The label that counts as positive: the one that is named, else 1 among labels 0 and 1, or -1 and 1.
 * @throws {RangeError} when none is named and the labels are others, or the named one does not occur beside others
 */
export function positiveLabel<L extends Label>(
  who: string,
  yTrue: readonly L[],
  posLabel: L | undefined,
): Label {
  const classes: readonly Label[] = sortedClasses(who, yTrue);
  const names = classes.slice(0, 5).map(shown).join(", ");
  if (posLabel !== undefined) {
    if (classes.length < 2 || classes.includes(posLabel)) return posLabel;
    throw new RangeError(`${who} needs one of the labels as posLabel, ${names}, got ${shown(posLabel)}.`);
  }
  const isUsual = (negative: number) => classes.every((label) => label === 1 || label === negative);
  if (isUsual(0) || isUsual(-1)) return 1;
  throw new RangeError(`${who} needs posLabel for labels other than 0 and 1, or -1 and 1, got ${names}.`);
}

/**
 * Checks that there is one finite score for each label, and at least one of them.
 * @throws {TypeError|RangeError} when not
 */
export function checkScores(who: string, yTrue: readonly unknown[], yScore: readonly number[]): void {
  if (!Array.isArray(yScore)) throw new TypeError(`${who} needs an array of scores, got ${shown(yScore)}.`);
  checkSameLength(who, yScore.length, yTrue);
  if (yScore.length === 0) throw new RangeError(`${who} needs at least one label, got none.`);
  const i = yScore.findIndex((score) => !Number.isFinite(score));
  if (i >= 0) throw new RangeError(`${who} needs finite scores, got ${shown(yScore[i])} at index ${i}.`);
}

/** The scores of the rows with the positive label, and those of all others, both ascending. */
function scoresApart(
  yTrue: readonly Label[],
  yScore: readonly number[],
  positive: Label,
): [positives: Float64Array, negatives: Float64Array] {
  const scores = new Float64Array(yScore.length);
  let [nPositives, nNegatives] = [0, 0];
  for (let i = 0; i < yScore.length; i++) {
    // Positives fill the array from its start, the others from its end.
    if (yTrue[i] === positive) scores[nPositives++] = yScore[i]!;
    else scores[yScore.length - ++nNegatives] = yScore[i]!;
  }
  return [scores.subarray(0, nPositives).sort(), scores.subarray(nPositives).sort()];
}
