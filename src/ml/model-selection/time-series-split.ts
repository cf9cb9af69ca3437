import { checkCount } from "../check-input.ts";
import type { Fold } from "./folds.ts";

/**
 * How many folds (5), at most how many rows to learn from (all earlier ones), how many to test on (an equal share),
 * and how many rows to leave out between the two (0).
 */
export interface TimeSeriesSplitOptions {
  nSplits?: number;
  maxTrainSize?: number;
  testSize?: number;
  gap?: number;
}

/**
 * Folds for rows in the order of time: each tests on the rows that follow those it learns from, so that none
 * learns from the future of its test.
 * @example
 * new TimeSeriesSplit({ nSplits: 2 }).split(3);
 * // [{ train: [0], test: [1] }, { train: [0, 1], test: [2] }]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.TimeSeriesSplit.html
 */
export class TimeSeriesSplit {
  readonly options: Readonly<TimeSeriesSplitOptions>;

  constructor(options: TimeSeriesSplitOptions = {}) {
    this.options = options;
  }

  /**
   * The folds of the rows 0 to nSamples - 1, which are in the order of time.
   * @throws {RangeError} when an option is no whole number of its range, or there are too few rows for the folds
   */
  split(nSamples: number): Fold[] {
    const who = "TimeSeriesSplit";
    const { nSplits = 5, maxTrainSize = nSamples, gap = 0 } = this.options;
    checkCount(`${who}.split`, "nSamples", nSamples, 1);
    checkCount(who, "nSplits", nSplits, 2);
    checkCount(who, "maxTrainSize", maxTrainSize, 1);
    checkCount(who, "gap", gap, 0);
    if (nSplits + 1 > nSamples) {
      throw new RangeError(`${who} needs nSplits < nSamples, got ${nSplits} folds for ${nSamples} rows.`);
    }
    const testSize = this.options.testSize ?? Math.floor(nSamples / (nSplits + 1));
    checkCount(who, "testSize", testSize, 1);
    if (nSamples - gap - testSize * nSplits <= 0) {
      throw new RangeError(
        `${who} needs more than ${testSize * nSplits + gap} rows for ${nSplits} tests of ${testSize} and a gap of ${gap}, got ${nSamples}.`,
      );
    }
    return Array.from({ length: nSplits }, (_, fold) => {
      const testStart = nSamples - (nSplits - fold) * testSize;
      const trainEnd = testStart - gap;
      return {
        train: range(Math.max(0, trainEnd - maxTrainSize), trainEnd),
        test: range(testStart, testStart + testSize),
      };
    });
  }
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
