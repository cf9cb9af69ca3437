/** Each number moves the mean a little. TODO: also where the text leaves open what is given in odd cases. */
export function meanOf(values: number[]): number {
  return values.reduce((mean, value, i) => mean + (value - mean) / (i + 1), 0);
}
