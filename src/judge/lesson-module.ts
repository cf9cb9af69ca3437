import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

import type { BuildResult } from "esbuild";

import type { LessonChecks } from "../checks/lesson-checks.ts";
import { compiled, loadEsbuild, outputFolder, settings } from "../compile.mjs";
import { ownPackagesOnly } from "../course/lesson-bundle.ts";
import { Problem } from "../problem.ts";
import type { ModuleExports } from "./local-answer.ts";

/** A plausible wrong answer that the lesson owns. */
export interface Mistake {
  readonly name: string;
  /** What the learner did and why it is wrong, from the file's header comment. */
  readonly explanation: string;
  /** The question or step that leads on, from the header's "Next:" line. */
  readonly next: string | undefined;
  /** Makes a new copy of the module, so that what it remembers starts anew. */
  load(): ModuleExports;
}

/** The code of a lesson that the judge runs itself. */
export interface LessonModule {
  readonly checks: LessonChecks;
  loadSolution(): ModuleExports;
  readonly mistakes: readonly Mistake[];
}

type Factory = (module: { exports: ModuleExports }, exports: ModuleExports, require: NodeJS.Require) => void;

/**
 * Loads a lesson's checks, solution and mistakes, compiled and cached.
 *
 * @param root the course's folder
 * @param folder the lesson's folder
 * @throws Problem when a file is missing or does not compile
 */
export async function loadLessonModule(root: string, folder: string): Promise<LessonModule> {
  for (const file of ["checks.ts", "solution.ts"]) {
    if (existsSync(join(folder, file))) continue;
    throw new Problem(
      "bad-lesson",
      `${folder} has no ${file}.`,
      "A lesson needs lesson.md, solution.ts and checks.ts.",
    );
  }
  const mistakeFiles = filesIn(join(folder, "mistakes"));
  const compiledFolder = await compiled(root, {
    name: join("lessons", basename(folder)),
    key: `1 ${mistakeFiles.map((file) => basename(file)).join(" ")}`,
    build: () => compileLesson(root, folder, mistakeFiles),
  });
  const { default: checks } = await import(pathToFileURL(join(compiledFolder, "checks.mjs")).href);
  const { factories } = await import(pathToFileURL(join(compiledFolder, "modules.mjs")).href);
  const require = createRequire(join(root, "package.json"));
  return {
    checks: requireChecks(checks, folder),
    loadSolution: () => instantiate(factories.solution, require),
    mistakes: mistakeFiles.map((file) => {
      const name = basename(file, ".ts");
      return {
        name,
        ...headerOf(readFileSync(file, "utf8")),
        load: () => instantiate(factories[name], require),
      };
    }),
  };
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  return names.sort().map((name) => join(folder, name));
}

function instantiate(factory: Factory, require: NodeJS.Require): ModuleExports {
  const module = { exports: {} };
  factory(module, module.exports, require);
  return module.exports;
}

function requireChecks(checks: unknown, folder: string): LessonChecks {
  const isChecks = typeof checks === "object" && checks !== null && "build" in checks && "options" in checks;
  if (isChecks) return checks as LessonChecks;
  throw new Problem(
    "bad-lesson",
    `${join(folder, "checks.ts")} exports no checks by default.`,
    "Use `export default checks(…)`.",
  );
}

async function compileLesson(root: string, folder: string, mistakeFiles: string[]) {
  const { build } = loadEsbuild();
  const outdir = outputFolder(root);
  try {
    const [checks, modules] = await Promise.all([
      build({
        ...settings(root),
        entryPoints: { checks: join(folder, "checks.ts") },
        outdir,
        plugins: [ownPackagesOnly(["fast-check"])],
      }),
      build({
        ...settings(root),
        entryPoints: Object.fromEntries(
          [join(folder, "solution.ts"), ...mistakeFiles].map((file) => [basename(file, ".ts"), file]),
        ),
        format: "cjs",
        banner: {},
        outExtension: {},
        outdir,
        plugins: [ownPackagesOnly()],
      }),
    ]);
    return [checks, asFactories(modules)];
  } catch (error) {
    throw new Problem(
      "bad-lesson",
      `A file of ${folder} does not compile:\n${error instanceof Error ? error.message : error}`,
    );
  }
}

/** Joins CommonJS files into one module of functions, each of which makes a new copy of its file's exports. */
function asFactories(result: BuildResult<{ write: false; metafile: true }>) {
  const [first] = result.outputFiles;
  if (!first) throw new Error("esbuild wrote no file for a solution");
  const entries = result.outputFiles.map(
    ({ path, text }) =>
      `${JSON.stringify(basename(path, ".js"))}: (module, exports, require) => {\n${text}\n}`,
  );
  const text = `export const factories = {\n${entries.join(",\n")}\n};\n`;
  const path = join(first.path, "..", "modules.mjs");
  return { ...result, outputFiles: [{ ...first, path, text, contents: new TextEncoder().encode(text) }] };
}

/** Reads the explanation and the "Next:" line of a file's first comment. */
function headerOf(text: string): { explanation: string; next: string | undefined } {
  const comment = /^\s*\/\*\*([\s\S]*?)\*\//.exec(text)?.[1] ?? "";
  const words = comment
    .replace(/^\s*\*? ?/gm, " ")
    .replace(/\s+/g, " ")
    .trim();
  const [explanation = "", next] = words.split(/\s*\bNext: /);
  return { explanation, next };
}
