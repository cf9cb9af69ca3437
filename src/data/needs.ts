import { isMissing } from "./column.ts";
import type { Dataset } from "./dataset.ts";
import type { Task } from "./package-schema.ts";
import type { Table } from "./table.ts";

/** What a lesson needs of a data set; what it does not name may be any. */
export interface Needs {
  readonly task?: Task | readonly Task[];
  /** At least so many rows. */
  readonly rows?: number;
  /** At least so many numeric columns to learn from (`table.featureNames`). */
  readonly numeric?: number;
  /** At least so many columns of words that come again (`table.categoryNames`). */
  readonly categories?: number;
  /** A column to learn from, of numbers or of words, in which values are missing. */
  readonly missing?: true;
  /** Columns whose equal values mark rows that belong together. */
  readonly groups?: true;
  /** A column that tells when. */
  readonly time?: true;
}

/**
 * Why a lesson cannot run on a data set, in plain words; null if it can.
 *
 * @example
 * reasonNotToFit(iris, { numeric: 5 }); // "iris has 4 numeric columns; this lesson needs 5"
 */
export function reasonNotToFit({ name, task, table }: Dataset, needs: Needs): string | null {
  const tasks = needs.task === undefined ? [task] : [needs.task].flat();
  if (!tasks.includes(task)) return `${name} is for ${task}; this lesson needs ${tasks.join(" or ")}`;
  if (needs.rows !== undefined && table.nRows < needs.rows) {
    return `${name} has ${count(table.nRows, "row")}; this lesson needs ${needs.rows}`;
  }
  if (needs.numeric !== undefined && table.featureNames.length < needs.numeric) {
    return `${name} has ${count(table.featureNames.length, "numeric column")}; this lesson needs ${needs.numeric}`;
  }
  if (needs.categories !== undefined && table.categoryNames.length < needs.categories) {
    return `${name} has ${count(table.categoryNames.length, "column")} of words that come again; this lesson needs ${needs.categories}`;
  }
  if (needs.missing && !hasGaps(table)) {
    return `${name} lacks no value in a column to learn from; this lesson needs gaps`;
  }
  if (needs.groups && !table.roles.groups?.length) {
    return `${name} names no groups of rows that belong together; this lesson needs them`;
  }
  if (needs.time && table.roles.time === undefined) {
    return `${name} has no column that tells when; this lesson needs one`;
  }
  return null;
}

function hasGaps(table: Table): boolean {
  const features = [...table.featureNames, ...table.categoryNames];
  return features.some((name) => {
    const column = table.column(name);
    return column.values.some((_: unknown, i: number) => isMissing(column, i));
  });
}

function count(n: number, noun: string): string {
  return `${n === 0 ? "no" : n} ${noun}${n === 1 ? "" : "s"}`;
}
