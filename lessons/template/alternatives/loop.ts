/** With a loop. TODO: an answer that is right in another way, with another package or other loops; two or more. */
export function meanOf(values: number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
