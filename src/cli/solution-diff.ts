import { structuredPatch } from "diff";

import { type Look, penFor, plain } from "./terminal/look.ts";

/** Sets the difference between a learner's code and the reference, which is shown without its markers. */
export function solutionDiff(own: string, solution: string, look: Look): string {
  const { colours } = penFor(look);
  const ours = solution
    .split("\n")
    .filter((line) => !/^\s*\/\/ (answer:|end)\s*$/.test(line))
    .join("\n");
  const { hunks } = structuredPatch("yours", "ours", withoutHeader(own), ours, "", "", { context: 3 });
  if (hunks.length === 0) return "Your code is ours, to the letter.";
  const colourOf = (line: string) =>
    line.startsWith("+") ? colours.green(line) : line.startsWith("-") ? colours.red(line) : line;
  const parts = hunks.map(({ oldStart, lines }) =>
    [colours.dim(`line ${oldStart}`), ...lines.map((line) => colourOf(plain(line, look)))].join("\n"),
  );
  return `\n${colours.red("- yours")}  ${colours.green("+ ours")}\n\n${parts.join("\n\n")}\n`;
}

/** The starter's two lines of instruction have no counterpart in the solution. */
function withoutHeader(text: string): string {
  return text.replace(/^\/\/ Put your code where .*\n\/\/ Save, then .*\n\n?/, "");
}
