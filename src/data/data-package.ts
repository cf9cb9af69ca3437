import { readFile } from "node:fs/promises";
import path from "node:path";

import * as v from "valibot";

import { Problem } from "../problem.ts";
import { type Fault, fieldFaults, formatFaults, nameFaults, roleFaults } from "./package-faults.ts";
import { type DataPackage, dataPackageSchema } from "./package-schema.ts";

const MOST_FAULTS_SHOWN = 10;

/** A data package, or what is wrong with it. */
export interface Inspection {
  /** `datasets/wine/datapackage.json` */
  readonly shownAs: string;
  /** Undefined if there is a fault. */
  readonly dataPackage: DataPackage | undefined;
  readonly faults: readonly Fault[];
}

/**
 * Reads and checks the `datapackage.json` in a data set's folder.
 *
 * @param folder the data set's own, named as the data set is
 * @throws Problem "bad-dataset" with each fault's place in the file
 * @see https://datapackage.org/standard/data-package/
 */
export async function readDataPackage(folder: string): Promise<DataPackage> {
  const { shownAs, dataPackage, faults } = await inspectDataPackage(folder);
  if (dataPackage === undefined) throw faulty(shownAs, faults);
  return dataPackage;
}

/**
 * Reads the `datapackage.json` in a data set's folder and tells everything that is wrong with it.
 *
 * @param folder the data set's own, named as the data set is
 */
export async function inspectDataPackage(folder: string): Promise<Inspection> {
  const folderName = path.basename(folder);
  const shownAs = `datasets/${folderName}/datapackage.json`;
  const refused = (faults: readonly Fault[]) => ({ shownAs, dataPackage: undefined, faults });
  const source = await readFile(path.join(folder, "datapackage.json"), "utf8");
  let json: unknown;
  try {
    json = JSON.parse(source.replace(/^\uFEFF/, ""));
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return refused([{ where: "the whole file", what: `is not JSON: ${what}` }]);
  }
  const { success, output, issues } = v.safeParse(dataPackageSchema, json);
  if (!success) return refused(issues.map(faultOf));
  const faults = [
    nameFaults(output, folderName),
    formatFaults(output),
    fieldFaults(output),
    roleFaults(output),
  ].flat();
  return faults.length > 0 ? refused(faults) : { shownAs, dataPackage: output, faults };
}

function faultOf({ path: steps, message }: v.BaseIssue<unknown>): Fault {
  // JavaScript's own notation, which editors and jq understand: resources[0].name
  const where = (steps ?? [])
    .map(({ key }) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("");
  return { where: where.replace(/^\./, "") || "the whole file", what: message };
}

function faulty(shownAs: string, faults: readonly Fault[]): Problem {
  const lines = faults.slice(0, MOST_FAULTS_SHOWN).map(({ where, what }) => `${shownAs}, ${where}: ${what}.`);
  if (faults.length > MOST_FAULTS_SHOWN) lines.push(`… and ${faults.length - MOST_FAULTS_SHOWN} more.`);
  return new Problem(
    "bad-dataset",
    lines.join("\n"),
    "Correct the file; datasets/wine/datapackage.json is one to go by.",
  );
}
