/**
 * Your matrix lies on its side: rows are what was predicted, columns what is. Whoever reads precision off it gets recall.
 * Next: a row is “a” and was predicted as “b”. Is that the entry in row a or in row b?
 */
export { bestThreshold, precisionRecallF1, reportThreshold } from "../solution.ts";

export function confusionMatrix(actual: string[], predicted: string[], labels: string[]): number[][] {
  return labels.map((said) =>
    labels.map((is) => actual.filter((name, i) => name === is && predicted[i] === said).length),
  );
}
