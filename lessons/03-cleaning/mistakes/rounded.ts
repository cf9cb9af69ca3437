/**
 * You round to whole inches. Whoever needs whole inches can round them later; whoever needs the rest can't get it
 * back.
 * Next: how many inches are 170 cm, with two decimals?
 */
import { parseHeight as parse } from "../solution.ts";

export { dropDuplicates, fixCodes, rowsOf, tableOf } from "../solution.ts";

export function parseHeight(text: string): number | null {
  const inches = parse(text);
  return inches === null ? null : Math.round(inches);
}
