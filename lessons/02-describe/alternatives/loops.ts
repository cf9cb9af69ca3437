/** In one pass where that is possible: running sums, and a list of pairs that is searched. */
export function frequencies(values: string[]) {
  const pairs: [string, number][] = [];
  for (const value of values) {
    const pair = pairs.find(([other]) => other === value);
    if (pair) pair[1]++;
    else pairs.push([value, 1]);
  }
  // Of equally frequent values, the last one met stands first.
  return pairs.reverse().sort((one, other) => other[1] - one[1]);
}

export function quantile(values: number[], share: number) {
  const sorted = Float64Array.from(values).sort();
  const place = share * (sorted.length - 1);
  const index = Math.trunc(place);
  if (index === sorted.length - 1) return sorted[index];
  return sorted[index] * (1 - (place - index)) + sorted[index + 1] * (place - index);
}

export function describe(values: (number | null)[]) {
  let [count, sum, min, max] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const there: number[] = [];
  for (const value of values) {
    if (value === null) continue;
    there.push(value);
    count++;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const missing = values.length - count;
  const none = { mean: null, std: null, min: null, q1: null, median: null, q3: null, max: null };
  if (count === 0) return { count, missing, ...none };
  const mean = sum / count;
  let squares = 0;
  for (const value of there) squares += (value - mean) * (value - mean);
  const std = count === 1 ? null : Math.sqrt(squares / (count - 1));
  const [q1, median, q3] = [1, 2, 3].map((quarter) => quantile(there, quarter / 4));
  return { count, missing, mean, std, min, q1, median, q3, max };
}
