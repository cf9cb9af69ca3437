import { join } from "node:path";

import { Command, Option } from "commander";

import { compiled, load, loadEsbuild, settings } from "../compile.mjs";
import type { Context } from "./context.ts";
import { jsonOption } from "./options.ts";
import { startProgress } from "./progress-line.ts";

interface Options {
  readonly only?: string;
  readonly json?: true;
}

/** What tests/bench/bench.ts is asked. */
export interface BenchRequest {
  /** The course's folder; it is copied, and stays as it is. */
  readonly root: string;
  /** One of the parts that the option names; all of them if undefined. */
  readonly only: string | undefined;
  readonly json: boolean;
  /** Told what is going on. */
  say(text: string): void;
}

/** `npm run bench`: how quick Groundwork feels on this machine. */
export function define(context: Context): Command {
  return new Command("bench")
    .description(
      "measure how quick Groundwork is here, against npm, vitest, pandas and scikit-learn in the same run",
    )
    .addOption(
      new Option("--only <part>", "one part alone").choices([
        "cold",
        "watch",
        "vitest",
        "read",
        "profile",
        "library",
        "figures",
      ]),
    )
    .addOption(jsonOption("print the figures as one line of JSON"))
    .addHelpText("after", "\nExamples:\n  npm run bench\n  npm run bench -- --only watch")
    .action((options: Options) => measure(context, options));
}

async function measure(context: Context, { only, json }: Options): Promise<void> {
  const { root } = context;
  const { bench } = await loadBench(root);
  const progress = startProgress(context);
  const result = await bench({ root, only, json: json === true, say: progress.say }).finally(progress.end);
  context.print(result);
}

/** tests/bench/, compiled apart from the commands that learners wait for. */
async function loadBench(root: string): Promise<{ bench(request: BenchRequest): Promise<string> }> {
  const folder = await compiled(root, {
    name: "bench",
    key: "1",
    build: async () => {
      const entryPoints = { bench: join(root, "tests/bench/bench.ts") };
      return [await loadEsbuild().build({ ...settings(root), entryPoints, packages: "external" })];
    },
  });
  return load(join(folder, "bench.cjs"));
}
