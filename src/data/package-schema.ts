import * as v from "valibot";

import { columnTypes } from "./column.ts";

/** What a lesson may ask of a data set. */
export const tasks = ["classification", "regression", "clustering", "forecasting", "exploration"] as const;

export type Task = (typeof tasks)[number];

/** Ways to divide the rows into training and test rows that keep the test honest. */
export const splits = ["random", "stratified", "group", "time"] as const;

export type Split = (typeof splits)[number];

const packageName = /^[a-z0-9][a-z0-9._-]*$/;

const text = v.pipe(v.string(), v.nonEmpty("needs some text"));
const columnNames = v.exactOptional(v.array(text));
const codes = v.array(v.string());

const field = v.object({
  name: v.pipe(text, v.regex(/^[^\r\n]*$/, "can have no line end")),
  type: v.picklist(columnTypes),
  title: v.exactOptional(text),
  description: v.exactOptional(text),
  unit: v.exactOptional(text),
  constraints: v.exactOptional(v.record(v.string(), v.unknown())),
  missingValues: v.exactOptional(codes),
  trueValues: v.exactOptional(codes),
  falseValues: v.exactOptional(codes),
});

/** How a CSV file is written; only the delimiter may differ from what is usual. */
const dialect = v.object({
  delimiter: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(/^[\t -~]$/, "needs one character: a tab, or a printable one of ASCII"),
      v.regex(/[^"]/, "can be no quote"),
    ),
  ),
  lineTerminator: v.exactOptional(v.string()),
  header: only(true),
  headerRows: v.exactOptional(v.tuple([v.literal(1)], "needs to be [1], the first line alone")),
  commentChar: v.exactOptional(v.never("is not supported")),
  quoteChar: only('"'),
  escapeChar: v.exactOptional(v.never('is not supported; quotes within quotes are written ""')),
  doubleQuote: only(true),
  skipInitialSpace: only(false),
  nullSequence: v.exactOptional(v.never("is not supported; missingValues in the schema says the same")),
});

function only<const Value extends string | boolean>(value: Value) {
  return v.exactOptional(v.literal(value, `needs to be ${JSON.stringify(value)}`));
}

const resource = v.object({
  name: text,
  path: v.pipe(
    text,
    v.regex(
      /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[^\\:]*\.(?:csv|parquet)$/i,
      "needs the name of a .csv or .parquet file in this folder",
    ),
  ),
  format: v.exactOptional(v.picklist(["csv", "parquet"], 'needs to be "csv" or "parquet"')),
  encoding: v.exactOptional(v.pipe(v.string(), v.regex(/^utf-?8$/i, 'needs to be "utf-8"'))),
  dialect: v.exactOptional(dialect),
  schema: v.object({
    fields: v.pipe(v.array(field), v.minLength(1, "needs one field or more")),
    missingValues: v.exactOptional(codes, [""]),
    primaryKey: v.exactOptional(v.union([text, v.array(text)]), []),
  }),
});

export const dataPackageSchema = v.object({
  name: v.pipe(text, v.regex(packageName, "needs small letters, digits, dots, hyphens and underscores")),
  title: text,
  description: text,
  licenses: v.pipe(
    v.array(v.object({ name: text, title: v.exactOptional(text), path: v.exactOptional(text) })),
    v.minLength(1, "needs one licence or more"),
  ),
  sources: v.pipe(
    v.array(v.object({ title: text, path: v.exactOptional(text) })),
    v.minLength(1, "needs one source or more"),
  ),
  resources: v.strictTuple([resource], "needs exactly one table"),
  groundwork: v.object({
    task: v.picklist(tasks),
    target: v.exactOptional(text),
    groups: columnNames,
    time: v.exactOptional(text),
    leaks: columnNames,
    identifiers: columnNames,
    split: v.exactOptional(v.picklist(splits)),
  }),
});

/** The parts of a `datapackage.json` that we use; Frictionless Data Package, Table Schema, and our own key. */
export type DataPackage = v.InferOutput<typeof dataPackageSchema>;

/** One column as the Table Schema describes it. */
export type Field = v.InferOutput<typeof field>;

/** Whether a data set can be called so. */
export function isPackageName(name: string): boolean {
  return packageName.test(name);
}
