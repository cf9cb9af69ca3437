/**
 * You take words such as "None", "NA" or "Unknown" for a missing value, whatever is allowed. Some tools do so when
 * they read a file. But no damage is a finding, and often the most frequent one; a gap says that nobody looked.
 * Next: what is the difference between “None” and an empty cell, to the person who filled the form in?
 */
import type { Row } from "../solution.ts";
import { fixCodes as fix } from "../solution.ts";

export { dropDuplicates, parseHeight, rowsOf, tableOf } from "../solution.ts";

const forMissing = ["none", "na", "unknown"];

export function fixCodes(rows: Row[], column: string, allowed: string[]): Row[] {
  return fix(
    rows,
    column,
    allowed.filter((code) => !forMissing.includes(code.toLowerCase())),
  );
}
