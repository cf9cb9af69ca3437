import { shown } from "../check-input.ts";
import type { Label } from "../labels.ts";
import type { StoredFields } from "../stored.ts";

/**
 * Which category gets no column of its own: none (null), each column's first, that of columns with two categories
 * only ("ifBinary"), or these, one for each column. What is left out follows from the others: all are 0.
 */
export type DropOption = null | "first" | "ifBinary" | readonly Label[];

/**
 * The position of each column's category that is dropped, -1 where none is.
 * @throws {RangeError} when the option is something else, or names a category that its column has not
 */
export function droppedCodes(
  who: string,
  categories: readonly (readonly Label[])[],
  drop: DropOption,
): number[] {
  if (drop === null) return categories.map(() => -1);
  if (drop === "first") return categories.map(() => 0);
  if (drop === "ifBinary") return categories.map((ofColumn) => (ofColumn.length === 2 ? 0 : -1));
  if (!Array.isArray(drop) || drop.length !== categories.length) {
    throw new RangeError(
      `${who} needs null, "first", "ifBinary" or a category for each of ${categories.length} columns as drop, got ${shown(drop)}.`,
    );
  }
  return categories.map((ofColumn, j) => {
    const code = ofColumn.indexOf(drop[j]!);
    if (code >= 0) return code;
    throw new RangeError(`${who} needs to drop a category that column ${j} has, got ${shown(drop[j])}.`);
  });
}

/** The drop option, as toJSON wrote it. */
export function readDropOption(options: StoredFields): DropOption {
  const drop = options.value("drop");
  if (drop === null) return null;
  if (!Array.isArray(drop)) return options.oneOf("drop", ["first", "ifBinary"]);
  // Columns of texts and of numbers stand side by side here; droppedCodes holds each to its column.
  return drop;
}
