import { type Column, isMissing, isNumberColumn, type NumberColumn, takeRows } from "./column.ts";
import { didYouMean } from "./did-you-mean.ts";

/** What the columns of a table stand for; the names are those of columns. */
export interface Roles {
  /** What is to be predicted. */
  readonly target?: string;
  /** Rows that share a value here belong together and must not be torn apart by a split. */
  readonly groups?: readonly string[];
  /** When a row came to be. */
  readonly time?: string;
  /** Known only after what is to be predicted, and so no features. */
  readonly leaks?: readonly string[];
  /** Names of rows rather than measurements of them. */
  readonly identifiers?: readonly string[];
}

/** One row by column name: numbers, texts and booleans, null where a value is missing. */
export type Row = Record<string, number | string | boolean | null>;

/**
 * A table of typed columns. It never changes: what it hands out are copies, and `take` makes a new table.
 *
 * @example
 * const table = new Table([{ name: "height", type: "number", values: Float64Array.of(1, 2) }]);
 * table.matrix(); // [[1], [2]]
 */
export class Table {
  readonly nRows: number;
  /** The columns' names, in the order of the file. */
  readonly columnNames: readonly string[];
  /** The numeric columns that are not target, group, time, leak or identifier. */
  readonly featureNames: readonly string[];
  /** The columns of words without such a role whose values come again: two kinds at least, and half the rows at most. */
  readonly categoryNames: readonly string[];
  readonly roles: Roles;
  readonly #columns: ReadonlyMap<string, Column>;

  /** @throws RangeError if two columns share a name, differ in length, or a role names no column */
  constructor(columns: readonly Column[], roles: Roles = {}) {
    this.nRows = columns[0]?.values.length ?? 0;
    this.#columns = new Map(columns.map((column) => [column.name, copy(column)]));
    this.columnNames = Object.freeze([...this.#columns.keys()]);
    if (this.columnNames.length < columns.length)
      throw new RangeError("Table needs columns of different names.");
    for (const { name, values } of columns) {
      if (values.length !== this.nRows) {
        throw new RangeError(
          `Table needs ${this.nRows} values in each column, got ${values.length} in "${name}".`,
        );
      }
    }
    this.roles = Object.freeze(structuredClone(roles));
    const others = new Set(rolesInOrder(roles));
    for (const name of others) this.#find(name);
    const free = this.columnNames.filter((name) => !others.has(name));
    this.featureNames = Object.freeze(free.filter((name) => isNumberColumn(this.#find(name))));
    this.categoryNames = Object.freeze(free.filter((name) => isCategory(this.#find(name))));
  }

  /**
   * One column, its values copied.
   *
   * @throws RangeError on an unknown name
   */
  column(name: string): Column {
    return copy(this.#find(name));
  }

  /**
   * The numbers of some columns as plain rows, `[nRows, columns.length]`.
   *
   * @throws RangeError if a value is missing, or a column is not numeric
   */
  matrix(columns: readonly string[] = this.featureNames): number[][] {
    const chosen = columns.map((name) => this.#numbers(name));
    return Array.from({ length: this.nRows }, (_, i) => chosen.map(({ values }) => values[i] ?? Number.NaN));
  }

  /**
   * The labels of the target column as text, `[nRows]`.
   *
   * @throws RangeError if the table has no target or a label is missing
   */
  target(): string[] {
    const column = this.#find(this.#targetName());
    this.#refuseMissing(column);
    return Array.from(column.values, String);
  }

  /**
   * The values of a numeric target column, `[nRows]`.
   *
   * @throws RangeError if the table has no target, it is not numeric, or a value is missing
   */
  targetNumbers(): number[] {
    return [...this.#numbers(this.#targetName()).values];
  }

  /** The rows as records. */
  rows(): Row[] {
    const columns = [...this.#columns.values()];
    // fromEntries defines a column called "__proto__" like any other; assigning to it would lose it.
    return Array.from({ length: this.nRows }, (_, i) =>
      Object.fromEntries(columns.map((column) => [column.name, cell(column, i)])),
    );
  }

  /**
   * The rows with the given numbers, counted from 0, in the given order; one may come twice.
   *
   * @throws RangeError if there is no such row
   */
  take(indices: readonly number[]): Table {
    for (const i of indices) {
      if (!Number.isInteger(i) || i < 0 || i >= this.nRows) {
        throw new RangeError(`take needs row numbers from 0 to ${this.nRows - 1}, got ${i}.`);
      }
    }
    return new Table(
      [...this.#columns.values()].map((column) => takeRows(column, indices)),
      this.roles,
    );
  }

  /**
   * The rows in which none of the columns lacks a value; this table itself, which never changes, where that is all of them.
   *
   * @throws RangeError on an unknown name
   */
  withoutMissing(columns: readonly string[] = this.columnNames): Table {
    const chosen = columns.map((name) => this.#find(name));
    const rows = Array.from({ length: this.nRows }, (_, i) => i);
    const whole = rows.filter((i) => !chosen.some((column) => isMissing(column, i)));
    return whole.length === this.nRows ? this : this.take(whole);
  }

  #find(name: string): Column {
    const column = this.#columns.get(name);
    if (column) return column;
    const hint = didYouMean(name, this.columnNames);
    throw new RangeError(`A table needs the name of one of its columns, got "${name}". ${hint}`.trimEnd());
  }

  #targetName(): string {
    if (this.roles.target === undefined) throw new RangeError("This table has no target column.");
    return this.roles.target;
  }

  #numbers(name: string): NumberColumn {
    const column = this.#find(name);
    if (!isNumberColumn(column)) {
      throw new RangeError(`A matrix needs numeric columns, got "${name}" of type ${column.type}.`);
    }
    this.#refuseMissing(column);
    return column;
  }

  #refuseMissing(column: Column): void {
    for (let i = 0; i < this.nRows; i++) {
      if (!isMissing(column, i)) continue;
      throw new RangeError(
        `A value is needed in every row, got none in column "${column.name}", row ${i} (counted from 0); ` +
          "withoutMissing() leaves such rows out.",
      );
    }
  }
}

function rolesInOrder({ target, groups = [], time, leaks = [], identifiers = [] }: Roles): string[] {
  return [target, ...groups, time, ...leaks, ...identifiers].filter((name) => name !== undefined);
}

function isCategory({ type, values }: Column): boolean {
  if (type !== "string" && type !== "boolean") return false;
  const kinds = new Set(values);
  kinds.delete(null);
  return kinds.size > 1 && kinds.size * 2 <= values.length;
}

function copy(column: Column): Column {
  if (isNumberColumn(column)) return Object.freeze({ ...column, values: column.values.slice() });
  const { values } = column;
  return Object.freeze({ ...column, values: Object.isFrozen(values) ? values : Object.freeze([...values]) });
}

function cell(column: Column, i: number): Row[string] {
  if (isMissing(column, i)) return null;
  const value = column.values[i] ?? null;
  return column.type === "boolean" ? value === "true" : value;
}
