/**
 * You read 5.11 as a decimal number of feet, and get a little over 61 inches. Nobody knows their height as five feet
 * and eleven hundredths: it is 5 feet 11 inches, 71 in all. With decimal feet a person of 5.9 would be taller than one
 * of 5.11.
 * Next: which is taller, 5.9 or 5.11, to somebody who measures in feet and inches?
 */
import { parseHeight as parse } from "../solution.ts";

export { dropDuplicates, fixCodes, rowsOf, tableOf } from "../solution.ts";

export function parseHeight(text: string): number | null {
  const typed = text.replaceAll(/\s/g, "").replace(",", ".");
  return /^[4-7]\.\d+$/.test(typed) ? 12 * Number(typed) : parse(text);
}
