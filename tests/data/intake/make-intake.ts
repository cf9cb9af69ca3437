import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import type { Examination, Wish } from "../../../src/data/intake/examination.ts";
import { examine } from "../../../src/data/intake/examine.ts";
import { writeDataset } from "../../../src/data/intake/write-dataset.ts";
import { makeRoot } from "../make-dataset.ts";

/** What is wished for beside the file. */
export type Wished = Partial<Omit<Wish, "file">>;

/** Writes a file beside a fresh root folder's datasets, and says where both are. */
export async function makeFile(content: string | Uint8Array, name = "made.csv") {
  const root = await makeRoot();
  await mkdir(path.join(root, "tmp"));
  const file = path.join(root, name);
  await writeFile(file, content);
  return { root, file, temporaryFolder: path.join(root, "tmp") };
}

/** Examines a file of this content. */
export async function examineContent(
  content: string | Uint8Array,
  wished: Wished = {},
): Promise<Examination> {
  return (await examineIn(await makeFile(content), wished)).examination;
}

/** Examines a file that was made. */
export async function examineIn(made: Awaited<ReturnType<typeof makeFile>>, wished: Wished = {}) {
  const wish = { file: made.file, name: "made", licence: "CC0-1.0", source: "A test", ...wished };
  return { ...made, examination: await examine(made.root, wish, made) };
}

/** Examines a file of this content and writes the data set. */
export async function addContent(
  content: string | Uint8Array,
  wished: Wished = {},
  answers: Record<string, string> = {},
) {
  const examined = await examineIn(await makeFile(content), wished);
  return { ...examined, ...(await writeDataset(examined.root, examined.examination, answers)) };
}

/** A column of an examination by its name. */
export function columnOf({ columns }: Examination, name: string) {
  const found = columns.find((column) => column.name === name);
  if (found === undefined) throw new Error(`The examination has no column "${name}".`);
  return found;
}
