import { type Cells, readShape } from "../cells.ts";
import { shown } from "../check-input.ts";
import { distinctAscending, type Label, sortedClasses } from "../labels.ts";
import type { StoredFields } from "../stored.ts";

/** Which categories each column has: those that fit meets, in ascending order, or these, in this order. */
export type CategoriesOption = "auto" | readonly (readonly Label[])[];

/**
 * The columns of a table of categories, each all texts or all finite numbers.
 * @throws {TypeError|RangeError} when X is not such a table, or with nFeatures not that wide
 */
export function readCategories(who: string, X: Cells, nFeatures?: number): Label[][] {
  const { nSamples, nFeatures: width, cellAt } = readShape(who, X, nFeatures);
  return Array.from({ length: width }, (_, j) => {
    const column = new Array<Label>(nSamples);
    const kind = typeof cellAt(0, j);
    for (let i = 0; i < nSamples; i++) {
      const value = cellAt(i, j);
      column[i] = isCategory(value, kind) ? value : refuse(who, value, i, j);
    }
    return column;
  });
}

/**
 * The categories of each column.
 * @throws {TypeError|RangeError} when the option has not one list of different categories for each column
 */
export function learnCategories(
  who: string,
  columns: readonly (readonly Label[])[],
  option: CategoriesOption,
): Label[][] {
  if (option === "auto") return columns.map((column) => distinctAscending(column));
  if (!Array.isArray(option) || option.length !== columns.length) {
    const got = Array.isArray(option) ? `${option.length} lists` : shown(option);
    throw new RangeError(
      `${who} needs "auto" or a list for each of ${columns.length} columns as categories, got ${got}.`,
    );
  }
  return option.map((categories, j) => {
    const distinct = sortedClasses(who, categories).length;
    if (distinct === categories.length && distinct > 0) return [...categories];
    throw new RangeError(`${who} needs different categories, and at least one, in column ${j}.`);
  });
}

/**
 * Checks that columns hold their categories only, where fit has to: those that it met itself need no check.
 * @throws {RangeError} when a column holds another value
 */
export function checkKnown(
  who: string,
  columns: readonly (readonly Label[])[],
  categories: readonly (readonly Label[])[],
  option: CategoriesOption,
): void {
  if (option !== "auto") codesOf(who, columns, categories, { known: true });
}

/**
 * Each value's position among its column's categories, -1 where it is none of them.
 * @throws {RangeError} for such a value, when `known` says that there must be none
 */
export function codesOf(
  who: string,
  columns: readonly (readonly Label[])[],
  categories: readonly (readonly Label[])[],
  { known }: { known: boolean },
): Int32Array[] {
  return columns.map((column, j) => {
    const positions = new Map(categories[j]!.map((category, code) => [category, code]));
    const codes = new Int32Array(column.length);
    for (let i = 0; i < codes.length; i++) codes[i] = positions.get(column[i]!) ?? -1;
    const i = known ? codes.indexOf(-1) : -1;
    if (i < 0) return codes;
    throw new RangeError(
      `${who} needs categories that it knows, got ${shown(column[i])} in row ${i}, column ${j} (both count from 0).`,
    );
  });
}

/** The categories option, as toJSON wrote it. */
export function readCategoriesOption(options: StoredFields): CategoriesOption {
  return options.value("categories") === "auto" ? "auto" : options.labelLists("categories");
}

function isCategory(value: unknown, kind: string): value is Label {
  return kind === "string" ? typeof value === "string" : typeof value === "number" && Number.isFinite(value);
}

function refuse(who: string, value: unknown, i: number, j: number): never {
  const place = `in row ${i}, column ${j} (both count from 0)`;
  if (value === null || value === undefined || Number.isNaN(value)) {
    throw new TypeError(
      `${who} needs a category in each cell, got ${shown(value)} ${place}: fill it with SimpleImputer first.`,
    );
  }
  throw new TypeError(
    `${who} needs columns of texts or of finite numbers, not both, got ${shown(value)} ${place}.`,
  );
}
