import { Command, CommanderError } from "commander";

import type { EarlyHost } from "../judge/process-pool.ts";
import { Problem } from "../problem.ts";
import { type Context, commandLine } from "./context.ts";
import { reportFault } from "./fault.ts";
import { withNpmOptions } from "./npm-options.ts";
import { problemText } from "./problem-text.ts";
import { readScreen } from "./terminal/screen.ts";

type CommandFile = { define(context: Context): Command };

/** A file a command; only the one that is asked for is loaded. In the order in which help lists them. */
const commands: Readonly<Record<string, () => Promise<CommandFile>>> = {
  lesson: () => import("./lesson.ts"),
  grade: () => import("./grade.ts"),
  watch: () => import("./watch.ts"),
  hint: () => import("./hint.ts"),
  solution: () => import("./solution.ts"),
  reset: () => import("./reset.ts"),
  undo: () => import("./undo.ts"),
  dataset: () => import("./dataset.ts"),
  review: () => import("./review.ts"),
  portfolio: () => import("./portfolio.ts"),
  course: () => import("./course.ts"),
  bench: () => import("./bench.ts"),
  test: () => import("./test.ts"),
};

/**
 * Runs a command.
 *
 * @param args what stands after the program's name
 * @param root the course's folder
 * @param early a process for an answer, where the launcher has started one
 * @returns the exit code
 */
export async function main(args: readonly string[], root: string, early?: EarlyHost): Promise<number> {
  const context = contextOf(root, early);
  leaveQuietlyWhenNobodyReads();
  process.on("uncaughtException", (thrown) => process.exit(reportFault(thrown, args, context)));
  let program: Command | undefined;
  try {
    program = await programFor(args[0], context);
    const [name = "", ...rest] = args;
    const command = program.commands.find((each) => each.name() === name);
    const words = command ? withNpmOptions(rest, command, context.env) : rest;
    await program.parseAsync(name === "" ? ["--help"] : [name, ...words], { from: "user" });
  } catch (thrown) {
    return codeFor(thrown, args, context, program);
  }
  return context.exitCode;
}

function contextOf(root: string, early: EarlyHost | undefined): Context {
  const { stdin: input, stdout: output, env } = process;
  return {
    root,
    early,
    terminal: { ...readScreen(output, env, input), input, output },
    env,
    print: (text) => void output.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
    now: () => new Date(),
    exitCode: 0,
  };
}

async function programFor(name: string | undefined, context: Context): Promise<Command> {
  const program = new Command("groundwork")
    .description("Learn the machine-learning engineer's workflow by doing it, in TypeScript.")
    .helpCommand("help [command]", "show what a command does")
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .addHelpText(
      "after",
      "\nBegin with:\n  npm run lesson        the map of the course\n  npm run lesson 6      a lesson",
    );
  const wanted = name !== undefined && Object.hasOwn(commands, name) ? [name] : Object.keys(commands);
  for (const each of wanted) {
    const file = await commands[each]?.();
    if (file) program.addCommand(file.define(context));
  }
  settleLikeParent(program);
  return program;
}

/** What is settled for the program holds for its commands: errors are thrown, and said in one place. */
function settleLikeParent(parent: Command): void {
  for (const command of parent.commands) {
    command.copyInheritedSettings(parent);
    settleLikeParent(command);
  }
}

function codeFor(thrown: unknown, args: readonly string[], context: Context, program?: Command): number {
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
  const problem = thrown instanceof CommanderError ? usageProblem(thrown, commandsIn(args, program)) : thrown;
  if (!(problem instanceof Problem)) return reportFault(thrown, args, context);
  const { code, message, hint } = problem;
  const wantsJson = args.includes("--json") || context.env.npm_config_json === "true";
  if (wantsJson) context.print(JSON.stringify({ problem: { code, message, hint } }));
  else if (message !== "") context.note(problemText(problem));
  return 2;
}

/** What commander says of a command line that it can't read, in our words: `error: unknown option '--jsn'\n(Did you mean --json?)`. */
function usageProblem({ message, code }: CommanderError, [name, ...parts]: readonly string[]): Problem {
  // The help itself has been printed.
  if (code === "commander.help") return new Problem("usage", "");
  const [, what = message, guess] = /^error: (.*?)\.?(?:\n\((.*)\))?$/s.exec(message) ?? [];
  const help = name === undefined ? "npx groundwork help" : commandLine(name, ...parts, "--help");
  return new Problem(
    "usage",
    `${what.charAt(0).toUpperCase()}${what.slice(1)}.`,
    `${guess === undefined ? "" : `${guess} `}\`${help}\` shows what there is.`,
  );
}

/** The words that name a command, and a command of that one: `dataset`, `add`. */
function commandsIn(args: readonly string[], program: Command | undefined): string[] {
  const [word = "", ...rest] = args;
  const command = program?.commands.find((each) => each.name() === word);
  return command ? [word, ...commandsIn(rest, command)] : [];
}

/** `npm run lesson 6 | head` closes our output early; that is no fault. */
function leaveQuietlyWhenNobodyReads(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}
