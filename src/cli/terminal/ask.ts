import { createInterface } from "node:readline/promises";

import type { Terminal } from "./screen.ts";

/**
 * Asks a question with numbered options, and again until the answer is one of them. The texts are already set for the
 * terminal; an option may have several lines.
 *
 * @param onEnter what Enter alone does, in words
 * @returns the 1-based number of the option; "pass" for Enter alone, or when no person is there to answer; undefined
 * when the person stopped it, with Ctrl-C or by ending the input
 * @example
 * await ask("Which measurement decides?", ["All alike", "Proline"], terminal) // 2
 */
export async function ask(
  question: string,
  options: readonly string[],
  { input, output, interactive }: Terminal,
  onEnter = "pass",
): Promise<number | "pass" | undefined> {
  if (!interactive) return "pass";
  output.write(`${question}\n\n${options.map(numbered).join("\n")}\n\n`);
  const lines = createInterface({
    input,
    output,
    prompt: `1 to ${options.length}, or Enter to ${onEnter}: `,
  });
  lines.once("SIGINT", () => lines.close());
  try {
    lines.prompt();
    for await (const line of lines) {
      const choice = choose(line.trim(), options.length);
      if (choice !== "unknown") return choice;
      output.write(`There are options 1 to ${options.length}.\n`);
      lines.prompt();
    }
  } finally {
    lines.close();
  }
  output.write("\n");
  return undefined;
}

function choose(answer: string, nOptions: number): number | "pass" | "unknown" {
  if (answer === "") return "pass";
  const number = /^\d+$/.test(answer) ? Number(answer) : 0;
  return number >= 1 && number <= nOptions ? number : "unknown";
}

function numbered(option: string, index: number): string {
  const label = `${index + 1}`.padStart(3);
  return `${label}  ${option.replaceAll("\n", `\n${" ".repeat(label.length + 2)}`)}`;
}
