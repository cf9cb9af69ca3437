/**
 * You take the first number for all of them. TODO: each mistake must lose points, and behave unlike every other one.
 * Next: what changes when the rows come in another order?
 */
export function meanOf(values: number[]): number {
  return values[0];
}
