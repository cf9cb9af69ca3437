/**
 * You take a number such as 170 for inches. That would be a person of four metres and thirty: it is the unit that is
 * wrong, and the number says so itself.
 * Next: how tall is somebody of 170 inches, in metres?
 */
import { parseHeight as parse } from "../solution.ts";

export { dropDuplicates, fixCodes, rowsOf, tableOf } from "../solution.ts";

export function parseHeight(text: string): number | null {
  const typed = text.toLowerCase().replaceAll(/\s/g, "");
  const inches = parse(text);
  return /^\d+(\.\d+)?(cm)?$/.test(typed) && inches !== null ? Number.parseFloat(typed) : inches;
}
