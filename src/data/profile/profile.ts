import type { ColumnType } from "../column.ts";

/** A value, and whether it is that of all rows or an estimate from some of them. */
export interface Measure<Value> {
  readonly value: Value;
  readonly exact: boolean;
}

/** What a table holds, as plain data: it can be written as JSON, and holds no NaN and no infinity. */
export interface Profile {
  readonly rows: number;
  /** The rows that estimates were made from; null if everything is exact. */
  readonly sampledRows: number | null;
  /** Rows with a cell that is not of its column's type; such a cell counts as missing. */
  readonly unreadableRows: number;
  /** Rows that are equal to an earlier one in every column. */
  readonly duplicateRows: Measure<number>;
  readonly columns: readonly ColumnProfile[];
  readonly pairs: Pairs;
  readonly target: TargetProfile | null;
  /** For each column that says which rows belong together, how many groups it makes. */
  readonly groups: readonly { readonly column: string; readonly groups: Measure<number> }[];
  /** What changes over time; null if no column with an order says when a row came to be. */
  readonly overTime: OverTime | null;
}

export type ColumnProfile = NumberProfile | TimeProfile | TextProfile;

/** What a column can stand for. */
export const columnRoles = ["target", "group", "time", "leak", "identifier"] as const;

export type ColumnRole = (typeof columnRoles)[number];

interface AnyColumnProfile {
  readonly name: string;
  readonly unit?: string;
  readonly roles: readonly ColumnRole[];
  /** How many rows have a value here. */
  readonly count: number;
  readonly missing: number;
  /** How many different values there are. */
  readonly distinct: Measure<number>;
}

/** A column of numbers. What needs a value is null where there is none. */
export interface NumberProfile extends AnyColumnProfile {
  readonly type: "number" | "integer";
  readonly mean: Measure<number> | null;
  /** The sample's, with n − 1, as pandas gives it; null for fewer than two values, or beyond the largest double. */
  readonly deviation: Measure<number> | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Where a quarter, half and three quarters of the values lie below, interpolated between neighbours as pandas does. */
  readonly quartiles: Measure<readonly [number, number, number]> | null;
  readonly histogram: Measure<Histogram<number>> | null;
  /** The most frequent values, if there are few different ones. */
  readonly frequent: Measure<readonly Frequency<number>[]> | null;
}

/** A column of dates or times, these in ISO 8601; a time with an offset is given in UTC. */
export interface TimeProfile extends AnyColumnProfile {
  readonly type: "date" | "datetime";
  readonly minimum: string | null;
  readonly maximum: string | null;
  readonly quartiles: Measure<readonly [string, string, string]> | null;
  readonly histogram: Measure<Histogram<string>> | null;
}

/** A column of texts or of the words true and false. */
export interface TextProfile extends AnyColumnProfile {
  readonly type: "string" | "boolean";
  /** The most frequent values first, those of equal count in alphabetical order. */
  readonly frequent: Measure<readonly Frequency<string>[]>;
  readonly shortest: TextOfLength | null;
  readonly longest: TextOfLength | null;
}

/** How many values are at least `edges[i]` and less than `edges[i + 1]`; those at the last edge are in the last bin. */
export interface Histogram<Edge> {
  readonly edges: readonly Edge[];
  readonly counts: readonly number[];
}

export interface Frequency<Value> {
  readonly value: Value;
  readonly count: number;
}

/** A text, cut after a hundred characters, and how many it has. */
export interface TextOfLength {
  readonly text: string;
  readonly length: number;
}

/** Pairs of numeric columns that tell nearly the same. */
export interface Pairs {
  /** The strongest first, ten at most. */
  readonly strongest: Measure<readonly Pair[]>;
  /** How many there are with a correlation of 0.9 or more, either way. */
  readonly strong: number;
  /** How many columns were compared with each other, and how many were too many. */
  readonly compared: number;
  readonly leftOut: number;
}

export interface Pair {
  readonly columns: readonly [string, string];
  /** Pearson's r over the rows in which both have a value. */
  readonly correlation: number;
}

/** What is to be predicted: some classes, or a number whose distribution is that of its column. */
export type TargetProfile =
  | { readonly kind: "number"; readonly column: string }
  | {
      readonly kind: "classes";
      readonly column: string;
      readonly classes: Measure<number>;
      /** The most frequent classes first. */
      readonly frequent: Measure<readonly Frequency<string | number>[]>;
    };

/** The earliest tenth of the rows beside the latest. */
export interface OverTime {
  readonly column: string;
  readonly early: Period;
  readonly late: Period;
  /** What differs beyond chance, the largest difference first. */
  readonly shifts: Measure<readonly Shift[]>;
}

export interface Period {
  readonly from: string | number;
  readonly to: string | number;
  readonly rows: number;
}

/** A mean, or the share of one value or of missing ones, in the early and in the late rows. */
export interface Shift {
  readonly column: string;
  readonly of: "mean" | "missing" | "share";
  /** The value whose share it is. */
  readonly value?: string;
  readonly early: number;
  readonly late: number;
}

/** Whether a column's values are texts, with booleans among them. */
export function isTextType(type: ColumnType): type is TextProfile["type"] {
  return type === "string" || type === "boolean";
}
