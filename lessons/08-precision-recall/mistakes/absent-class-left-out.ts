/**
 * You leave out classes that do not occur. The matrix changes its size from one set of rows to the next, and its columns can't be told
 * apart any more.
 * Next: labels has three names, and one of them occurs nowhere. How many rows does the matrix have?
 */
export { bestThreshold, precisionRecallF1, reportThreshold } from "../solution.ts";

export function confusionMatrix(actual: string[], predicted: string[], labels: string[]): number[][] {
  const names = labels.filter((label) => actual.includes(label) || predicted.includes(label));
  return names.map((is) =>
    names.map((said) => actual.filter((name, i) => name === is && predicted[i] === said).length),
  );
}
