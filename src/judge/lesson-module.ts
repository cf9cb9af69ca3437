import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import type { LessonChecks } from "../checks/lesson-checks.ts";
import { compiled, load, loadEsbuild, settings } from "../compile.mjs";
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
  /** Functions that it takes from the solution as they are: what they give is what the solution gives. */
  readonly taken: ReadonlySet<string>;
  /** Makes a new copy of the module, so that what it remembers starts anew. */
  load(): ModuleExports;
}

/** The code of a lesson that the judge runs itself. */
export interface LessonModule {
  readonly checks: LessonChecks;
  loadSolution(): ModuleExports;
  readonly mistakes: readonly Mistake[];
}

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
  const own = ["checks.ts", "solution.ts"].map((file) => join(folder, file));
  const compiledFolder = await compileFiles(root, folder, "lessons", [...own, ...mistakeFiles]);
  const solution = readFileSync(join(folder, "solution.ts"), "utf8");
  const fresh = (name: string): ModuleExports => load(join(compiledFolder, `${name}.cjs`));
  return {
    checks: keptChecks(join(compiledFolder, "checks.cjs"), folder),
    loadSolution: () => fresh("solution"),
    mistakes: mistakeFiles.map((file) => {
      const name = basename(file, ".ts");
      const text = readFileSync(file, "utf8");
      return { name, ...headerOf(text), taken: takenFrom(solution, text), load: () => fresh(name) };
    }),
  };
}

/**
 * Loads a lesson's alternatives, other right answers, by name; compiled and cached, and made anew by each call of its function.
 *
 * @throws Problem when one does not compile
 */
export async function loadAlternatives(
  root: string,
  folder: string,
): Promise<ReadonlyMap<string, () => ModuleExports>> {
  const files = filesIn(join(folder, "alternatives"));
  if (files.length === 0) return new Map();
  const compiledFolder = await compileFiles(root, folder, "alternatives", files);
  return new Map(
    files.map((file) => {
      const name = basename(file, ".ts");
      return [name, () => load(join(compiledFolder, `${name}.cjs`))];
    }),
  );
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  return names.sort().map((name) => join(folder, name));
}

/** The checks of the lesson that was loaded last. A watch asks for the same again and again: code that has run is quicker. */
let last: { readonly file: string; readonly checks: LessonChecks } | undefined;

function keptChecks(file: string, folder: string): LessonChecks {
  if (last?.file !== file) last = { file, checks: requireChecks(load(file).default, folder) };
  return last.checks;
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

/** The folder that holds these files of a lesson, compiled. */
function compileFiles(root: string, folder: string, kind: string, files: readonly string[]): Promise<string> {
  return compiled(root, {
    name: join(kind, basename(folder)),
    key: `1 ${files.map((file) => basename(file)).join(" ")}`,
    build: () => build(root, folder, files),
  });
}

async function build(root: string, folder: string, files: readonly string[]) {
  const entryPoints = Object.fromEntries(files.map((file) => [basename(file, ".ts"), file]));
  try {
    const plugins = [ownPackagesOnly(["fast-check"])];
    return [await loadEsbuild().build({ ...settings(root), entryPoints, plugins })];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Problem("bad-lesson", `A file of ${folder} does not compile:\n${message}`);
  }
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

/** Where there are classes, a function of the solution may meet an instance of the mistake's, and nothing can be said ahead. */
function takenFrom(solution: string, mistake: string): ReadonlySet<string> {
  if (/^export\s+(abstract\s+)?class\b/m.test(solution)) return new Set();
  const lists = [...mistake.matchAll(/^export\s*\{([^}]*)\}\s*from\s*"\.\.\/solution\.ts"/gm)];
  const names = lists.flatMap(([, list = ""]) => list.split(",")).map((name) => name.trim());
  return new Set(names.filter((name) => /^\w+$/.test(name)));
}
