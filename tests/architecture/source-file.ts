import { extname } from "node:path/posix";

import { parseAst } from "vitest/node";

/** What the rules of the architecture look at in one file. */
export interface SourceFile {
  /** From the repository's folder, with slashes. */
  readonly path: string;
  /** How many lines it has. */
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly functions: readonly Extent[];
}

/** One import, for values or for types; `from` is undefined where it is computed. */
export interface Import {
  readonly from: string | undefined;
  readonly line: number;
}

/** Where a function begins, and how many lines it has. */
export interface Extent {
  readonly line: number;
  readonly lines: number;
}

/**
 * Reads what a file imports and how long its functions are, from its syntax tree: an import in a comment or a string is none.
 *
 * @example readSource("src/a.ts", 'import type { B } from "./b.ts";\n').imports // [{ from: "./b.ts", line: 1 }]
 */
export function readSource(path: string, text: string): SourceFile {
  const imports: Import[] = [];
  const functions: Extent[] = [];
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  for (const node of nodesBelow(parseAst(text, { lang: extname(path) === ".ts" ? "ts" : "js" }))) {
    const line = lineAt(node.start);
    const source = sourceOf(node);
    if (source) imports.push({ from: textOf(source), line });
    if (isFunction(node)) functions.push({ line, lines: lineAt(node.end) - line + 1 });
  }
  return { path, lines: text.trimEnd().split("\n").length, imports, functions };
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function* nodesBelow(value: unknown): Generator<Node> {
  if (typeof value !== "object" || value === null) return;
  if (isNode(value)) yield value;
  for (const child of Object.values(value)) yield* nodesBelow(child);
}

function isNode(value: object): value is Node {
  return "type" in value && "start" in value && typeof value.start === "number";
}

function isFunction({ type }: Node): boolean {
  return ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"].includes(type);
}

/** The part of a node that says what it imports: of an import, a re-export, `import()` as value or type, `require()`. */
function sourceOf(node: Node): unknown {
  if ("source" in node) return node.source;
  if (!("callee" in node && "arguments" in node && Array.isArray(node.arguments))) return undefined;
  const { callee } = node;
  const isRequire =
    typeof callee === "object" && callee !== null && "name" in callee && callee.name === "require";
  return isRequire ? node.arguments[0] : undefined;
}

function textOf(source: unknown): string | undefined {
  const isText = typeof source === "object" && source !== null && "value" in source;
  return isText && typeof source.value === "string" ? source.value : undefined;
}
