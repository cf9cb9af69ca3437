import { shown } from "../check-input.ts";
import { type Label, sortedClasses } from "../labels.ts";
import { cumulativeCounts } from "./binary-scores.ts";
import { readProbabilities } from "./probabilities.ts";
import { classSizes } from "./roc-curve.ts";

/**
 * How areas of more than two classes become one: each class against all others ("ovr") or each pair of classes
 * ("ovo"), all alike ("macro") or weighted by their rows; and all classes in ascending order, as the columns are (those that occur).
 */
export interface MulticlassAucOptions<L extends Label> {
  multiClass?: "ovr" | "ovo";
  average?: "macro" | "weighted";
  labels?: readonly L[];
}

/**
 * The area under the ROC curve: how probable it is that a positive row has a higher score than another one, a tie
 * counting as half. Of two classes the larger label is positive.
 * @param yTrue labels, `[nSamples]`
 * @param yScore `[nSamples]` scores for two classes; `[nSamples, nClasses]` probabilities for more, with multiClass
 * @throws {TypeError|RangeError} when the lengths differ, a score is not a finite number, or a class has no row
 * @example rocAucScore([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) // 0.75
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.roc_auc_score.html
 * @see Hand and Till (2001), A simple generalisation of the area under the ROC curve for multiple class problems
 */
export function rocAucScore<L extends Label>(
  yTrue: readonly L[],
  yScore: readonly number[] | readonly (readonly number[])[],
  options: MulticlassAucOptions<L> = {},
): number {
  if (isRows(yScore)) return multiclassArea(yTrue, yScore, options);
  const classes = sortedClasses(who, yTrue);
  if (classes.length > 2) {
    throw new RangeError(`${who} needs a column of scores for each class of more than two, got one list.`);
  }
  return area(yTrue, yScore, classes.at(-1)!);
}

const who = "rocAucScore";

/** The area for one label as positive, by the trapezoidal rule. */
function area<L extends Label>(yTrue: readonly L[], yScore: readonly number[], positive: L): number {
  const counts = cumulativeCounts(who, yTrue, yScore, positive);
  const { nPositives, nNegatives } = classSizes(who, counts);
  let doubled = 0;
  let [tpBefore, fpBefore] = [0, 0];
  for (const [i, tp] of counts.truePositives.entries()) {
    const fp = counts.falsePositives[i]!;
    doubled += (fp - fpBefore) * (tp + tpBefore);
    [tpBefore, fpBefore] = [tp, fp];
  }
  return doubled / 2 / nPositives / nNegatives;
}

function multiclassArea<L extends Label>(
  yTrue: readonly L[],
  yScore: readonly (readonly number[])[],
  { multiClass, average = "macro", labels }: MulticlassAucOptions<L>,
): number {
  const { classes, rows, codes } = readProbabilities(who, yTrue, yScore, labels);
  if (average !== "macro" && average !== "weighted") {
    throw new RangeError(`${who} needs average "macro" or "weighted", got ${shown(average)}.`);
  }
  const nOf = (code: number) => codes.filter((other) => other === code).length;
  const parts: { area: number; weight: number }[] = [];
  for (const a of classes.keys()) {
    if (multiClass === "ovr") {
      parts.push({ area: areaAmong(codes, rows, a, () => true), weight: nOf(a) });
    } else if (multiClass === "ovo") {
      for (let b = a + 1; b < classes.length; b++) {
        const isEither = (code: number) => code === a || code === b;
        const both = areaAmong(codes, rows, a, isEither) + areaAmong(codes, rows, b, isEither);
        parts.push({ area: both / 2, weight: nOf(a) + nOf(b) });
      }
    } else {
      throw new RangeError(
        `${who} needs multiClass "ovr" or "ovo" for columns of scores, got ${shown(multiClass)}.`,
      );
    }
  }
  const weights = parts.map(({ weight }) => (average === "weighted" ? weight : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return parts.reduce((sum, part, i) => sum + part.area * weights[i]!, 0) / total;
}

/** The area of one class, by its column of scores, among the rows of some classes. */
function areaAmong(
  codes: readonly number[],
  rows: readonly (readonly number[])[],
  positive: number,
  isAmong: (code: number) => boolean,
): number {
  const among = codes.flatMap((code, i) => (isAmong(code) ? [i] : []));
  const isPositive = among.map((i) => Number(codes[i] === positive));
  return area(
    isPositive,
    among.map((i) => rows[i]![positive]!),
    1,
  );
}

function isRows(
  yScore: readonly number[] | readonly (readonly number[])[],
): yScore is readonly (readonly number[])[] {
  return Array.isArray(yScore) && Array.isArray(yScore[0]);
}
