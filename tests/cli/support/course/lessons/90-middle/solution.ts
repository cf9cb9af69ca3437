/** The arithmetic mean of at least one number. */
export function meanOf(values: number[]): number {
  // answer:
  return values.reduce((sum, value) => sum + value, 0) / values.length;
  // end
}

/** How far the largest number is from the smallest. */
export function rangeOf(values: number[]): number {
  // answer:
  return Math.max(...values) - Math.min(...values);
  // end
}
