import { Argument, Command, Option } from "commander";

import { checkDataset, type DatasetCheck } from "../data/check-dataset.ts";
import { listDatasets } from "../data/index.ts";
import type { Context } from "./context.ts";
import { jsonOption, wholeNumber } from "./options.ts";
import { startProgress } from "./progress-line.ts";
import { penFor, plain } from "./terminal/look.ts";
import { wrap } from "./terminal/wrap.ts";

interface Options {
  readonly most: number;
  readonly json?: true;
}

type Checked = DatasetCheck & { readonly name: string };

/** `npm run dataset check`: the data against their packages. */
export function defineCheck(context: Context): Command {
  return new Command("check")
    .description("hold a data set against its package, or all of them; names every fault by line and column")
    .addArgument(new Argument("[name]", "the data set; all of them without a name"))
    .addOption(
      new Option("--most <number>", "list so many faults of each").argParser(wholeNumber).default(20, "20"),
    )
    .addOption(jsonOption("print the faults as one line of JSON"))
    .addHelpText("after", "\nExamples:\n  npm run dataset check\n  npm run dataset check wine")
    .action((name: string | undefined, options: Options) => check(context, name, options));
}

async function check(context: Context, name: string | undefined, { most, json }: Options): Promise<void> {
  const names = name === undefined ? await listDatasets(context.root) : [name];
  const checked: Checked[] = [];
  for (const each of names) {
    const found = { name: each, ...(await checkWithProgress(context, each, most)) };
    checked.push(found);
    if (!json) context.print(checkText(found, context));
  }
  if (json) context.print(JSON.stringify(checked));
  if (checked.some(({ count }) => count > 0)) context.exitCode = 1;
}

async function checkWithProgress(context: Context, name: string, most: number): Promise<DatasetCheck> {
  const progress = startProgress(context);
  progress.say(`checking ${name}`);
  return checkDataset(context.root, name, most).finally(progress.end);
}

function checkText({ name, faults, count }: Checked, { terminal }: Context): string {
  const { green, red } = penFor(terminal).colours;
  if (count === 0) return `${green(plain("✓", terminal))} ${name}`;
  const sign = red(plain("✗", terminal));
  const lines = faults.flatMap(({ where, what }) =>
    wrap(plain(`${where}: ${what}`, terminal), terminal.width - 2).map((line) => `  ${line}`),
  );
  const more = count > faults.length ? [`  and ${(count - faults.length).toLocaleString("en")} more`] : [];
  return [
    `${sign} ${name}: ${count.toLocaleString("en")} fault${count === 1 ? "" : "s"}`,
    ...lines,
    ...more,
  ].join("\n");
}
