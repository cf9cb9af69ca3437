import { Argument, Command } from "commander";

import { openPool } from "../judge/process-pool.ts";
import type { Context } from "./context.ts";
import { datasetOption, jsonOption, seedOption } from "./options.ts";
import { startProgress } from "./progress-line.ts";

interface Options {
  readonly dataset?: string;
  readonly seed?: number;
  readonly json?: true;
}

/** `npm run grade 6`: grades an exercise and says what was found. */
export function define(context: Context): Command {
  return new Command("grade")
    .description("grade your exercise; without a lesson, the one that you saved last")
    .addArgument(new Argument("[lesson]", "its number or name, or a file in its folder"))
    .addOption(datasetOption())
    .addOption(seedOption())
    .addOption(jsonOption("print the verdict as one line of JSON"))
    .addHelpText(
      "after",
      "\nExamples:\n  npm run grade 6\n  npm run grade 6 -- --dataset wine\n  npm run grade 6 -- --json\n\nEnds with 0 when all checks passed, 1 when not, 2 when the request was wrong.",
    )
    .action((lesson: string | undefined, options: Options) => gradeOnce(context, lesson, options));
}

async function gradeOnce(context: Context, wanted: string | undefined, options: Options): Promise<void> {
  const pool = await openPool(context.root, { early: context.early });
  const progress = startProgress(context);
  try {
    const { chooseLesson, Grading } = await import("./grading.ts");
    const { dataset, seed, json } = options;
    const grading = new Grading(context, chooseLesson(context.root, wanted), pool, dataset);
    const running = grading.run({
      ...(seed === undefined ? {} : { seed }),
      onCheck: (check, index, count) => progress.say(`check ${index + 1} of ${count}: ${check.statement}`),
    });
    const [verdict, { verdictText }] = await Promise.all([running, import("./verdict-text.ts")]);
    progress.end();
    context.print(json ? JSON.stringify(verdict) : verdictText(verdict, context.terminal));
    context.exitCode = verdict.passed ? 0 : 1;
  } finally {
    progress.end();
    pool.close();
  }
}
