/**
 * You take equally many rows of every class, as many as the rarest has, and leave the others out. The folds then show a
 * world in which all classes are equally frequent.
 * Next: if nine rows of ten are of class a, how many of a test's ten rows should be?
 */
import { type Fold, stratifiedKFold as folds } from "../solution.ts";

export { crossValidate, kFold, newModel, newScaler, timeSeriesSplit } from "../solution.ts";

export function stratifiedKFold(labels: string[], k: number): Fold[] {
  const sizes = [...new Set(labels)].map((name) => labels.filter((label) => label === name).length);
  const earlier = (i: number) => labels.slice(0, i).filter((label) => label === labels[i]).length;
  const kept = labels.map((_, i) => i).filter((i) => earlier(i) < Math.min(...sizes));
  return folds(labels, k).map(({ train, test }) => ({
    train: train.filter((i) => kept.includes(i)),
    test: test.filter((i) => kept.includes(i)),
  }));
}
