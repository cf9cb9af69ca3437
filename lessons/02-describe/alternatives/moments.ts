/** By Welford's way, which updates mean and squares with each value; quantiles by counting instead of sorting. */
export async function frequencies(values: string[]) {
  const kinds = [...new Set(values)].sort();
  const tally = kinds.map((kind): [string, number] => [
    kind,
    values.filter((value) => value === kind).length,
  ]);
  return tally.toSorted((one, other) => other[1] - one[1]);
}

export async function quantile(values: number[], share: number) {
  return between(values, share);
}

export async function describe(values: (number | null)[]) {
  const there = values.flatMap((value) => (value === null ? [] : [value]));
  const moments = { count: 0, mean: 0, squares: 0 };
  for (const value of there) {
    const distance = value - moments.mean;
    moments.count++;
    moments.mean += distance / moments.count;
    moments.squares += distance * (value - moments.mean);
  }
  const { count, mean, squares } = moments;
  const at = (share: number) => (count ? between(there, share) : null);
  return {
    count,
    missing: values.length - count,
    mean: count ? mean : null,
    std: count > 1 ? (squares / (count - 1)) ** 0.5 : null,
    min: at(0),
    q1: at(0.25),
    median: at(0.5),
    q3: at(0.75),
    max: at(1),
  };
}

function between(values: number[], share: number): number {
  const place = share * (values.length - 1);
  const [low, high] = [ranked(values, Math.floor(place)), ranked(values, Math.ceil(place))];
  return low + (high - low) * (place - Math.floor(place));
}

/** The value that has at most `rank` smaller ones and, with its equals, more than `rank`. */
function ranked(values: number[], rank: number): number {
  const isRanked = (value: number) =>
    values.filter((other) => other < value).length <= rank &&
    values.filter((other) => other <= value).length > rank;
  return values.find(isRanked) ?? Number.NaN;
}
