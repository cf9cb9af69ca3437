/**
 * You give what is left over of a class to its last part. That part has too many of them, and the last fold learns too
 * little about the class.
 * Next: of 5 rows of a class in 3 parts, how many should each have?
 */
import type { Fold } from "../solution.ts";

export { crossValidate, kFold, newModel, newScaler, timeSeriesSplit } from "../solution.ts";

export function stratifiedKFold(labels: string[], k: number): Fold[] {
  const rows = labels.map((_, i) => i);
  const partOf = (i: number) => {
    const ofClass = rows.filter((other) => labels[other] === labels[i]);
    return Math.min(k - 1, Math.floor(ofClass.indexOf(i) / Math.floor(ofClass.length / k)));
  };
  return Array.from({ length: k }, (_, fold) => ({
    train: rows.filter((i) => partOf(i) !== fold),
    test: rows.filter((i) => partOf(i) === fold),
  }));
}
