import type { Dataset } from "./dataset.ts";
import type { Task } from "./package-schema.ts";

/** What a lesson needs of a data set; what it does not name may be any. */
export interface Needs {
  readonly task?: Task;
  /** At least so many rows. */
  readonly rows?: number;
  /** At least so many numeric columns to learn from (`table.featureNames`). */
  readonly numeric?: number;
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
  if (needs.task !== undefined && needs.task !== task) {
    return `${name} is for ${task}; this lesson needs ${needs.task}`;
  }
  if (needs.rows !== undefined && table.nRows < needs.rows) {
    return `${name} has ${count(table.nRows, "row")}; this lesson needs ${needs.rows}`;
  }
  if (needs.numeric !== undefined && table.featureNames.length < needs.numeric) {
    return `${name} has ${count(table.featureNames.length, "numeric column")}; this lesson needs ${needs.numeric}`;
  }
  if (needs.groups && !table.roles.groups?.length) {
    return `${name} names no groups of rows that belong together; this lesson needs them`;
  }
  if (needs.time && table.roles.time === undefined) {
    return `${name} has no column that tells when; this lesson needs one`;
  }
  return null;
}

function count(n: number, noun: string): string {
  return `${n === 0 ? "no" : n} ${noun}${n === 1 ? "" : "s"}`;
}
