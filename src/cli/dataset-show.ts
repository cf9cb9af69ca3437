import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

import { Argument, Command, Option } from "commander";

import { isPackageName } from "../data/package-schema.ts";
import type { Context } from "./context.ts";
import { jsonOption } from "./options.ts";
import { figuresOfColumns, figuresOfTable } from "./pictures/of-profile.ts";
import { profileText, shownColumns } from "./profile-text.ts";
import { type ProfiledDataset, profileDataset, profileFile } from "./profiled-dataset.ts";
import { withTemporaryFolder } from "./temporary-folder.ts";

interface Options {
  readonly columns?: readonly string[];
  readonly json?: true;
  readonly figures?: string;
  readonly open?: true;
}

/** `npm run dataset show wine`: its profile. */
export function defineShow(context: Context): Command {
  return new Command("show")
    .description("the profile of a data set, or of a file that is none yet")
    .addArgument(new Argument("<name>", "the data set, or a file’s path"))
    .addOption(
      new Option(
        "--columns <names>",
        "these columns alone, each with pictures, with commas between",
      ).argParser((text) => text.split(",")),
    )
    .addOption(jsonOption("print the profile as one line of JSON"))
    .addOption(
      new Option(
        "--figures <folder>",
        "write the profile as a page there, its figures as SVG beside it",
      ).conflicts("json"),
    )
    .addOption(
      new Option("--open", "write the profile as a page, and open it in the browser").conflicts("json"),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  npm run dataset show wine\n  npm run dataset show wine -- --columns proline,hue\n" +
        "  npm run dataset show ./oaks.csv\n  npm run dataset show wine -- --figures profile --open",
    )
    .action((name: string, options: Options) => show(context, name, options));
}

async function show(context: Context, name: string, options: Options): Promise<void> {
  if (options.figures !== undefined || options.open) {
    const { writeProfilePage } = await import("./profile-page-folder.ts");
    await writeProfilePage(context, name, (folder) => profiled(context, name, folder), options);
    return;
  }
  const { columns, json } = options;
  const { table, about } = await withTemporaryFolder((folder) => profiled(context, name, folder));
  if (json) {
    context.print(JSON.stringify({ ...about, ...table.profile }));
    return;
  }
  const shown = columns ? { ...about, columns } : about;
  const figures = columns
    ? figuresOfColumns(table, shownColumns(table.profile, shown))
    : figuresOfTable(table);
  context.print(profileText(table.profile, context.terminal, shown, figures));
}

async function profiled(context: Context, name: string, temporaryFolder: string): Promise<ProfiledDataset> {
  const isFile =
    !isPackageName(name) || (!existsSync(join(context.root, "datasets", name)) && existsSync(name));
  return isFile
    ? profileFile(context, resolve(name), temporaryFolder)
    : profileDataset(context, name, temporaryFolder);
}
