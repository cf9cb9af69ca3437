/**
 * You leave out the ends of the ranges: 50 and 84 inches, 100 and 250 centimetres. From 50 to 84 means that both
 * belong to it.
 * Next: do your comparisons say < where they should say ≤?
 */
import { parseHeight as parse } from "../solution.ts";

export { dropDuplicates, fixCodes, rowsOf, tableOf } from "../solution.ts";

export function parseHeight(text: string): number | null {
  const number = Number.parseFloat(text.trim());
  return [50, 84, 100, 250].includes(number) ? null : parse(text);
}
