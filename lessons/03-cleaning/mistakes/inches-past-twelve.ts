/**
 * You add up feet and inches whatever they are: 5'12 becomes 72 and 2'33 becomes 57. With twelve inches begins the
 * next foot, so nobody measures 5'12: it was typed wrongly, and you do not know how.
 * Next: up to which number of inches can a height in feet and inches go?
 */
import { parseHeight as parse } from "../solution.ts";

export { dropDuplicates, fixCodes, rowsOf, tableOf } from "../solution.ts";

export function parseHeight(text: string): number | null {
  const typed = text.toLowerCase().replaceAll(/\s/g, "");
  const [, feet, inches] = /^(\d)(?:'|ft|feet|[.,])(\d{1,2})(?:"|''|in|inches)?$/.exec(typed) ?? [];
  return feet === undefined ? parse(text) : 12 * Number(feet) + Number(inches);
}
