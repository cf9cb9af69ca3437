/**
 * You read only what is a number as it stands, and give null for 5'11 and 5 ft 11. To the person who typed it, it was
 * a height; a program that can't read it should learn to.
 * Next: which parts does 5'11 have, and which of them are numbers?
 */
import { parseHeight as parse } from "../solution.ts";

export { dropDuplicates, fixCodes, rowsOf, tableOf } from "../solution.ts";

export function parseHeight(text: string): number | null {
  return Number.isNaN(Number(text.trim())) ? null : parse(text);
}
