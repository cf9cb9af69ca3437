/**
 * You multiply by 2.54 where you should divide. There are more centimetres than inches in every length, so the number
 * gets smaller on the way to inches.
 * Next: is 254 cm 100 inches, or are 100 inches 254 cm? Both: which way are you going?
 */
import { parseHeight as parse } from "../solution.ts";

export { dropDuplicates, fixCodes, rowsOf, tableOf } from "../solution.ts";

export function parseHeight(text: string): number | null {
  const typed = text.toLowerCase().replaceAll(/\s/g, "");
  const inches = parse(text);
  return /^\d{3}(\.\d+)?(cm)?$/.test(typed) && inches !== null ? inches * 2.54 * 2.54 : inches;
}
