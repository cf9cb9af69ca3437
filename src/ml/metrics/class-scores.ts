import { shown } from "../check-input.ts";
import type { Label } from "../labels.ts";
import { type LabelPairs, readPairs } from "./label-pairs.ts";

/**
 * Which class is meant by "binary" (1), which classes to look at (all that occur, ascending), and what 0/0 is (0):
 * the precision of a class that is never predicted, the recall of one that has no rows.
 */
export interface PerClassOptions<L extends Label> {
  posLabel?: L;
  labels?: readonly L[];
  zeroDivision?: 0 | 1;
}

/**
 * How classes become one number: the score of `posLabel` ("binary"), of all decisions thrown together ("micro"), the
 * mean of the classes ("macro"), or their mean weighted by their numbers of rows ("weighted").
 */
export interface AverageOptions<L extends Label> extends PerClassOptions<L> {
  average?: "binary" | "micro" | "macro" | "weighted";
}

/** Options of every score here; `average: null` asks for a score of each class. */
export interface ClassScoreOptions<L extends Label> extends PerClassOptions<L> {
  average?: AverageOptions<L>["average"] | null;
  beta?: number;
}

/** Scores of each class, in the order of the classes; with an average, lists of one. */
export interface ClassScores {
  precision: number[];
  recall: number[];
  fscore: number[];
  support: number[];
}

/**
 * Precision, recall and F-score of each class, or averaged.
 * @throws {TypeError|RangeError} as precisionRecallFscoreSupport does
 */
export function classScores<L extends Label>(
  who: string,
  yTrue: readonly L[],
  yPred: readonly L[],
  { average = "binary", beta = 1, posLabel = 1 as L, labels, zeroDivision = 0 }: ClassScoreOptions<L> = {},
): ClassScores {
  checkOptions(who, average, beta, zeroDivision);
  const pairs = readPairs(who, yTrue, yPred, average === "binary" ? [posLabel] : labels);
  if (average === "binary") checkBinary(who, pairs, posLabel);
  const asked = (counts: readonly number[]) => counts.slice(0, pairs.nAsked);
  const counts = {
    right: asked(pairs.right),
    predicted: asked(pairs.predicted),
    actual: asked(pairs.actual),
  };
  if (average === "micro") {
    const { right, predicted, actual } = counts;
    return divided(
      { right: [sum(right)], predicted: [sum(predicted)], actual: [sum(actual)] },
      beta,
      zeroDivision,
    );
  }
  const scores = divided(counts, beta, zeroDivision);
  if (average === "weighted") return weighted(scores, sum(counts.predicted) > 0, zeroDivision);
  return average === "macro" ? unweighted(scores) : scores;
}

interface Counts {
  right: number[];
  predicted: number[];
  actual: number[];
}

function divided({ right, predicted, actual }: Counts, beta: number, zeroDivision: number): ClassScores {
  const share = (part: number, whole: number) => (whole === 0 ? zeroDivision : part / whole);
  const precision = right.map((count, code) => share(count, predicted[code]!));
  const recall = right.map((count, code) => share(count, actual[code]!));
  const fscore = precision.map((p, code) => {
    const r = recall[code]!;
    if (beta === Number.POSITIVE_INFINITY) return r;
    const divisor = beta ** 2 * p + r;
    return divisor === 0 ? 0 : ((1 + beta ** 2) * p * r) / divisor;
  });
  return { precision, recall, fscore, support: actual };
}

function unweighted({ precision, recall, fscore, support }: ClassScores): ClassScores {
  const mean = (scores: readonly number[]) => [sum(scores) / scores.length];
  return { precision: mean(precision), recall: mean(recall), fscore: mean(fscore), support };
}

/** The mean of the classes' scores, each class weighing as much as it has rows. */
function weighted(
  { precision, recall, fscore, support }: ClassScores,
  anyPredicted: boolean,
  zeroDivision: number,
) {
  const total = sum(support);
  if (total === 0) {
    // No row has one of these classes, so every recall is 0/0; precision is, too, if none is predicted either.
    const ofPredicted = [anyPredicted ? 0 : zeroDivision];
    return { precision: ofPredicted, recall: [zeroDivision], fscore: ofPredicted, support };
  }
  const mean = (scores: readonly number[]) => [
    sum(scores.map((score, code) => score * support[code]!)) / total,
  ];
  return { precision: mean(precision), recall: mean(recall), fscore: mean(fscore), support };
}

function checkOptions(who: string, average: unknown, beta: number, zeroDivision: number): void {
  if (average !== null && !["binary", "micro", "macro", "weighted"].includes(String(average))) {
    throw new RangeError(
      `${who} needs "binary", "micro", "macro", "weighted" or null as average, got ${shown(average)}.`,
    );
  }
  if (!(beta >= 0)) throw new RangeError(`${who} needs beta ≥ 0, got ${shown(beta)}.`);
  if (zeroDivision !== 0 && zeroDivision !== 1) {
    throw new RangeError(`${who} needs zeroDivision 0 or 1, got ${shown(zeroDivision)}.`);
  }
}

function checkBinary<L extends Label>(
  who: string,
  { classes, actual, predicted }: LabelPairs<L>,
  posLabel: L,
) {
  const occurring = classes.filter((_, code) => actual[code]! + predicted[code]! > 0);
  if (occurring.length > 2) {
    throw new RangeError(
      `${who} needs two classes, got ${occurring.length}: choose an average other than "binary".`,
    );
  }
  if (occurring.length === 2 && !occurring.includes(posLabel)) {
    throw new RangeError(
      `${who} needs one of the labels ${occurring.map(shown).join(" and ")} as posLabel, got ${shown(posLabel)}.`,
    );
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
