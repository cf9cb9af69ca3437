import type { Command, Option } from "commander";

/**
 * Gives a command back the options that npm kept for itself because the `--` before them was forgotten.
 *
 * npm turns `--json` into `npm_config_json=true`, `--dataset=wine` into `npm_config_dataset=wine`, `--no-input` into an empty
 * `npm_config_input`, and `--dataset wine` into `npm_config_dataset=true` and a further argument `wine`.
 *
 * @example
 * withNpmOptions(["6", "wine"], grade, { npm_lifecycle_event: "grade", npm_config_dataset: "true" }) // ["6", "--dataset", "wine"]
 */
export function withNpmOptions(
  args: readonly string[],
  command: Command,
  env: Readonly<Record<string, string | undefined>>,
): string[] {
  if (env.npm_lifecycle_event !== command.name()) return [...args];
  const words = [...args];
  const found: string[] = [];
  // From the last word to the first: the words that belong to options stand behind the command's own.
  for (const option of [...command.options].reverse()) {
    const value =
      env[`npm_config_${option.attributeName().replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`];
    if (value === undefined || !option.long || words.includes(option.long)) continue;
    found.unshift(...asWords(option, option.long, value, words));
  }
  return [...words, ...found];
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
  const takesNumbers = /<(number|count|milliseconds)>/.test(option.flags);
  return takesNumbers === /^\d+$/.test(word);
}
