/**
 * You refuse every number that is not in inches. Those who answered in centimetres told you their height all the same,
 * and they are not like the rest: they grew up elsewhere. Leave them out, and you leave out people.
 * Next: which unit makes 170 the height of a person?
 */
import { parseHeight as parse } from "../solution.ts";

export { dropDuplicates, fixCodes, rowsOf, tableOf } from "../solution.ts";

export function parseHeight(text: string): number | null {
  const typed = text.toLowerCase().replaceAll(/\s/g, "");
  return /^\d{3}(\.\d+)?(cm)?$/.test(typed) ? null : parse(text);
}
