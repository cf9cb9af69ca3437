/**
 * You read the number that the text begins with, as parseFloat does, and look at nothing behind it. "69 or 70" becomes 69, and 70 cm
 * a person of 70 inches.
 * Next: what does parseFloat("69 or 70") give, and how would you notice that something is left over?
 */
import { parseHeight as parse } from "../solution.ts";

export { dropDuplicates, fixCodes, rowsOf, tableOf } from "../solution.ts";

export function parseHeight(text: string): number | null {
  const number = Number.parseFloat(text);
  return number >= 50 && number <= 84 ? number : parse(text);
}
