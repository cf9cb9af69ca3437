import { Argument, Command, Option } from "commander";

import { readLessons } from "../course/course.ts";
import { requireDataset } from "../data/dataset.ts";
import { removeDataset } from "../data/remove-dataset.ts";
import { Problem } from "../problem.ts";
import { type Context, commandLine } from "./context.ts";
import { ask } from "./terminal/ask.ts";
import { wrap } from "./terminal/wrap.ts";

/** `npm run dataset remove oaks`: takes it away, after asking. */
export function defineRemove(context: Context): Command {
  return new Command("remove")
    .description("take a data set away, with its folder; asks first")
    .addArgument(new Argument("<name>", "the data set"))
    .addOption(new Option("--yes", "do not ask"))
    .addHelpText("after", "\nExample:\n  npm run dataset remove oaks")
    .action((name: string, { yes }: { yes?: true }) => remove(context, name, yes === true));
}

async function remove(context: Context, name: string, isSure: boolean): Promise<void> {
  const { root, terminal } = context;
  await requireDataset(root, name);
  if (!isSure && !terminal.interactive) {
    const command = commandLine("dataset", "remove", name, "--yes");
    throw new Problem(
      "usage",
      `Nobody is here to confirm that ${name} may go.`,
      `\`${command}\` does not ask.`,
    );
  }
  if (!isSure && (await ask(question(context, name), ["Keep it", "Remove it"], terminal)) !== 2) {
    context.print(`${name} stays.`);
    return;
  }
  await removeDataset(root, name);
  context.print(`datasets/${name} is gone.`);
}

function question({ root, terminal }: Context, name: string): string {
  const own = readLessons(root).filter(({ data }) => data.default === name);
  const numbers = own.map(({ number }) => number).join(", ");
  const warning =
    own.length === 0
      ? ""
      : ` It is the own data set of lesson ${numbers}, which can’t be read without one that fits.`;
  return wrap(`Remove the folder datasets/${name} and all that is in it?${warning}`, terminal.width).join(
    "\n",
  );
}
