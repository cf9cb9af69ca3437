/**
 * You divide each row of the matrix by its sum. Shares are easy to look at, but they have forgotten how many rows there were, and
 * precision can't be computed from them.
 * Next: of ten rows that are “a”, seven were found. Which number belongs into the matrix?
 */
export { bestThreshold, precisionRecallF1, reportThreshold } from "../solution.ts";

export function confusionMatrix(actual: string[], predicted: string[], labels: string[]): number[][] {
  return labels.map((is) => {
    const counts = labels.map(
      (said) => actual.filter((name, i) => name === is && predicted[i] === said).length,
    );
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => (total === 0 ? 0 : count / total));
  });
}
