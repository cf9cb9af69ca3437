import { tokensOf } from "../course/code-tokens.ts";

/** What an exercise with gaps has where code is to be written. */
const gap = /(?<![\w$])___(?![\w$])/;
const declaration =
  /^(?:export )?(?:default )?(?:async )?(?<kind>function\s*\*?|class|const|let)\s*\b(?<name>[\w$]+)/;

/**
 * The text of an exercise in which each function with a gap left is one that is not written yet, whatever it is asked: else what
 * stands around the gaps could earn points on inputs that never come to one. All lines keep their places.
 *
 * A gap outside of any function that begins and ends at the margin holds back the whole file.
 *
 * @example
 * closeGaps("function one() {\n  return ___;\n}\n")
 * // "function one() {\n  return ___;\n}\n\none = function () { throw new Error(\"Not written yet: one, …\"); };"
 */
export function closeGaps(code: string): string {
  if (!gap.test(code)) return code;
  const refusals = new Map<string | undefined, string>();
  let current: string | undefined;
  for (const [i, line] of withoutComments(code).split("\n").entries()) {
    current = declaration.exec(line)?.groups?.name ?? current;
    if (gap.test(line) && !refusals.has(current)) refusals.set(current, refusal(current, i + 1));
    if (/^[)\]}].*[};]$/.test(line)) current = undefined;
  }
  // What is to be replaced must not be constant.
  const open = refusals.size > 0 ? code.replaceAll(/^(export )?const (?=[\w$])/gm, "$1let   ") : code;
  return [open, ...refusals.values()].join("\n");
}

/** What takes the place of a function, or of a class. */
function refusal(name: string | undefined, line: number): string {
  const todo = `throw new Error("Not written yet: ${name ?? "your file"}, with a gap on line ${line}");`;
  return name === undefined ? todo : `${name} = function () { ${todo} };`;
}

function withoutComments(code: string): string {
  const blank = (text: string) => text.replaceAll(/[^\n]/g, " ");
  return tokensOf(code, "ts")
    .map(({ kind, text }) => (kind === "comment" ? blank(text) : text))
    .join("");
}
