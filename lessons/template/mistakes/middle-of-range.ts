/**
 * You take the middle between the smallest and the largest number. TODO: end each explanation with a question that leads on.
 * Next: what do the numbers in between have to say?
 */
export function meanOf(values: number[]): number {
  return (Math.min(...values) + Math.max(...values)) / 2;
}
