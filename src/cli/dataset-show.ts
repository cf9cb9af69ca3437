import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";

import { Argument, Command, Option } from "commander";

import { readDataPackage } from "../data/data-package.ts";
import { requireDataset } from "../data/dataset.ts";
import type { Examination } from "../data/intake/examination.ts";
import { examine } from "../data/intake/examine.ts";
import { writeDataset } from "../data/intake/write-dataset.ts";
import { isPackageName } from "../data/package-schema.ts";
import type { Profile } from "../data/profile/profile.ts";
import { profileTable } from "../data/profile/profile-table.ts";
import { sourceIn } from "../data/table-source.ts";
import type { Context } from "./context.ts";
import { jsonOption } from "./options.ts";
import { type ProfileAbout, profileText } from "./profile-text.ts";
import { startProgress } from "./progress-line.ts";
import { withTemporaryFolder } from "./temporary-folder.ts";

interface Options {
  readonly columns?: readonly string[];
  readonly json?: true;
}

/** `npm run dataset show wine`: its profile. */
export function defineShow(context: Context): Command {
  return new Command("show")
    .description("the profile of a data set, or of a file that is none yet")
    .addArgument(new Argument("<name>", "the data set, or a file’s path"))
    .addOption(
      new Option("--columns <names>", "these columns alone, with commas between").argParser((text) =>
        text.split(","),
      ),
    )
    .addOption(jsonOption("print the profile as one line of JSON"))
    .addHelpText("after", "\nExamples:\n  npm run dataset show wine\n  npm run dataset show ./oaks.csv")
    .action((name: string, options: Options) => show(context, name, options));
}

async function show(context: Context, name: string, { columns, json }: Options): Promise<void> {
  await withTemporaryFolder(async (temporaryFolder) => {
    const isFile =
      !isPackageName(name) || (!existsSync(join(context.root, "datasets", name)) && existsSync(name));
    const { profile, about } = isFile
      ? await profileOfFile(context, resolve(name), temporaryFolder)
      : await profileOfDataset(context, context.root, name, temporaryFolder);
    const shown = columns ? { ...about, columns } : about;
    context.print(
      json ? JSON.stringify({ ...about, ...profile }) : profileText(profile, context.terminal, shown),
    );
  });
}

async function profileOfDataset(
  context: Context,
  root: string,
  name: string,
  temporaryFolder: string,
): Promise<{ profile: Profile; about: ProfileAbout }> {
  await requireDataset(root, name);
  const folder = join(root, "datasets", name);
  const dataPackage = await readDataPackage(folder);
  const { title, resources, groundwork } = dataPackage;
  const identifiers = [resources[0].schema.primaryKey, groundwork.identifiers ?? []].flat();
  const progress = startProgress(context);
  const onProgress = (share: number) => progress.say(`reading ${name}, ${Math.round(share * 100)} %`);
  try {
    const source = sourceIn(folder, dataPackage);
    const profile = await profileTable(
      source,
      { ...groundwork, identifiers },
      { onProgress, temporaryFolder },
    );
    return { profile, about: { name, title } };
  } finally {
    progress.end();
  }
}

/** A file is taken in as a data set would be, but in a temporary folder, and with every column. */
async function profileOfFile(context: Context, file: string, temporaryFolder: string) {
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
  const { profile } = await profileOfDataset(context, temporaryFolder, name, temporaryFolder);
  return { profile, about: { name: basename(file), title: basename(file) } };
}

function keepingAll({ questions }: Examination): Record<string, string> {
  const kept = questions.map(({ id, options, safe }) => {
    const candidates = [...options.filter(({ name }) => name === safe), ...options];
    return [id, candidates.find(({ effect }) => effect.leaveOut !== true)?.name ?? safe] as const;
  });
  return Object.fromEntries(kept);
}
