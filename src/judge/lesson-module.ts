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
  const compiledFolder = await compiled(root, {
    name: join("lessons", basename(folder)),
    key: `1 ${mistakeFiles.map((file) => basename(file)).join(" ")}`,
    build: () => compileLesson(root, folder, mistakeFiles),
  });
  const fresh = (name: string): ModuleExports => load(join(compiledFolder, `${name}.cjs`));
  return {
    checks: keptChecks(join(compiledFolder, "checks.cjs"), folder),
    loadSolution: () => fresh("solution"),
    mistakes: mistakeFiles.map((file) => {
      const name = basename(file, ".ts");
      return { name, ...headerOf(readFileSync(file, "utf8")), load: () => fresh(name) };
    }),
  };
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

async function compileLesson(root: string, folder: string, mistakeFiles: string[]) {
  const files = [join(folder, "checks.ts"), join(folder, "solution.ts"), ...mistakeFiles];
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
