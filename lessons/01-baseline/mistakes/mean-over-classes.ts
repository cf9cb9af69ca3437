/**
 * You compute a share for each class and take the mean of the shares. That gives every class the same say, however few rows it has. It
 * is called balanced accuracy, and is a good second number; plain accuracy gives every row the same say.
 * Next: how much should a class of one row count beside a class of a thousand?
 */
export { majorityClass, usableColumns } from "../solution.ts";

export function accuracy(actual: string[], predicted: string[]): number {
  if (actual.length !== predicted.length || actual.length === 0) throw new RangeError("no rows");
  const kinds = [...new Set(actual)];
  const shares = kinds.map((kind) => {
    const rows = actual.map((_, i) => i).filter((i) => actual[i] === kind);
    return rows.filter((i) => predicted[i] === kind).length / rows.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / kinds.length;
}
