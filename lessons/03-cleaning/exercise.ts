// Put your code where it says "Not written yet". Everything else here is yours to use and to change.
// Save, then have it graded: npm run grade 3

import { DataFrame, toJSON } from "danfojs-node";

/** A row of a table, by column name; null where a value is missing. All rows of a table have the same columns. */
export type Row = Record<string, string | number | boolean | null>;

/** Rows as a table of danfojs. Yours to use. */
export function tableOf(rows: Row[]): DataFrame {
  return new DataFrame(rows);
}

/** A table of danfojs as rows. Yours to use. */
export function rowsOf(table: DataFrame): Row[] {
  return toJSON(table) as Row[];
}

/**
 * The rows without those that repeat an earlier row in every cell. All others stay, in their order.
 *
 * A gap equals a gap in the same column, and nothing else.
 */
export function dropDuplicates(rows: Row[]): Row[] {
  throw new Error("Not written yet: dropDuplicates");
}

/**
 * The rows with one column put right: where its cell is one of the allowed codes, but for capitals and for blanks before or after
 * it, the cell becomes that code as it is allowed. Every other cell of the column becomes null.
 *
 * All rows stay, and so do the other columns. The column holds texts and gaps; no two allowed codes differ by capitals alone.
 */
export function fixCodes(rows: Row[], column: string, allowed: string[]): Row[] {
  throw new Error("Not written yet: fixCodes");
}

/**
 * The height in inches that somebody meant who typed this, not rounded; or null if it is none.
 *
 * - A number from 50 to 84 is inches. `in`, `inches` or `"` may stand behind it.
 * - A number from 100 to 250 is centimetres, and `cm` may stand behind it. An inch is 2.54 cm.
 * - A whole number from 4 to 7, then `'`, `ft`, `feet`, a point or a comma, then a whole number from 0 to 11: feet and inches, so
 *   5.11 is 5 feet 11. `in`, `inches`, `"` or `''` may stand behind it. A foot is 12 inches.
 *
 * In the first two the number may have decimals, behind a point. Capitals do not matter, and neither do blanks at the ends or
 * between the parts. What is blank, a word, a number outside its range (70 cm too), 12 inches beside the feet, or more than
 * these parts (69 or 70), is null. Not asked for are metres (1.78), feet alone (6 ft) and parts of an inch beside feet (5'7.5): read them or leave them.
 */
export function parseHeight(text: string): number | null {
  throw new Error("Not written yet: parseHeight");
}
