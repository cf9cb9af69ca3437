import { readdir, stat } from "node:fs/promises";
import path from "node:path";

import { Problem } from "../problem.ts";
import type { Column } from "./column.ts";
import { type DataPackage, isPackageName, readDataPackage, type Split, type Task } from "./data-package.ts";
import { didYouMean } from "./did-you-mean.ts";
import { readColumns } from "./read-table.ts";
import { Table } from "./table.ts";
import { readCache, stampOf, writeCache } from "./table-cache.ts";

/** A data set: its table and what its data package says of it. */
export interface Dataset {
  /** The folder's name, by which a command asks for it. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly task: Task;
  /** The column to be predicted, if there is one. */
  readonly target: string | undefined;
  /** How rows should be divided for an honest test, where the data call for one way. */
  readonly split: Split | undefined;
  readonly licenses: DataPackage["licenses"];
  readonly sources: DataPackage["sources"];
  readonly table: Table;
}

/** What a step of a lesson's demo receives. */
export interface Stage {
  readonly dataset: Dataset;
  readonly table: Table;
}

/**
 * Opens the data set in `<root>/datasets/<name>/`. What was read is kept under `<root>/.groundwork/`, and read again
 * when one of the files has changed.
 *
 * @param root the repository's folder
 * @throws Problem "unknown-dataset", or "bad-dataset" with the place of what is wrong
 * @example
 * const { table } = await openDataset(root, "wine");
 */
export async function openDataset(root: string, name: string): Promise<Dataset> {
  if (!(await isDataset(root, name))) throw await unknownDataset(root, name);
  const { title, description, licenses, sources, resources, groundwork } = await readDataPackage(
    path.join(root, "datasets", name),
  );
  const { schema } = resources[0];
  const { task, split, identifiers = [], ...roles } = groundwork;
  const columns = await keptColumns(root, name, resources[0]);
  const table = new Table(columns, { ...roles, identifiers: [schema.primaryKey, identifiers].flat() });
  return { name, title, description, task, target: roles.target, split, licenses, sources, table };
}

/** The names of the data sets in `<root>/datasets/`, sorted. */
export async function listDatasets(root: string): Promise<string[]> {
  const names = await readdir(path.join(root, "datasets")).catch(() => []);
  const found = await Promise.all(names.map((name) => isDataset(root, name)));
  return names.filter((_, i) => found[i]).sort();
}

/** Reads the columns from the cache if it has them as the files are now, else from the data file. */
async function keptColumns(
  root: string,
  name: string,
  resource: DataPackage["resources"][0],
): Promise<Column[]> {
  const folder = path.join(root, "datasets", name);
  const file = path.join(folder, resource.path);
  const shownAs = ["datasets", name, resource.path].join("/");
  if (!(await isFile(file))) {
    throw new Problem(
      "bad-dataset",
      `${shownAs} is not there.`,
      "The data package names it as the data's file.",
    );
  }
  const cache = path.join(root, ".groundwork", "cache", "data", `${name}.bin`);
  const stamp = await stampOf([path.join(folder, "datapackage.json"), file]);
  const kept = await readCache(cache, stamp);
  if (kept) return kept;
  const { fields, missingValues } = resource.schema;
  const columns = await readColumns({ file, shownAs, fields, missingValues });
  await writeCache(cache, stamp, columns);
  return columns;
}

async function unknownDataset(root: string, name: string): Promise<Problem> {
  const known = await listDatasets(root);
  const list = known.length === 0 ? "The folder datasets/ holds none." : `There are: ${known.join(", ")}.`;
  return new Problem(
    "unknown-dataset",
    `There is no data set "${name}".`,
    `${didYouMean(name, known)} ${list}`.trimStart(),
  );
}

/** Whether this is the plain name of a folder with a data package in it; "../secrets" never is. */
async function isDataset(root: string, name: string): Promise<boolean> {
  return isPackageName(name) && (await isFile(path.join(root, "datasets", name, "datapackage.json")));
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (state) => state.isFile(),
    () => false,
  );
}
