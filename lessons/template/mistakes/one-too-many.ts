/**
 * You divide by one number more than there are. TODO: what people get wrong and why it is wrong, said to "you", four times or more.
 * Next: what is the mean of the single number 4?
 */
export function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length + 1);
}
