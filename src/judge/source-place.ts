import { SourceMap } from "node:module";

/** Where in the learner's own text something happened; both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Finds the learner's own line in a stack: the first frame that lies in the exercise itself.
 *
 * @param stack as the answer's process describes it; hearsay, so anything odd gives null
 * @param map the bundle's source map
 * @param source the exercise's name in the map
 */
export function placeInStack(stack: string, map: string, source: string): Place | null {
  const places = readMap(map);
  if (!places) return null;
  for (const [, line, column] of stack.matchAll(/answer\.mjs:(\d{1,7}):(\d{1,7})/g)) {
    const entry = places.findEntry(Number(line) - 1, Number(column) - 1);
    if (!("originalSource" in entry) || entry.originalSource !== source) continue;
    return { line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  }
  return null;
}

function readMap(map: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(map));
  } catch {
    return null;
  }
}

/**
 * Shows a line with its neighbours, its number and a mark under the place.
 *
 * @example codeFrame("const a = 1;\nreturn b;", { line: 2, column: 8 })
 * //   1 │ const a = 1;
 * // > 2 │ return b;
 * //     │        ^
 */
export function codeFrame(code: string, { line, column }: Place): string {
  const lines = code.split(/\r?\n/);
  const first = Math.max(1, line - 2);
  const last = Math.min(lines.length, line + 1);
  const width = String(last).length;
  const rows: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = (lines[number - 1] ?? "").replaceAll("\t", " ").slice(0, 160);
    rows.push(`${number === line ? ">" : " "} ${String(number).padStart(width)} │ ${text}`.trimEnd());
    if (number === line)
      rows.push(`  ${" ".repeat(width)} │ ${" ".repeat(Math.min(160, Math.max(0, column - 1)))}^`);
  }
  return rows.join("\n");
}
