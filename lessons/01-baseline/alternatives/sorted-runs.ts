/** By sorting a copy: equal labels then stand together, and the first of the longest runs is the first in the alphabet. */
export async function usableColumns(columns: { name: string; knownBefore: boolean }[]) {
  return columns.filter((column) => column.knownBefore === true).map((column) => column.name);
}

export async function majorityClass(labels: string[]) {
  const [first, ...others] = [...labels].sort();
  if (first === undefined) throw new RangeError("Nothing to count.");
  const best = { label: first, length: 1 };
  const run = { label: first, length: 1 };
  for (const label of others) {
    if (label === run.label) run.length++;
    else Object.assign(run, { label, length: 1 });
    if (run.length > best.length) Object.assign(best, run);
  }
  return best.label;
}

export async function accuracy(actual: string[], predicted: string[]) {
  const rows = Math.max(actual.length, predicted.length);
  if (actual.length !== rows || predicted.length !== rows) throw new RangeError("One label, one prediction.");
  const wrong = actual.filter((label, i) => label !== predicted[i]).length;
  const share = 1 - wrong / rows;
  if (Number.isNaN(share)) throw new RangeError("No rows.");
  return share;
}
