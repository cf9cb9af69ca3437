import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll } from "vitest";

import type { Field } from "../../../src/data/package-schema.ts";
import { profileTable, profileWithSample } from "../../../src/data/profile/profile-table.ts";
import type { Roles } from "../../../src/data/table.ts";
import type { TableSource } from "../../../src/data/table-source.ts";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** A fresh folder, removed at the end. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "groundwork-profile-"));
  folders.push(folder);
  return folder;
}

/** A CSV file with the given cells, columns by "name:type". */
export async function makeSource(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<TableSource> {
  const fields = header.map(fieldOf);
  const lines = [fields.map(({ name }) => name), ...rows].map((cells) => cells.map(quoted).join(","));
  const file = path.join(await makeFolder(), "data.csv");
  await writeFile(file, `${lines.join("\n")}\n`);
  return { file, shownAs: "data.csv", format: "csv", fields, missingValues: [""] };
}

/** The profile of such a file. */
export async function profileOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  roles: Roles = {},
) {
  return profileTable(await makeSource(header, rows), roles);
}

/** The same, with what pictures need. */
export async function profiledTableOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  roles: Roles = {},
) {
  return profileWithSample(await makeSource(header, rows), roles);
}

function fieldOf(text: string): Field {
  const at = text.lastIndexOf(":");
  const type = text.slice(at + 1);
  for (const known of ["number", "integer", "string", "boolean", "date", "datetime"] as const) {
    if (known === type) return { name: text.slice(0, at), type };
  }
  throw new TypeError(`A column needs a type, got "${text}".`);
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
