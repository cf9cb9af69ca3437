import { Command } from "commander";

import { type Dataset, listDatasets, openDataset } from "../data/index.ts";
import { Problem } from "../problem.ts";
import { type Context, commandLine } from "./context.ts";
import { jsonOption } from "./options.ts";
import { startProgress } from "./progress-line.ts";
import { penFor, plain } from "./terminal/look.ts";
import { setCells } from "./terminal/table.ts";

/** One data set as the list tells of it; `problem` says why it can't be read. */
type Entry = { readonly name: string } & (
  | (Pick<Dataset, "title" | "task"> & {
      readonly rows: number;
      readonly columns: number;
      readonly target: string | null;
    })
  | { readonly problem: string }
);

/** `npm run dataset list`: what there is. */
export function defineList(context: Context): Command {
  return new Command("list")
    .description("what there is: rows, columns, and what each is for")
    .addOption(jsonOption("print the list as one line of JSON"))
    .addHelpText("after", "\nExample:\n  npm run dataset list")
    .action(async ({ json }: { json?: true }) => {
      const entries = await readEntries(context);
      context.print(json ? JSON.stringify(entries) : listText(entries, context));
    });
}

async function readEntries(context: Context): Promise<Entry[]> {
  const progress = startProgress(context);
  const entries: Entry[] = [];
  try {
    for (const name of await listDatasets(context.root)) {
      progress.say(`reading ${name}`);
      entries.push(await entryOf(context.root, name));
    }
  } finally {
    progress.end();
  }
  return entries;
}

async function entryOf(root: string, name: string): Promise<Entry> {
  try {
    const { title, task, target, table } = await openDataset(root, name);
    return {
      name,
      title,
      task,
      rows: table.nRows,
      columns: table.columnNames.length,
      target: target ?? null,
    };
  } catch (error) {
    if (error instanceof Problem) return { name, problem: error.message };
    throw error;
  }
}

function listText(entries: readonly Entry[], { terminal }: Context): string {
  if (entries.length === 0) {
    return `There is no data set yet; ${commandLine("dataset", "add", "--help")} says how to add one.`;
  }
  const pen = penFor(terminal);
  const header = ["name", "rows", "columns", "for", "target", "what it is"];
  const rows = entries.map((entry) =>
    "problem" in entry
      ? [entry.name, "", "", "", "", `can’t be read: ${entry.problem}`]
      : [
          entry.name,
          entry.rows.toLocaleString("en"),
          entry.columns.toLocaleString("en"),
          entry.task,
          entry.target ?? "",
          entry.title,
        ],
  );
  const lines = setCells(
    [header, ...rows.map((row) => row.map((cell) => plain(cell, pen)))],
    ["left", "right", "right"],
    pen,
  );
  const [first] = entries;
  const next = `${commandLine("dataset", "show", first?.name ?? "")} shows one from near.`;
  return [...lines, "", next].join("\n");
}
