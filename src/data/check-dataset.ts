import { stat } from "node:fs/promises";
import path from "node:path";

import { checkRoles } from "./check-roles.ts";
import { checkTable, type TableFault } from "./check-table.ts";
import { inspectDataPackage } from "./data-package.ts";
import { requireDataset } from "./dataset.ts";
import { sourceIn } from "./table-source.ts";

/** What is wrong in one place of a data set. */
export interface DatasetFault {
  /** `datasets/wine/data.csv, line 7, column "ash"`; `datasets/wine/datapackage.json, groundwork.target`. */
  readonly where: string;
  /** What was needed and what was found. */
  readonly what: string;
  /** The line of a CSV file or the row of a Parquet file, counted from 1. */
  readonly line?: number;
  readonly column?: string;
}

export interface DatasetCheck {
  /** The first ones. */
  readonly faults: readonly DatasetFault[];
  /** How many there are in all. */
  readonly count: number;
}

/**
 * Checks a data set: its package, its data against the package, and whether the columns can be what the package says
 * they stand for.
 *
 * The data are looked at only if the package is good, and the roles only if the data are.
 *
 * @param root the repository's folder
 * @param most so many faults are listed; all are counted
 * @throws Problem "unknown-dataset"
 */
export async function checkDataset(root: string, name: string, most = 20): Promise<DatasetCheck> {
  await requireDataset(root, name);
  const folder = path.join(root, "datasets", name);
  const { dataPackage, faults, shownAs } = await inspectDataPackage(folder);
  if (dataPackage === undefined) {
    const listed = faults.slice(0, most).map(({ where, what }) => ({ where: `${shownAs}, ${where}`, what }));
    return { faults: listed, count: faults.length };
  }
  const source = sourceIn(folder, dataPackage);
  const isFile = await stat(source.file).then(
    (state) => state.isFile(),
    () => false,
  );
  if (!isFile) return { faults: [{ where: source.shownAs, what: "is not a file" }], count: 1 };
  const primaryKey = [dataPackage.resources[0].schema.primaryKey].flat();
  const table = await checkTable(source, { most, primaryKey });
  const roles = table.count === 0 ? await checkRoles(source, dataPackage) : [];
  const word = source.format === "csv" ? "line" : "row";
  return {
    faults: [...table.faults, ...roles].slice(0, most).map((fault) => placed(fault, source.shownAs, word)),
    count: table.count + roles.length,
  };
}

function placed({ line, column, what }: TableFault, shownAs: string, word: string): DatasetFault {
  const where = [
    shownAs,
    line === undefined ? [] : `${word} ${line}`,
    column === undefined ? [] : `column "${column}"`,
  ];
  return {
    where: where.flat().join(", "),
    what,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}
