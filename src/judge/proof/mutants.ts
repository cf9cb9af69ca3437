import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { compiled, load, loadEsbuild, settings } from "../../compile.mjs";
import { ownPackagesOnly } from "../../course/lesson-bundle.ts";
import type { ModuleExports } from "../local-answer.ts";

/** A small change of the solution's answer, as a careless hand would make it. */
export interface Mutant {
  readonly id: string;
  /** Which line, from 1, and how it reads before and after. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** A solution that can be any of its mutants. */
export interface MutableSolution {
  readonly mutants: readonly Mutant[];
  /** The solution's exports, made anew, as this mutant until the next call. */
  load(mutant: Mutant): ModuleExports;
}

/** So often may the changed place be passed in one grading; a loop that never ends is stopped by it. */
const hitLimit = 2_000_000;

/**
 * Makes the mutants of a solution: everything between `// answer:` and `// end` that Stryker knows how to change. All of them are in one
 * compiled file, switched by a number.
 *
 * @see https://stryker-mutator.io/docs/mutation-testing-elements/supported-mutators/
 */
export async function mutantsOf(root: string, folder: string): Promise<MutableSolution> {
  const file = join(folder, "solution.ts");
  const source = readFileSync(file, "utf8");
  const { Instrumenter } = await import("@stryker-mutator/instrumenter");
  const { files, mutants } = await new Instrumenter(silent).instrument(
    [{ name: file, content: source, mutate: answerRanges(source) }],
    { excludedMutations: [], ignorers: [], plugins: null },
  );
  const compiledFolder = await compileText(root, folder, file, files[0]?.content ?? source);
  return {
    mutants: mutants.map((mutant) => shown(mutant, source)).filter(isTelling),
    load: ({ id }) => {
      Object.assign(globalThis, { __stryker__: { activeMutant: id, hitCount: 0, hitLimit } });
      return load(join(compiledFolder, "solution.cjs"));
    },
  };
}

const nothing = () => undefined;
const silent = {
  ...{ trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing },
  ...{ isTraceEnabled: () => false, isDebugEnabled: () => false, isInfoEnabled: () => false },
  ...{ isWarnEnabled: () => false, isErrorEnabled: () => false, isFatalEnabled: () => false },
};

/** The learner's parts of a solution, as lines from 0. */
function answerRanges(source: string) {
  const lines = source.split("\n").map((line) => line.trim());
  return lines.flatMap((line, i) => {
    if (line !== "// answer:") return [];
    const end = lines.indexOf("// end", i);
    return [{ start: { line: i + 1, column: 0 }, end: { line: end, column: 0 } }];
  });
}

interface StrykerMutant {
  readonly id: string;
  readonly replacement: string;
  readonly location: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}

/** A mutant as the lines that it touches, before and after, each on one line. */
function shown({ id, replacement, location: { start, end } }: StrykerMutant, source: string): Mutant {
  const lines = source.split("\n");
  const head = (lines[start.line] ?? "").slice(0, start.column);
  const tail = (lines[end.line] ?? "").slice(end.column);
  const before = lines.slice(start.line, end.line + 1).join("\n");
  return { id, line: start.line + 1, before: onOneLine(before), after: onOneLine(head + replacement + tail) };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Other words in an error are no other behaviour. */
function isTelling({ before, after }: Mutant): boolean {
  const withoutTexts = (line: string) => line.replace(/"[^"]*"|`[^`]*`|'[^']*'/g, '""');
  return !(/Error\(/.test(before) && withoutTexts(before) === withoutTexts(after));
}

function compileText(root: string, folder: string, file: string, text: string): Promise<string> {
  return compiled(root, {
    name: join("mutants", basename(folder)),
    key: "1",
    build: async () => {
      const plugins = [ownPackagesOnly(), insteadOf(file, text)];
      const entryPoints = { solution: file };
      return [await loadEsbuild().build({ ...settings(root), entryPoints, plugins })];
    },
  });
}

/** Has esbuild read a text in the place of a file's own. */
function insteadOf(file: string, text: string): import("esbuild").Plugin {
  return {
    name: "instead-of",
    setup: ({ onLoad }) => {
      onLoad({ filter: /solution\.ts$/ }, ({ path }) =>
        path === file ? { contents: text, loader: "ts" } : undefined,
      );
    },
  };
}
