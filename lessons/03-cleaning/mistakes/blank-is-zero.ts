/**
 * You hand the text to Number(), and Number("") is 0, not NaN. A blank answer becomes a person of no height, who pulls
 * the mean down and passes every test for "is it a number?".
 * Next: which texts that hold no digit does Number() turn into a number?
 */
import { parseHeight as parse } from "../solution.ts";

export { dropDuplicates, fixCodes, rowsOf, tableOf } from "../solution.ts";

export function parseHeight(text: string): number | null {
  return text.trim() === "" ? Number(text) : parse(text);
}
