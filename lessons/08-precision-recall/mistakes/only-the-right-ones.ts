/**
 * You count only the rows that were predicted right. The diagonal is there, and everything that the matrix is made for, which
 * class is taken for which, is 0.
 * Next: in which entry does a wrong prediction count?
 */
export { bestThreshold, precisionRecallF1, reportThreshold } from "../solution.ts";

export function confusionMatrix(actual: string[], predicted: string[], labels: string[]): number[][] {
  return labels.map((is) =>
    labels.map((said) =>
      said === is ? actual.filter((name, i) => name === is && predicted[i] === is).length : 0,
    ),
  );
}
