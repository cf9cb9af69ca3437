// Put your code where it says "Not written yet". Everything else here is yours to use and to change.
// Save, then have it graded: npm run grade 9

import { KNeighborsClassifier } from "groundwork/neighbors";
import { StandardScaler } from "groundwork/preprocessing";

/** Row numbers, counted from 0, in any order: those to learn from, and those to test on. */
export interface Fold {
  train: number[];
  test: number[];
}

/** The score of each fold, their mean, and how far they lie from it. */
export interface CrossValidation {
  scores: number[];
  mean: number;
  std: number;
}

/** A scaler that has learned nothing yet: `fit(X)` learns, `transform(X)` gives scaled rows. Yours to use. */
export function newScaler(): StandardScaler {
  return new StandardScaler();
}

/**
 * A model that has learned nothing yet, in which the five nearest rows vote: `fit(X, y)` learns, `score(X, y)` gives the share
 * of rows that it gets right. Yours to use.
 */
export function newModel(): KNeighborsClassifier<string> {
  return new KNeighborsClassifier<string>({ nNeighbors: 5 });
}

/**
 * Cuts the rows 0 to nRows − 1 into k parts. Each part is the test of one fold, which learns from all other rows.
 *
 * The parts are as even as they can be: none has two rows more than another. Which rows go together is up to you, and so is
 * which part gets a row more. k is at least 2, and nRows is at least k.
 */
export function kFold(nRows: number, k: number): Fold[] {
  throw new Error("Not written yet: kFold");
}

/**
 * Cuts the rows into k parts, as kFold does, but each class is spread evenly: `labels[i]` is the class of row i, and no part
 * has two rows of a class more than another.
 *
 * Each class has k rows or more, and they stand anywhere. How the parts compare as a whole does not matter.
 */
export function stratifiedKFold(labels: string[], k: number): Fold[] {
  throw new Error("Not written yet: stratifiedKFold");
}

/**
 * Folds for rows in the order of time, row 0 the earliest. Each fold learns from all rows before its test, and from no others.
 *
 * There are k tests, each of nRows / (k + 1) rows, rounded down, one right after the other. The last one ends with the last
 * row. The folds come in the order of time. nRows is at least k + 1.
 */
export function timeSeriesSplit(nRows: number, k: number): Fold[] {
  throw new Error("Not written yet: timeSeriesSplit");
}

/**
 * Scores each fold with a scaler and a model of its own, newScaler() and newModel(), which learn from the fold's training rows
 * alone. The score is the model's, on the scaled test rows.
 *
 * `scores` are in the order of the folds, and `mean` is their mean. `std` is their standard deviation: the root of the mean
 * squared distance from the mean, as in lesson 6. There is at least one fold.
 */
export function crossValidate(X: number[][], y: string[], folds: Fold[]): CrossValidation {
  throw new Error("Not written yet: crossValidate");
}
