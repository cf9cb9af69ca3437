import { spawn } from "node:child_process";
import { join } from "node:path";

import { Argument, Command } from "commander";

import type { Context } from "./context.ts";

/** `npm test`: runs the tests of Groundwork itself. */
export function define(context: Context): Command {
  return new Command("test")
    .description("run the tests of Groundwork itself")
    .addArgument(new Argument("[words...]", "passed on to vitest: part of a file's name, options"))
    .allowUnknownOption()
    .addHelpText("after", "\nExamples:\n  npm test\n  npm test judge")
    .action((words: string[]) => runVitest(context, words));
}

async function runVitest(context: Context, words: readonly string[]): Promise<void> {
  const vitest = join(context.root, "node_modules", "vitest", "vitest.mjs");
  const child = spawn(process.execPath, [vitest, "run", ...words], { cwd: context.root, stdio: "inherit" });
  context.exitCode = await new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}
