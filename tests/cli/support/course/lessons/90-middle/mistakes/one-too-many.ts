/**
 * You divide by one number more than there are.
 * Next: what is the mean of the single number 4?
 */
export { rangeOf } from "../solution.ts";

export function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length + 1);
}
