// TODO: the functions that the learner writes. A comment above each says all that the checks ask for.
/** The mean of at least one number. */
export function meanOf(values: number[]): number {
  // answer:
  return values.reduce((sum, value) => sum + value, 0) / values.length;
  // end
}
