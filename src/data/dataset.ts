import { readdir, stat } from "node:fs/promises";
import path from "node:path";

import { Problem } from "../problem.ts";
import { readDataPackage } from "./data-package.ts";
import { type Content, readCache, stampOf, writeCache } from "./dataset-cache.ts";
import { didYouMean } from "./did-you-mean.ts";
import { type DataPackage, isPackageName, type Split, type Task } from "./package-schema.ts";
import { readColumns } from "./read-table.ts";
import { Table } from "./table.ts";
import { sourceIn } from "./table-source.ts";

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
  await requireDataset(root, name);
  const folder = path.join(root, "datasets", name);
  const cache = path.join(root, ".groundwork", "cache", "data", `${name}.bin`);
  return toDataset((await readCache(cache, folder)) ?? (await readAndKeep(folder, cache)));
}

/**
 * Refuses a name that no data set in `<root>/datasets/` has.
 *
 * @throws Problem "unknown-dataset", with the names that there are
 */
export async function requireDataset(root: string, name: string): Promise<void> {
  if (!(await isDataset(root, name))) throw await unknownDataset(root, name);
}

/** The names of the data sets in `<root>/datasets/`, sorted. */
export async function listDatasets(root: string): Promise<string[]> {
  const names = await readdir(path.join(root, "datasets")).catch(() => []);
  const found = await Promise.all(names.map((name) => isDataset(root, name)));
  return names.filter((_, i) => found[i]).sort();
}

function toDataset({ dataPackage, columns }: Content): Dataset {
  const { name, title, description, licenses, sources, resources, groundwork } = dataPackage;
  const { task, split, ...roles } = groundwork;
  const identifiers = [resources[0].schema.primaryKey, roles.identifiers ?? []].flat();
  const table = new Table(columns, { ...roles, identifiers });
  return { name, title, description, task, target: roles.target, split, licenses, sources, table };
}

async function readAndKeep(folder: string, cache: string): Promise<Content> {
  const packageStamp = await stampOf(path.join(folder, "datapackage.json"));
  const dataPackage = await readDataPackage(folder);
  const source = sourceIn(folder, dataPackage);
  if (!(await isFile(source.file))) {
    throw new Problem(
      "bad-dataset",
      `${source.shownAs} is not a file.`,
      "The datapackage.json beside it says that it holds the data.",
    );
  }
  const dataStamp = await stampOf(source.file);
  const content = { dataPackage, columns: await readColumns(source) };
  await writeCache(cache, [packageStamp, dataStamp], content);
  return content;
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
