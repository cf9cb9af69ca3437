/**
 * You return positions within a class as if they were row numbers. The first row of each class becomes row 0, so some rows
 * come several times and others never.
 * Next: the rows of class b are 4, 7 and 9. Which of them is at position 1?
 */
import { type Fold, kFold } from "../solution.ts";

export { crossValidate, kFold, newModel, newScaler, timeSeriesSplit } from "../solution.ts";

export function stratifiedKFold(labels: string[], k: number): Fold[] {
  const byClass = [...new Set(labels)].map((name) =>
    kFold(labels.filter((label) => label === name).length, k),
  );
  return Array.from({ length: k }, (_, fold) => ({
    train: byClass.flatMap((folds) => folds[fold].train),
    test: byClass.flatMap((folds) => folds[fold].test),
  }));
}
