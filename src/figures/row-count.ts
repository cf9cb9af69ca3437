/**
 * How many rows columns have; 0 if there are no columns.
 *
 * @param who asks, as a message names it
 * @throws RangeError if the columns have different lengths
 * @example rowCountOf({ age: [22, 38], cabin: ["C85", ""] }, "missingness") // 2
 */
export function rowCountOf(columns: Readonly<Record<string, ArrayLike<unknown>>>, who: string): number {
  const [first, ...others] = Object.entries(columns);
  if (first === undefined) return 0;
  const [name, { length }] = first;
  const unlike = others.find(([, values]) => values.length !== length);
  if (unlike === undefined) return length;
  throw new RangeError(
    `${who} needs columns of one length, got ${length} in ${name} and ${unlike[1].length} in ${unlike[0]}.`,
  );
}
