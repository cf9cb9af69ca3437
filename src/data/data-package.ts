import { readFile } from "node:fs/promises";
import path from "node:path";

import * as v from "valibot";

import { Problem } from "../problem.ts";
import { type Fault, formatFaults, nameFaults, roleFaults } from "./package-faults.ts";
import { type DataPackage, dataPackageSchema } from "./package-schema.ts";

const MOST_FAULTS_SHOWN = 10;

/**
 * Reads and checks the `datapackage.json` in a data set's folder.
 *
 * @param folder the data set's own, named as the data set is
 * @throws Problem "bad-dataset" with each fault's place in the file
 * @see https://datapackage.org/standard/data-package/
 */
export async function readDataPackage(folder: string): Promise<DataPackage> {
  const folderName = path.basename(folder);
  const shownAs = `datasets/${folderName}/datapackage.json`;
  const json = parseJson(await readFile(path.join(folder, "datapackage.json"), "utf8"), shownAs);
  const parsed = v.safeParse(dataPackageSchema, json);
  if (!parsed.success) throw faulty(shownAs, parsed.issues.map(faultOf));
  const faults = [
    ...nameFaults(parsed.output, folderName),
    ...formatFaults(parsed.output),
    ...roleFaults(parsed.output),
  ];
  if (faults.length > 0) throw faulty(shownAs, faults);
  return parsed.output;
}

function parseJson(source: string, shownAs: string): unknown {
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ""));
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Problem("bad-dataset", `${shownAs} is not JSON: ${what}.`, "An editor shows the place.");
  }
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
