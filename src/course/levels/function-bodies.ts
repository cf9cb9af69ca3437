import { indentOf } from "../enclosing-function.ts";

/** The lines inside a function's braces. */
export interface FunctionBody {
  /** The function's name, or `Class.method`. */
  readonly name: string;
  /** The index of its first line, and of the line after its last. */
  readonly from: number;
  readonly to: number;
}

const callable =
  /^(?:export (?:default )?)?(?:async )?function\s*\*?\s*([\w$]+)|^(?:export )?const ([\w$]+).*=(?!.*;$)/;
const classHead = /^(?:export (?:default )?)?(?:abstract )?class ([\w$]+)/;
const methodHead =
  /^(?:(?:public|private|protected|static|override|readonly|async|get|set) )*\*?(#?[\w$]+)\s*[(<=]/;

/**
 * The bodies of the functions and methods that formatted code declares at the margin. Goes by indentation, which the formatter keeps.
 *
 * @example
 * functionBodies(["function one() {", "  return 1;", "}"]) // [{ name: "one", from: 1, to: 2 }]
 */
export function functionBodies(lines: readonly string[], from = 0, to = lines.length): FunctionBody[] {
  return blocksOf(lines, from, to, 0).flatMap(({ head, opener, ...block }) => {
    const owner = classHead.exec(head)?.[1];
    if (owner !== undefined) return methodsOf(lines, owner, block.from, block.to);
    const [, declared, constant] = callable.exec(head) ?? [];
    const name = declared ?? (/=>\s*\{$|\bfunction\b/.test(opener) ? constant : undefined);
    return name === undefined ? [] : [{ name, ...block }];
  });
}

function methodsOf(lines: readonly string[], owner: string, from: number, to: number): FunctionBody[] {
  return blocksOf(lines, from, to, 2).flatMap(({ head, opener, ...block }) => {
    const method = methodHead.exec(head)?.[1];
    return method === undefined ? [] : [{ name: `${owner}.${method}`, ...block }];
  });
}

interface Block {
  /** The line on which the statement begins, and the one that opens its brace. */
  readonly head: string;
  readonly opener: string;
  readonly from: number;
  readonly to: number;
}

/** The blocks in braces whose statements begin at this indentation. */
function blocksOf(lines: readonly string[], from: number, to: number, indent: number): Block[] {
  const blocks: Block[] = [];
  let head = "";
  let opened: { readonly at: number; readonly opener: string } | undefined;
  for (let at = from; at < to; at++) {
    const line = lines[at] ?? "";
    const text = line.trim();
    if (text === "" || indentOf(line) !== indent || isComment.test(text)) continue;
    if (opened && text.startsWith("}")) {
      blocks.push({ head, opener: opened.opener, from: opened.at + 1, to: at });
      opened = undefined;
    }
    if (!isCloser.test(text)) head = text;
    if (text.endsWith("{")) opened = { at, opener: text };
  }
  return blocks;
}

const isComment = /^(\/\/|\/\*|\*[\s/]|\*$)/;
const isCloser = /^[)\]}>]/;
