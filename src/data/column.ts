/** The types a column can have: those of Frictionless Table Schema that our tables hold. */
export const columnTypes = ["number", "integer", "string", "boolean", "date", "datetime"] as const;

export type ColumnType = (typeof columnTypes)[number];

interface AnyColumn {
  readonly name: string;
  /** The unit of every value, as the data package gives it: "g/l", "%". */
  readonly unit?: string;
}

/** Numbers, NaN where one is missing. */
export interface NumberColumn extends AnyColumn {
  readonly type: "number" | "integer";
  readonly values: Float64Array;
}

/** Texts, null where one is missing; "true" and "false" for booleans, ISO 8601 for dates. */
export interface TextColumn extends AnyColumn {
  readonly type: "string" | "boolean" | "date" | "datetime";
  readonly values: readonly (string | null)[];
}

export type Column = NumberColumn | TextColumn;

/** Whether values of this type are numbers. */
export function isNumberType(type: ColumnType): type is NumberColumn["type"] {
  return type === "number" || type === "integer";
}

/** Whether a column holds numbers. */
export function isNumberColumn(column: Column): column is NumberColumn {
  return isNumberType(column.type);
}

/** Whether the value in row `i` is missing. */
export function isMissing(column: Column, i: number): boolean {
  return isNumberColumn(column) ? Number.isNaN(column.values[i]) : column.values[i] === null;
}

/** A column of the rows with the given numbers, in their order; its values are a copy. */
export function takeRows(column: Column, indices: readonly number[]): Column {
  if (isNumberColumn(column)) {
    // A loop, since `Float64Array.from` with a function takes ten times as long.
    const values = new Float64Array(indices.length);
    for (const [i, row] of indices.entries()) values[i] = column.values[row] ?? Number.NaN;
    return { ...column, values };
  }
  return { ...column, values: Object.freeze(indices.map((i) => column.values[i] ?? null)) };
}
