/**
 * You read only what is a number as it stands. But 69" and 170 cm are heights, and so is 5'11: to whoever typed it, it was one. A
 * program that can't read it should learn to.
 * Next: which parts do 69" and 5'11 have, and which of them are numbers?
 */
import { parseHeight as parse } from "../solution.ts";

export { dropDuplicates, fixCodes, rowsOf, tableOf } from "../solution.ts";

export function parseHeight(text: string): number | null {
  return Number.isNaN(Number(text.trim())) ? null : parse(text);
}
