import type { Command, Option } from "commander";

import { Problem } from "../problem.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Gives a command back the options that npm kept for itself because the `--` before them was forgotten.
 *
 * npm turns `--json` into `npm_config_json=true`, `--dataset=wine` into `npm_config_dataset=wine`, `--no-input` into an empty
 * `npm_config_input`, and `--dataset wine` into `npm_config_dataset=true` and a further argument `wine`.
 *
 * @throws Problem "usage" where several options lost their values, so that nobody can tell which word belongs to which
 * @example
 * withNpmOptions(["6", "wine"], grade, { npm_lifecycle_event: "grade", npm_config_dataset: "true" }) // ["6", "--dataset", "wine"]
 */
export function withNpmOptions(args: readonly string[], command: Command, env: Environment): string[] {
  if (env.npm_lifecycle_event !== command.name()) return [...args];
  const part = command.commands.find((each) => each.name() === args[0]);
  const words = [...args];
  const found: string[] = [];
  refuseGuessing(args, part ?? command, env);
  // From the last word to the first: the words that belong to options stand behind the command's own.
  for (const option of [...(part ?? command).options].reverse()) {
    const value = keptValue(option, env);
    if (value === undefined || !option.long || words.includes(option.long)) continue;
    found.unshift(...asWords(option, option.long, value, words));
  }
  return [...words, ...found];
}

/** What npm made of an option; undefined where it was not given, or not kept. */
function keptValue(option: Option, env: Environment): string | undefined {
  return env[
    `npm_config_${option.attributeName().replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
  ];
}

/** Values are told apart when one is a number and the other is not; beyond that there is only guessing. */
function refuseGuessing(args: readonly string[], command: Command, env: Environment): void {
  const lost = command.options.filter(
    (option) =>
      !option.isBoolean() &&
      !option.negate &&
      keptValue(option, env) === "true" &&
      !args.includes(option.long ?? ""),
  );
  if (lost.filter((option) => !takesNumbers(option)).length < 2) return;
  throw new Problem(
    "usage",
    `npm kept ${lost.map(({ long }) => long).join(", ")} for itself, so it can’t be told which value belongs to which.`,
    `Put \`--\` before the first option: \`npm run ${env.npm_lifecycle_event} … -- ${lost[0]?.long} …\`.`,
  );
}

function asWords(option: Option, long: string, value: string, words: string[]): string[] {
  if (option.negate) return value === "" || value === "false" ? [long] : [];
  if (option.isBoolean()) return value === "true" ? [long] : [];
  if (value !== "true") return value === "" ? [] : [long, value];
  const index = words.findLastIndex((word) => !word.startsWith("-") && fits(option, word));
  const [taken] = index < 0 ? [] : words.splice(index, 1);
  return taken === undefined ? [long] : [long, taken];
}

/** Two options may have lost their values: a number goes to the one that takes numbers. */
function fits(option: Option, word: string): boolean {
  return takesNumbers(option) === /^\d+$/.test(word);
}

function takesNumbers({ flags }: Option): boolean {
  return /<(number|count|milliseconds)>/.test(flags);
}
