import { type Cells, readShape } from "../cells.ts";
import { shown } from "../check-input.ts";
import { type Label, sortedClasses } from "../labels.ts";
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
    for (let i = 0; i < nSamples; i++) column[i] = checkCategory(who, cellAt(i, j), cellAt(0, j), i, j);
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
  if (option === "auto") return columns.map((column) => sortedClasses(who, column));
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
    const codes = Int32Array.from(column, (value) => positions.get(value) ?? -1);
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

function checkCategory(who: string, value: unknown, first: unknown, i: number, j: number): Label {
  const isCategory = typeof value === "string" || (typeof value === "number" && Number.isFinite(value));
  if (isCategory && typeof value === typeof first) return value;
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
