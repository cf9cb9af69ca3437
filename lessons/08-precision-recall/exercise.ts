// Put your code where it says "Not written yet". Everything else here is yours to use and to change.
// Save, then have it graded: npm run grade 8

/** One number for each class with "each"; lists of a single number with "macro" and "weighted". */
export interface Scores {
  precision: number[];
  recall: number[];
  f1: number[];
}

/** What it costs to be wrong about one row. */
export interface Costs {
  /** A positive row without an alarm. */
  missed: number;
  /** An alarm at a row that is not positive. */
  falseAlarm: number;
}

/**
 * Rows: whether each is positive, and the score that a model gave it. The larger the score, the surer the model; it can be any number,
 * and need not lie between 0 and 1.
 */
export interface Scored {
  actual: boolean[];
  scores: number[];
}

/** Part of a whole; of nothing it is 0. Yours to use. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/**
 * Counts which class was taken for which: the entry in row i and column j says how many rows are labels[i] and were predicted
 * as labels[j].
 *
 * Every name that occurs is in labels. A name in labels need not occur: its counts are 0.
 */
export function confusionMatrix(actual: string[], predicted: string[], labels: string[]): number[][] {
  throw new Error("Not written yet: confusionMatrix");
}

/**
 * Scores from a confusion matrix, its rows the actual classes, its columns the predicted ones.
 *
 * - "each": of each class its precision (of the rows predicted as it, the share that is right), its recall (of the rows that are
 *   it, the share that was found) and its F1, 2 · precision · recall / (precision + recall). A share of nothing is 0, and so is the F1 of
 *   a class whose precision and recall are 0.
 * - "macro": the mean of each of the three over all classes.
 * - "weighted": the same, but each class counts as often as it has actual rows.
 */
export function precisionRecallF1(matrix: number[][], average: "each" | "macro" | "weighted"): Scores {
  throw new Error("Not written yet: precisionRecallF1");
}

/**
 * A threshold at which these rows cost least in total. There is an alarm at each row whose score is at least the threshold.
 *
 * Where several are cheapest, any of them will do. A number above all scores stands for "never an alarm", which may be the cheapest
 * of all. There is at least one row.
 */
export function bestThreshold(actual: boolean[], scores: number[], costs: Costs): number {
  throw new Error("Not written yet: bestThreshold");
}

/**
 * Chooses the cheapest threshold on the validation rows, and reports what the test rows cost at it: the total over these rows.
 */
export function reportThreshold(
  validation: Scored,
  test: Scored,
  costs: Costs,
): { threshold: number; cost: number } {
  throw new Error("Not written yet: reportThreshold");
}
