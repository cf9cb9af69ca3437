/** One block around a line: the line on which its statement begins, and the one that opens its brace. */
type Block = { readonly head: string; readonly opener: string };

const isComment = /^(\/\/|\/\*|\*[\s/]|\*$)/;
const isCloser = /^[)\]}>]/;

/** How many blanks a line begins with; 0 for a line that is not there. */
export function indentOf(line: string | undefined): number {
  return line?.search(/\S|$/) ?? 0;
}

/**
 * The name of the exported function that a line of formatted code stands in, or `Class.method`.
 *
 * @param at the index of the line
 * @example
 * enclosingFunction(["export class Scaler {", "  fit(X: number[][]) {", "    // answer:"], 2) // "Scaler.fit"
 */
export function enclosingFunction(lines: readonly string[], at: number): string | undefined {
  const [outer, inner] = blocksAround(lines, at);
  if (outer === undefined) return undefined;
  const declared = /^export (?:async )?function\b\s*\*?\s*([\w$]+)/.exec(outer.head)?.[1];
  if (declared !== undefined) return declared;
  const constant = /^export const ([\w$]+)/.exec(outer.head)?.[1];
  if (constant !== undefined) return /=>\s*\{$|\bfunction\b/.test(outer.opener) ? constant : undefined;
  const owner = /^export (?:abstract )?class ([\w$]+)/.exec(outer.head)?.[1];
  const method = /([\w$]+)\s*[(<=]/.exec(inner?.head ?? "")?.[1];
  return owner === undefined || method === undefined ? undefined : `${owner}.${method}`;
}

/** The blocks around a line, the outermost first; none if the braces above it are closed. */
function blocksAround(lines: readonly string[], at: number): Block[] {
  const blocks: Block[] = [];
  let indent = indentOf(lines[at]);
  let opener: string | undefined;
  for (let i = at - 1; i >= 0 && (indent > 0 || opener !== undefined); i--) {
    const line = lines[i]?.trimEnd() ?? "";
    const text = line.trim();
    const isOutside = opener === undefined ? indentOf(line) < indent : indentOf(line) === indent;
    if (text === "" || isComment.test(text) || !isOutside) continue;
    if (opener === undefined && !text.endsWith("{")) return [];
    opener ??= text;
    indent = indentOf(line);
    if (isCloser.test(text)) continue; // such as `): number {`, whose statement begins further up
    blocks.unshift({ head: text, opener });
    opener = undefined;
  }
  return blocks;
}
