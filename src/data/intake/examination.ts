import type { ColumnType } from "../column.ts";
import type { DataPackage, Task } from "../package-schema.ts";

/** What someone asks for who adds a data set. */
export interface Wish {
  /** The file to add. */
  readonly file: string;
  /** What the data set shall be called. */
  readonly name: string;
  readonly target?: string;
  /** An SPDX identifier, a link, or `other: …`. */
  readonly licence: string;
  /** Where the data come from, in words or as a link. */
  readonly source: string;
  readonly task?: Task;
  readonly groups?: readonly string[];
  readonly time?: string;
  readonly leaks?: readonly string[];
  readonly title?: string;
  readonly description?: string;
}

export type Format = "CSV" | "JSON" | "JSON lines" | "Parquet";

/** How a file was read. */
export interface Reading {
  readonly format: Format;
  readonly compression: "gzip" | "none";
  /** As one would tell a person: "UTF-8", "Windows-1252, since it is not UTF-8"; not for Parquet. */
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly quote?: string;
  /** What a row is found by: its line in a text file, counted from 1; its number in Parquet, counted from 1. */
  readonly place: "line" | "row";
  readonly rows: number;
  readonly columns: number;
  /** What else is worth knowing about the reading; full sentences. */
  readonly remarks: readonly string[];
}

/** A text that stands for a missing value, and how many cells hold it. */
export interface MissingCode {
  readonly text: string;
  readonly count: number;
}

/** What was inferred about one column. */
export interface ExaminedColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Why this type, in words, with the cell that speaks against another one. */
  readonly why: string;
  /** Cells without any text. */
  readonly empty: number;
  readonly missingCodes: readonly MissingCode[];
  /** How many different values there are, missing ones left out. */
  readonly distinct: number;
  /** The least and the greatest value, as text; for numbers and dates. */
  readonly range?: readonly [least: string, greatest: string];
  /** Numbers are written as in 3,14 and shall be stored as in 3.14. */
  readonly decimalComma?: true;
}

export type FindingKind =
  | "identifier"
  | "constant"
  | "leak"
  | "personal-data"
  | "mixed-types"
  | "disguised-missing"
  | "class-imbalance"
  | "duplicate-rows"
  | "mostly-missing"
  | "missing-target"
  | "variants"
  | "whitespace"
  | "written-numbers"
  | "leading-zeros"
  | "large-integers"
  | "precision"
  | "dates"
  | "nested"
  | "missing-codes"
  | "names";

/** Something about the data that a person should know. */
export interface Finding {
  readonly kind: FindingKind;
  /** The column's name; none if it is about the whole table. */
  readonly column?: string;
  /** One sentence or two. */
  readonly text: string;
  /** Cells that show it, each with its place. */
  readonly evidence: readonly string[];
}

/** What an answer changes. */
export interface Effect {
  /** The column does not become part of the data set. */
  readonly leaveOut?: true;
  readonly role?: "identifiers" | "leaks";
  readonly type?: ColumnType;
  /** Texts that stand for a missing value, beside those inferred. */
  readonly missing?: readonly string[];
  readonly decimalComma?: true;
  /** How dates are written, in strptime's notation, to be stored as ISO 8601. */
  readonly dateFormat?: string;
  readonly task?: Task;
}

export interface Option {
  /** The answer's name: "missing". */
  readonly name: string;
  /** What it would mean, in words. */
  readonly text: string;
  readonly effect: Effect;
}

/** What the file alone cannot tell. */
export interface Question {
  /** Unlike all others: "missing:Effect Amount of damage". */
  readonly id: string;
  readonly column?: string;
  readonly text: string;
  readonly options: readonly Option[];
  /** The name of the option that is taken where nobody can be asked, and why. */
  readonly safe: string;
  readonly why: string;
}

/** What the columns stand for, as it was wished. */
export interface WishedRoles {
  readonly target?: string;
  readonly groups: readonly string[];
  readonly time?: string;
  readonly leaks: readonly string[];
}

/** All that was found out about a file; plain data. */
export interface Examination {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly licence: DataPackage["licenses"][number];
  readonly source: DataPackage["sources"][number];
  /** The file's name without its folders. */
  readonly fileName: string;
  readonly reading: Reading;
  readonly columns: readonly ExaminedColumn[];
  readonly roles: WishedRoles;
  readonly task: Task;
  readonly whyTask: string;
  readonly findings: readonly Finding[];
  readonly questions: readonly Question[];
  /** The Parquet file with all cells as texts, in the temporary folder. */
  readonly texts: string;
}
