/**
 * You let every number through, inches if it is small and centimetres if it is large. Somebody typed 11111, which is
 * 282 metres. What can't be a height is not a tall person, it is no answer.
 * Next: what is the tallest and the smallest person that your function believes in?
 */
import { parseHeight as parse } from "../solution.ts";

export { dropDuplicates, fixCodes, rowsOf, tableOf } from "../solution.ts";

export function parseHeight(text: string): number | null {
  const typed = text.toLowerCase().replaceAll(/\s/g, "");
  if (!/^\d+(\.\d+)?$/.test(typed) || /^[4-7]\./.test(typed)) return parse(text);
  return Number(typed) < 100 ? Number(typed) : Number(typed) / 2.54;
}
