import { Argument, Command } from "commander";

import { readLessons } from "../course/course.ts";
import { openDataset, reasonNotToFit } from "../data/index.ts";
import { type Context, commandLine } from "./context.ts";
import { jsonOption } from "./options.ts";
import { penFor, plain } from "./terminal/look.ts";
import { wrap } from "./terminal/wrap.ts";

/** Whether a lesson can run on a data set; the reason where it can't. */
interface Fit {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly reason: string | null;
}

/** `npm run dataset fit wine`: which lessons can run on it, and why the others can't. */
export function defineFit(context: Context): Command {
  return new Command("fit")
    .description("which lessons can run on it, and for each other one the reason why not")
    .addArgument(new Argument("<name>", "the data set"))
    .addOption(jsonOption("print the lessons as one line of JSON"))
    .addHelpText("after", "\nExample:\n  npm run dataset fit iris")
    .action(async (name: string, { json }: { json?: true }) => {
      const dataset = await openDataset(context.root, name);
      const fits = readLessons(context.root).map(({ number, id, title, data }): Fit => {
        return { number, id, title, reason: reasonNotToFit(dataset, data.needs) };
      });
      context.print(json ? JSON.stringify({ dataset: name, lessons: fits }) : fitText(name, fits, context));
    });
}

function fitText(name: string, fits: readonly Fit[], { terminal }: Context): string {
  const pen = penFor(terminal);
  const { green, dim } = pen.colours;
  const able = fits.filter(({ reason }) => reason === null);
  const lines = fits.flatMap(({ number, title, reason }) => {
    const sign = reason === null ? green(plain("✓", pen)) : dim(plain("✗", pen));
    const text = `Lesson ${number}, ${title}${reason === null ? "" : `: ${reason}`}`;
    return wrap(plain(text, pen), pen.width - 4).map((line, i) => `${i === 0 ? sign : " "} ${line}`);
  });
  const [first] = able;
  const next = first
    ? `${commandLine("lesson", first.number, "--dataset", name)} begins there.`
    : "No lesson that is written can run on it yet.";
  return [`${able.length} of ${fits.length} lessons can run on ${name}.`, "", ...lines, "", next].join("\n");
}
