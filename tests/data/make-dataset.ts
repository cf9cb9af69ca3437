import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll } from "vitest";

/** A complete data package for a file with the columns id, height and kind. */
export const plants = {
  name: "plants",
  title: "Plants",
  description: "Three plants of a test.",
  licenses: [{ name: "CC0-1.0" }],
  sources: [{ title: "Made up" }],
  resources: [
    {
      name: "plants",
      path: "data.csv",
      schema: {
        fields: [
          { name: "id", type: "integer" },
          { name: "height", type: "number", unit: "cm" },
          { name: "kind", type: "string" },
        ],
        primaryKey: "id",
      },
    },
  ],
  groundwork: { task: "classification", target: "kind" },
};

export const plantsCsv = "id,height,kind\n1,10.5,fern\n2,,moss\n3,7,fern\n";

const roots: string[] = [];
afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true }))));

/** A fresh root folder outside the repository, removed at the end; its name holds what DuckDB takes for a pattern. */
export async function makeRoot(): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), "groundwork data [1] it's "));
  roots.push(root);
  return root;
}

/** Writes `datasets/<name>/` with the given data package and data, and gives the folder. */
export async function writeDataset(
  root: string,
  dataPackage: unknown,
  csv: string | Uint8Array,
  name = "plants",
) {
  const folder = path.join(root, "datasets", name);
  await mkdir(folder, { recursive: true });
  const json = typeof dataPackage === "string" ? dataPackage : JSON.stringify(dataPackage);
  await writeFile(path.join(folder, "datapackage.json"), json);
  await writeFile(path.join(folder, "data.csv"), csv);
  return folder;
}

/** A data package like `plants`, with these fields. */
export function withFields(fields: readonly object[], more: object = {}) {
  const [resource] = plants.resources;
  return {
    ...plants,
    resources: [{ ...resource, schema: { fields, ...more } }],
    groundwork: { task: "exploration" },
  };
}
