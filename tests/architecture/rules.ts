import { dirname, join } from "node:path/posix";

import type { Extent, SourceFile } from "./source-file.ts";

/** What each part of the code may import of the others. A part that has no row may not exist. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  ml: [],
  figures: [],
  checks: ["ml"],
  data: ["ml", "problem", "compile"],
  course: ["data", "problem", "compile"],
  judge: ["course", "checks", "data", "problem", "compile", "spawn-host"],
  page: ["figures", "course", "data"],
  cli: ["ml", "figures", "checks", "data", "course", "judge", "page", "problem", "compile"],
  problem: [],
  tensorflow: [],
  // The launcher is plain JavaScript, which runs before there is a compiler.
  compile: ["cache-files", "script-file"],
  "script-file": ["cache-files"],
  "cache-files": [],
  install: [],
  "spawn-host": ["compile"],
  launch: ["compile", "install", "spawn-host"],
  "a lesson": ["ml", "data", "figures"],
  "a lesson's checks": ["checks", "ml", "data"],
};

/** Parts that compute and do nothing else: not even a module of Node. */
const pure = ["ml", "figures", "checks"];

/** Load what they are told to: a learner's answer, and a native binding that may be missing. */
const loaders = ["src/judge/host/host.ts", "src/tensorflow/native.cjs"];

const mostLines = { file: 250, function: 50 };

type Exports = Readonly<Record<string, string>>;

/**
 * Everything in a tree of files that the architecture does not allow, a sentence each.
 *
 * @param exports the package's own names for its files, as package.json gives them: `{ "./random": "./src/ml/random.ts" }`
 * @example faultsOf([readSource("src/ml/a.ts", 'import "../data/b.ts";')], {}) // ["src/ml/a.ts:1 imports … "]
 */
export function faultsOf(files: readonly SourceFile[], exports: Exports): string[] {
  return [
    ...files.flatMap((file) => importFaults(file, exports)),
    ...cyclesIn(files, exports).map((cycle) => `${cycle.join(" → ")} is a cycle`),
    ...files.flatMap(sizeFaults),
    ...files.flatMap(placeFaults),
  ];
}

function importFaults(file: SourceFile, exports: Exports): string[] {
  return file.imports.flatMap(({ from, line }) => {
    const fault = from === undefined ? computedFault(file.path) : importFault(file.path, from, exports);
    return fault === undefined ? [] : [`${file.path}:${line} ${fault}`];
  });
}

function computedFault(path: string): string | undefined {
  return loaders.includes(path) ? undefined : "computes what it imports, so that nobody can see it";
}

function importFault(path: string, from: string, exports: Exports): string | undefined {
  const part = partOf(path);
  const target = targetOf(path, from, exports);
  if (target === undefined) return packageFault(part, from);
  if (path.startsWith("lessons/") && from.startsWith(".")) {
    if (lessonOf(path) === lessonOf(target)) return undefined;
    return `imports ${target}; a lesson imports the library by the package's name`;
  }
  const other = partOf(target);
  const allowed = mayImport[part] ?? [];
  if (other === part || allowed.includes(other)) return undefined;
  return `imports ${target}; ${part} may import ${allowed.join(", ") || "nothing of ours"}`;
}

function packageFault(part: string, from: string): string | undefined {
  if (/^groundwork\b/.test(from)) return `imports ${from}, which package.json does not export`;
  const touches = from.startsWith("node:") && pure.includes(part);
  return touches ? `imports ${from}, and ${part} touches nothing outside itself` : undefined;
}

/** The file of ours that an import means, or undefined for a package's. */
function targetOf(path: string, from: string, exports: Exports): string | undefined {
  if (from.startsWith(".")) return join(dirname(path), from);
  const file = exports[from.replace(/^groundwork\b/, ".")];
  return file && join(file);
}

/** The row of the table that a file belongs to. */
function partOf(path: string): string {
  if (path.startsWith("lessons/")) return path.endsWith("/checks.ts") ? "a lesson's checks" : "a lesson";
  if (path === "src/judge/spawn-host.mjs") return "spawn-host";
  return /^src\/([^/.]+)/.exec(path)?.[1] ?? path;
}

function lessonOf(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}

function sizeFaults({ path, lines, functions }: SourceFile): string[] {
  if (!path.startsWith("src/")) return [];
  const isLong = (one: Extent) => one.lines > mostLines.function;
  return [
    ...(lines > mostLines.file ? [`${path} has ${lines} lines, over ${mostLines.file}`] : []),
    ...functions
      .filter(isLong)
      .map((one) => `${path}:${one.line} is a function of ${one.lines} lines, over ${mostLines.function}`),
  ];
}

function placeFaults({ path }: SourceFile): string[] {
  const vague = /(^|\/)(utils?|helpers?|common|shared)\//.exec(path);
  return [
    ...(vague ? [`${path}: a folder ${vague[2]} could hold anything`] : []),
    ...(partOf(path) in mayImport ? [] : [`${path} is of no part that the table of imports knows`]),
  ];
}

/** Each cycle of imports, as the files along it; of cycles that share files, those that a walk meets first. */
function cyclesIn(files: readonly SourceFile[], exports: Exports): string[][] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[][] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path]);
    if (trail.includes(path) || done.has(path)) return;
    for (const { from = "" } of byPath.get(path)?.imports ?? []) {
      const target = targetOf(path, from, exports);
      if (target !== undefined) walk(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of byPath.keys()) walk(path, []);
  return cycles;
}
