import { cutLines } from "./cut-lines.ts";

/** The formatter's, as biome.json has it. */
const lineWidth = 110;

/**
 * Leaves out what a module imports and does not use; an import for its effects stays.
 *
 * @param lines formatted code, whose imports begin at the margin
 * @example
 * dropUnusedImports(['import { a, b } from "x";', "", "b();"]) // ['import { b } from "x";', "", "b();"]
 */
export function dropUnusedImports(lines: readonly string[]): readonly string[] {
  const imports = findImports(lines);
  const isImport = (at: number) => imports.some(({ from, to }) => from <= at && at < to);
  const code = lines.filter((line, at) => !isImport(at) && !/^\s*(\/\/|\/\*|\*[\s/])/.test(line)).join("\n");
  // From the last to the first, so that the positions of those to come stay right.
  return imports.reduceRight((rest: readonly string[], { from, to }) => {
    const kept = keepUsed(rest.slice(from, to).join("\n"), code);
    return kept === undefined
      ? cutLines(rest, from, to)
      : rest.toSpliced(from, to - from, ...kept.split("\n"));
  }, lines);
}

/** Each import: the index of its first line, and of the line after its last. */
function findImports(lines: readonly string[]): { from: number; to: number }[] {
  return lines.flatMap((line, from) => {
    if (!/^import[\s{]/.test(line)) return [];
    const last = lines.findIndex((candidate, at) => at >= from && /["'][^"']*["'].*;/.test(candidate));
    return last === -1 ? [] : [{ from, to: last + 1 }];
  });
}

/** The import with only those of its names that the code uses; undefined if it uses none. */
function keepUsed(statement: string, code: string): string | undefined {
  const [, clause, source] = /^import\s+(.+?)\s+from\s+(.+)$/s.exec(statement) ?? [];
  if (clause === undefined) return statement;
  const names = clause
    .split(/[{},]/)
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "type");
  const used = names.filter((name) => isUsed(name.split(/\s+/).at(-1) ?? name, code));
  if (used.length === 0) return undefined;
  const [, before] = /^((?:type\s+)?)\{[^}]*\}$/.exec(clause) ?? [];
  if (used.length === names.length || before === undefined) return statement;
  const oneLine = `import ${before}{ ${used.join(", ")} } from ${source}`;
  const severalLines = `import ${before}{\n${used.map((name) => `  ${name},\n`).join("")}} from ${source}`;
  return oneLine.length <= lineWidth ? oneLine : severalLines;
}

/** Whether a name stands in the code, other than as the property of something. */
function isUsed(name: string, code: string): boolean {
  const escaped = name.replaceAll("$", "\\$");
  return new RegExp(`(?<![\\w$]|(?<!\\.\\.)\\.)${escaped}(?![\\w$])`).test(code);
}
