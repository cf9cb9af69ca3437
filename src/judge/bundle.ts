import { readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

import type { BuildFailure, Plugin, PluginBuild } from "esbuild";

import { loadEsbuild } from "../compile.mjs";

/** An answer as one module of JavaScript, and its source map. */
export interface Bundle {
  readonly script: string;
  readonly map: string;
  /** What the map calls the exercise. */
  readonly name: string;
}

/** The first thing that kept an exercise from being read; the line counts from 1, the column from 0. */
export interface BundleError {
  readonly message: string;
  /** The text of the file that it is in: the exercise, or one beside it. */
  readonly code: string;
  readonly line: number;
  readonly column: number;
}

/** What an answer may import. */
export interface ImportRules {
  /** The course's folder, whose installed packages are there for all. */
  readonly root: string;
  /** "package" or "package#export" that this lesson's exercise does without. */
  readonly offLimits: readonly string[];
}

/**
 * Turns an exercise into one module that an answer's process can load.
 *
 * Files beside the exercise come in; the solution, the checks, the mistakes and other lessons don't. Packages stay where
 * they are installed; groundwork's own library comes in.
 *
 * @param file the exercise's path; `code` is its text, which may be newer than the file
 */
export async function bundleAnswer(
  file: string,
  code: string,
  rules: ImportRules,
): Promise<Bundle | { readonly error: BundleError }> {
  const { build } = loadEsbuild();
  try {
    const { outputFiles } = await build({
      stdin: { contents: code, loader: "ts", resolveDir: dirname(file), sourcefile: file },
      bundle: true,
      platform: "node",
      target: "node20",
      format: "esm",
      sourcemap: "external",
      sourcesContent: false,
      outfile: "answer.mjs",
      absWorkingDir: rules.root,
      write: false,
      logLevel: "silent",
      plugins: [importGuard(file, rules)],
    });
    const [map, script] = outputFiles;
    return {
      script: `${script?.text ?? ""}\n//# sourceURL=answer.mjs\n`,
      map: map?.text ?? "",
      name: relative(rules.root, file).replaceAll("\\", "/"),
    };
  } catch (error) {
    return { error: firstError(error, file, code, rules.root) };
  }
}

/**
 * The text of a lesson's own module (a solution, a mistake, an alternative) with its local imports taken in, so that it can
 * be graded as if a learner had written it.
 */
export async function standaloneText(file: string, root: string): Promise<string> {
  const { build } = loadEsbuild();
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    absWorkingDir: root,
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

function firstError(error: unknown, file: string, code: string, root: string): BundleError {
  const first = isBuildFailure(error) ? error.errors[0] : undefined;
  if (!first) throw error;
  const { text, location } = first;
  const place = { line: location?.line ?? 1, column: location?.column ?? 0 };
  const other = resolve(root, location?.file ?? file);
  if (other === file) return { message: text, ...place, code };
  return {
    message: `${relative(dirname(file), other)}: ${text}`,
    ...place,
    code: readFileSync(other, "utf8"),
  };
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}

function importGuard(file: string, { root, offLimits }: ImportRules): Plugin {
  const folder = realpathSync(dirname(file));
  return {
    name: "import-guard",
    setup(build) {
      build.onResolve({ filter: /^[./]/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === "resolved" || !isOwnFile(importer, folder, file)) return undefined;
        const found = await build.resolve(path, { importer, resolveDir, kind, pluginData: "resolved" });
        return found.errors.length > 0 ? found : allowedFile(found.path, folder);
      });
      build.onResolve({ filter: /^[^./]/ }, (args) => {
        if (args.pluginData === "resolved" || args.path.startsWith("gated:")) return undefined;
        if (args.namespace === "gated") return keepOutside(build, args.path, root);
        if (!isOwnFile(args.importer, folder, file)) return keepOutside(build, args.path, root);
        if (/^(?!node:)[\w+.-]+:/.test(args.path)) return { errors: [{ text: noPackage(args.path) }] };
        if (offLimits.includes(args.path)) return { errors: [{ text: refusalOf(args.path) }] };
        const names = offLimits
          .filter((entry) => entry.startsWith(`${args.path}#`))
          .map((entry) => entry.split("#")[1]);
        if (names.length === 0) return keepOutside(build, args.path, root);
        return { path: args.path, namespace: "gate", pluginData: names };
      });
      addGates(build, root);
    },
  };
}

function isOwnFile(importer: string, folder: string, file: string): boolean {
  return (
    importer === "" || importer === file || isWithin(folder, importer) || importer === relative(folder, file)
  );
}

/** What of a lesson's folder is not the learner's, on file systems that don't tell capitals apart as well. */
const forbidden = /^(solution|checks|demo)\.|^(mistakes|alternatives)[\\/]/i;

/** What is read counts, not how it was called: a link, a suffix or a folder's index may lead anywhere. */
function allowedFile(path: string, folder: string) {
  const real = realpathSync(path);
  const within = relative(folder, real);
  if (isWithin(folder, real) && !forbidden.test(within)) return { path: real };
  return { errors: [{ text: `${within} is not for the exercise to import: write it yourself.` }] };
}

function isWithin(folder: string, path: string): boolean {
  return path.startsWith(folder + sep);
}

function refusalOf(name: string): string {
  return `${name} does what this exercise asks you to write, so it is off limits here. Write it yourself, then compare.`;
}

function noPackage(path: string): string {
  return `There is no package ${JSON.stringify(path)} here.`;
}

/** Leaves a package where it is installed, by its address: the answer's process looks nothing up by name. */
async function keepOutside(build: PluginBuild, path: string, root: string) {
  if (path.startsWith("node:") || path.startsWith("groundwork/")) return undefined;
  const found = await build.resolve(path, {
    resolveDir: root,
    kind: "import-statement",
    importer: join(root, "package.json"),
    pluginData: "resolved",
  });
  if (found.errors.length > 0) return { errors: [{ text: noPackage(path) }] };
  if (found.external) return { path, external: true };
  return { path: pathToFileURL(found.path).href, external: true };
}

/**
 * A package with some exports closed: reading one of those throws and says why. The gate is CommonJS, so that its exports
 * need not be known here; the package itself comes in through an ESM module behind it.
 */
function addGates(build: PluginBuild, root: string): void {
  build.onLoad({ filter: /.*/, namespace: "gate" }, ({ path, pluginData }) => ({
    contents: gateSource(path, pluginData),
    loader: "js",
  }));
  build.onResolve({ filter: /^gated:/ }, ({ path }) => ({
    path: path.slice("gated:".length),
    namespace: "gated",
  }));
  build.onLoad({ filter: /.*/, namespace: "gated" }, ({ path }) => ({
    contents: `import * as all from ${JSON.stringify(path)}; export const open = all.default ?? all;`,
    loader: "js",
    resolveDir: root,
  }));
}

function gateSource(path: string, names: readonly string[]): string {
  return `
    const { open } = require(${JSON.stringify(`gated:${path}`)});
    const closed = ${JSON.stringify(names)};
    for (const name of Object.getOwnPropertyNames(open)) {
      const refuse = () => { throw new Error(name + " of " + ${JSON.stringify(refusalOf(path))}); };
      const get = closed.includes(name) ? refuse : () => open[name];
      Object.defineProperty(exports, name, { enumerable: true, get });
    }`;
}
