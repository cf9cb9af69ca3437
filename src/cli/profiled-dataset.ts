import { basename, join } from "node:path";

import { readDataPackage } from "../data/data-package.ts";
import { requireDataset } from "../data/dataset.ts";
import type { Examination } from "../data/intake/examination.ts";
import { examine } from "../data/intake/examine.ts";
import { writeDataset } from "../data/intake/write-dataset.ts";
import { type ProfiledTable, profileWithSample } from "../data/profile/profile-table.ts";
import { sourceIn } from "../data/table-source.ts";
import type { Context } from "./context.ts";
import type { ProfileAbout } from "./profile-text.ts";
import { startProgress } from "./progress-line.ts";

/** A table with its profile, and what else is known of it. */
export interface ProfiledDataset {
  readonly table: ProfiledTable;
  readonly about: ProfileAbout;
}

/**
 * Profiles a data set.
 *
 * @throws Problem "unknown-dataset" or "bad-dataset"
 */
export async function profileDataset(
  context: Context,
  name: string,
  temporaryFolder: string,
  root = context.root,
): Promise<ProfiledDataset> {
  await requireDataset(root, name);
  return profileFolder(context, join(root, "datasets", name), name, temporaryFolder);
}

/** Profiles the data set in a folder, whatever that is called. */
export async function profileFolder(
  context: Context,
  folder: string,
  name: string,
  temporaryFolder: string,
): Promise<ProfiledDataset> {
  const dataPackage = await readDataPackage(folder);
  const { title, resources, groundwork } = dataPackage;
  const identifiers = [resources[0].schema.primaryKey, groundwork.identifiers ?? []].flat();
  const progress = startProgress(context);
  const onProgress = (share: number) => progress.say(`reading ${name}, ${Math.round(share * 100)} %`);
  try {
    const source = sourceIn(folder, dataPackage);
    const roles = { ...groundwork, identifiers };
    const table = await profileWithSample(source, roles, { onProgress, temporaryFolder });
    return { table, about: { name, title } };
  } finally {
    progress.end();
  }
}

/** Profiles a file, which is taken in as a data set would be, but in a temporary folder, and with every column. */
export async function profileFile(
  context: Context,
  file: string,
  temporaryFolder: string,
): Promise<ProfiledDataset> {
  const progress = startProgress(context);
  const name = "file";
  try {
    const wish = { file, name, licence: "other: unknown", source: file };
    const onProgress = ({ stage, share }: { stage: string; share?: number }) =>
      progress.say(share === undefined ? stage : `${stage}, ${Math.round(share * 100)} %`);
    const examination = await examine(temporaryFolder, wish, { onProgress, temporaryFolder });
    await writeDataset(temporaryFolder, examination, keepingAll(examination));
  } finally {
    progress.end();
  }
  const { table } = await profileDataset(context, name, temporaryFolder, temporaryFolder);
  return { table, about: { name: basename(file), title: basename(file) } };
}

function keepingAll({ questions }: Examination): Record<string, string> {
  const kept = questions.map(({ id, options, safe }) => {
    const candidates = [...options.filter(({ name }) => name === safe), ...options];
    return [id, candidates.find(({ effect }) => effect.leaveOut !== true)?.name ?? safe] as const;
  });
  return Object.fromEntries(kept);
}
