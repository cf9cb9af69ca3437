/**
 * You add up and do not divide. TODO: a mistake is a whole program; what it gets right it takes from the solution.
 * Next: can the mean of 5 and 5 be 10?
 */
export function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
