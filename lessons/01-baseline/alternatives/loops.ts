/** With loops and an early way out, and no other array methods than push. */
export function usableColumns(columns: { name: string; knownBefore: boolean }[]) {
  const names = [];
  for (const column of columns) {
    if (!column.knownBefore) continue;
    names.push(column.name);
  }
  return names;
}

export function majorityClass(labels: string[]) {
  if (!labels.length) throw new Error("There is no label.");
  const counts = new Map<string, number>();
  let best = labels[0];
  for (const label of labels) counts.set(label, 1 + (counts.get(label) ?? 0));
  for (const [label, count] of counts) {
    const most = counts.get(best) ?? 0;
    if (count > most || (count === most && label < best)) best = label;
  }
  return best;
}

export function accuracy(actual: string[], predicted: string[]) {
  if (!actual.length || actual.length !== predicted.length) throw new Error("The lists don't match.");
  let right = 0;
  for (let i = 0; i < actual.length; i++) if (actual[i] === predicted[i]) right += 1;
  return right / actual.length;
}
