import { readFile } from "node:fs/promises";
import path from "node:path";

import * as v from "valibot";

import { Problem } from "../problem.ts";
import { columnTypes, isNumberType } from "./column.ts";

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
  name: text,
  type: v.picklist(columnTypes),
  title: v.exactOptional(text),
  description: v.exactOptional(text),
  unit: v.exactOptional(text),
  constraints: v.exactOptional(v.record(v.string(), v.unknown())),
  missingValues: v.exactOptional(codes),
  trueValues: v.exactOptional(codes),
  falseValues: v.exactOptional(codes),
});

const resource = v.object({
  name: text,
  path: v.pipe(
    text,
    v.regex(
      /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[^\\:]*\.csv$/i,
      "needs the name of a .csv file in this folder",
    ),
  ),
  schema: v.object({
    fields: v.pipe(v.array(field), v.minLength(1, "needs one field or more")),
    missingValues: v.exactOptional(codes, [""]),
    primaryKey: v.exactOptional(v.union([text, v.array(text)]), []),
  }),
});

const dataPackage = v.object({
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
export type DataPackage = v.InferOutput<typeof dataPackage>;

/** One column as the Table Schema describes it. */
export type Field = v.InferOutput<typeof field>;

/** What is wrong, and where: `resources[0].schema.fields[3].type`. */
interface Fault {
  readonly where: string;
  readonly what: string;
}

/** Whether a data set can be called so. */
export function isPackageName(name: string): boolean {
  return packageName.test(name);
}

/**
 * Reads and checks the `datapackage.json` in a data set's folder.
 *
 * @param folder the data set's own, named as the data set is
 * @throws Problem "bad-dataset" with each fault's place in the file
 * @see https://datapackage.org/standard/data-package/
 */
export async function readDataPackage(folder: string): Promise<DataPackage> {
  const file = path.join("datasets", path.basename(folder), "datapackage.json");
  const json = parseJson(await readFile(path.join(folder, "datapackage.json"), "utf8"), file);
  const parsed = v.safeParse(dataPackage, json);
  const faults = parsed.success
    ? [...nameFaults(parsed.output, path.basename(folder)), ...roleFaults(parsed.output)]
    : parsed.issues.map((issue) => ({ where: place(issue), what: issue.message }));
  if (!parsed.success || faults.length > 0) {
    throw new Problem(
      "bad-dataset",
      faults.map(({ where, what }) => `${file}, ${where}: ${what}.`).join("\n"),
      "Correct the file; datasets/wine/datapackage.json is one to go by.",
    );
  }
  return parsed.output;
}

function parseJson(source: string, file: string): unknown {
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ""));
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Problem("bad-dataset", `${file} is not JSON: ${what}.`, "Correct the file where it says.");
  }
}

/** JavaScript's own notation, which editors and `jq` understand. */
function place(issue: v.BaseIssue<unknown>): string {
  const steps = (issue.path ?? []).map(({ key }) =>
    typeof key === "number" ? `[${key}]` : `.${String(key)}`,
  );
  return steps.join("").replace(/^\./, "") || "the whole file";
}

function nameFaults({ name, resources }: DataPackage, folderName: string): Fault[] {
  const faults: Fault[] = [];
  if (name !== folderName)
    faults.push({ where: "name", what: `needs the folder's name "${folderName}", got "${name}"` });
  const seen = new Set<string>();
  for (const [i, field] of resources[0].schema.fields.entries()) {
    const where = `resources[0].schema.fields[${i}].name`;
    if (seen.has(field.name))
      faults.push({ where, what: `needs a name of its own, got a second "${field.name}"` });
    seen.add(field.name);
  }
  return faults;
}

function roleFaults({ resources, groundwork }: DataPackage): Fault[] {
  const fields = resources[0].schema.fields;
  const faults: Fault[] = [];
  const fault = (where: string, what: string) => faults.push({ where: `groundwork.${where}`, what });
  const { task, target, groups = [], time, leaks = [], identifiers = [], split } = groundwork;
  const named = { target: [target], groups, time: [time], leaks, identifiers };
  for (const [role, names] of Object.entries(named)) {
    for (const name of names) {
      const known = name === undefined || fields.some((field) => field.name === name);
      if (!known) fault(role, `needs the name of a field, got "${name}"`);
    }
  }
  const targetField = fields.find((field) => field.name === target);
  if ((task === "classification" || task === "regression") && target === undefined) {
    fault("target", `needs the name of a field, since the task is ${task}`);
  }
  if (task === "regression" && targetField && !isNumberType(targetField.type)) {
    fault(
      "target",
      `needs a numeric field, since the task is regression, got "${target}" of type ${targetField.type}`,
    );
  }
  if (target !== undefined && leaks.includes(target))
    fault("leaks", `needs columns other than the target "${target}"`);
  if (split === "group" && groups.length === 0)
    fault("groups", "needs the name of a field, since the split is by group");
  if (split === "time" && time === undefined)
    fault("time", "needs the name of a field, since the split is by time");
  return faults;
}
