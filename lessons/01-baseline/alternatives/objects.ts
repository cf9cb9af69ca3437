/** With an object as the tally, entries sorted by two criteria, and a reduce. */
export const usableColumns = (columns: { name: string; knownBefore: boolean }[]) =>
  columns.flatMap(({ name, knownBefore }) => (knownBefore ? name : []));

export function majorityClass(labels: string[]) {
  const tally: Record<string, number> = Object.create(null);
  for (const label of labels) tally[label] = (tally[label] || 0) + 1;
  const sorted = Object.entries(tally).sort(
    ([one, count], [other, otherCount]) => otherCount - count || one.localeCompare(other),
  );
  return sorted[0][0]; // throws by itself where there are no labels
}

export function accuracy(actual: string[], predicted: string[]) {
  if (actual.length !== predicted.length) throw new TypeError("two lengths");
  if (actual.length < 1) throw new TypeError("no rows");
  return actual.reduce((sum, label, i) => sum + Number(label === predicted[i]), 0) / actual.length;
}
