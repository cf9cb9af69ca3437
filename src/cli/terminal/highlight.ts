import { tokensOf } from "../../course/code-tokens.ts";
import type { Colours } from "./look.ts";

/**
 * Colours the comments, strings, keywords and numbers of code; code in a language that is not known stays as it is.
 * Each line opens and closes its own colours, so lines may be indented and cut apart.
 *
 * @example
 * highlight("const n = 3; // rows", "ts", createColors(true))
 */
export function highlight(code: string, language: string, colours: Colours): string {
  if (!colours.isColorSupported) return code;
  const paints = {
    comment: colours.dim,
    string: colours.green,
    keyword: colours.magenta,
    number: colours.yellow,
  };
  return tokensOf(code, language)
    .map(({ kind, text }) => (kind ? paintLines(text, paints[kind]) : text))
    .join("");
}

function paintLines(text: string, paint: (line: string) => string): string {
  const lines = text.split("\n");
  return lines.map((line) => (line === "" ? "" : paint(line))).join("\n");
}
