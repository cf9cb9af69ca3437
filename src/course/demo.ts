import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { compiled, load, loadEsbuild, settings } from "../compile.mjs";
import type { Stage } from "../data/index.ts";
import { Problem } from "../problem.ts";
import { ownPackagesOnly } from "./lesson-bundle.ts";

/** Values that the text names, computed from the data. */
export type Facts = Readonly<Record<string, number | string>>;

/** A lesson's demo.ts, ready to run. */
export interface Demo {
  /** Names of the steps that it exports. */
  readonly steps: readonly string[];
  facts(stage: Stage): Promise<Facts>;
  /**
   * Runs a step; what it returns is for the caller to show.
   *
   * @throws Problem "bad-lesson" when there is no such step, or it fails
   */
  run(name: string, stage: Stage): Promise<unknown>;
  /** A step's own source text. */
  sourceOf(name: string): string;
}

/**
 * Loads a lesson's demo, compiled and cached.
 *
 * @param root the course's folder
 * @param folder the lesson's folder
 * @throws Problem "bad-lesson" when it is missing, does not compile, or fails when it is loaded
 */
export async function loadDemo(root: string, folder: string): Promise<Demo> {
  const file = join(folder, "demo.ts");
  const shown = `lessons/${basename(folder)}/demo.ts`;
  if (!existsSync(file))
    throw new Problem("bad-lesson", `${shown} is missing.`, "It holds the steps that the text shows.");
  const compiledFolder = await compiled(root, {
    name: join("demos", basename(folder)),
    key: "2",
    build: () => compile(root, file, shown),
  });
  const exports: Record<string, unknown> = await orProblem(`${shown} can't be loaded`, () =>
    load(join(compiledFolder, "demo.cjs")),
  );
  const text = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  const functionNamed = (name: string) => {
    const member = exports[name];
    if (typeof member === "function") return member;
    throw new Problem("bad-lesson", `${shown} exports no function ${name}.`, "The lesson's text names it.");
  };
  const ask = async (name: string, stage: Stage) => {
    const step = functionNamed(name);
    return orProblem(`${shown}: ${name} fails on ${stage.dataset.name}`, () => step(stage));
  };
  return {
    steps: Object.keys(exports).filter((name) => name !== "facts" && typeof exports[name] === "function"),
    facts: async (stage) => (exports.facts === undefined ? {} : await ask("facts", stage)),
    run: ask,
    sourceOf: (name) => sourceOf(text, name),
  };
}

/** What a lesson's own code gives; whatever it throws is the lesson's fault, and to be told to its author. */
async function orProblem<Result>(what: string, make: () => Result): Promise<Awaited<Result>> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem("bad-lesson", `${what}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Figures measure words with these; they are ES modules, which a compiled demo could not load from outside. */
const figuresMeasureWith = ["fast-string-width", "fast-string-truncated-width"];

async function compile(root: string, file: string, shown: string) {
  const { build } = loadEsbuild();
  const entryPoints = { demo: file };
  try {
    return [
      await build({
        ...settings(root),
        entryPoints,
        plugins: [ownPackagesOnly(figuresMeasureWith)],
      }),
    ];
  } catch (error) {
    throw new Problem(
      "bad-lesson",
      `${shown} does not compile:\n${error instanceof Error ? error.message : error}`,
    );
  }
}

/**
 * The text of one exported function, without the comment before it; the formatter puts its closing brace in the first column.
 *
 * @example sourceOf("export function one() {\n  return 1;\n}\n", "one") // "export function one() {\n  return 1;\n}"
 */
function sourceOf(text: string, name: string): string {
  const start = text.search(new RegExp(`^export (async )?function ${name}\\b`, "m"));
  if (start < 0) return "";
  const end = text.indexOf("\n}", start);
  return text.slice(start, end < 0 ? undefined : end + 2);
}
