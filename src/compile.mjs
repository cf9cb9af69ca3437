// Compiles TypeScript into the cache and notices when it has grown stale. Plain JavaScript: launch.mjs needs it first.
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { checksum, writeAtOnce } from "./cache-files.mjs";
import { readScript } from "./script-file.mjs";

/**
 * @typedef {object} Target
 * @property {string} name the folder's name in the cache
 * @property {string} key whatever else the result depends on, beside the files that were read
 * @property {() => Promise<import("esbuild").BuildResult<{ write: false, metafile: true }>[]>} build
 */

/**
 * The compiler, through `require`: as an import, Node would first search its 100 kB for export names, 25 ms of a start.
 *
 * @returns {typeof import("esbuild")}
 */
export function loadEsbuild() {
  return createRequire(import.meta.url)("esbuild");
}

/**
 * Loads the command line, compiled.
 *
 * @param {string} root the course's folder
 * @returns {Promise<{ main(args: readonly string[], root: string, early?: import("./judge/process-pool.ts").EarlyHost): Promise<number> }>}
 */
export async function loadCli(root) {
  const folder = await compiled(root, {
    name: "cli",
    key: "1",
    build: async () => {
      const entryPoints = { main: join(root, "src/cli/main.ts") };
      return [await loadEsbuild().build({ ...settings(root), entryPoints, external: installed })];
    },
  });
  return load(join(folder, "main.cjs"));
}

/** Packages that stay where they are installed: they are native, large, or not needed by most commands. */
const installed = [
  "esbuild",
  "@duckdb/node-api",
  "@stryker-mutator/instrumenter",
  "@resvg/resvg-js",
  "@tensorflow/tfjs-node",
  "danfojs-node",
  "sixel",
  "typescript",
  "vitest",
];

/**
 * The settings that all compilations share: one CommonJS file for Node, in memory, with the list of files that were read.
 *
 * @param {string} root
 */
export function settings(root) {
  return /** @type {const} */ ({
    absWorkingDir: root,
    outdir: outputFolder(root),
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    define: { "import.meta.url": "__ownUrl" },
    // In a script of its own `import()` would need experimental parts of Node; `require` does the same.
    supported: { "dynamic-import": false },
    logLevel: "silent",
    write: false,
    metafile: true,
  });
}

/** @type {Map<string, import("node:vm").Script>} */
const scripts = new Map();

/**
 * Runs a compiled file, anew at each call, so that what the module remembers starts anew as well.
 *
 * V8's own form of the code is kept beside the file: what once ran need not be parsed and compiled by the next command,
 * in any version of Node.
 *
 * @param {string} file
 * @returns {any} its exports
 */
export function load(file) {
  const script = scripts.get(file) ?? readScript(file);
  scripts.set(file, script);
  const module = { exports: {} };
  const own = [createRequire(file), module, file, dirname(file), pathToFileURL(file).href];
  script.runInThisContext()(module.exports, ...own);
  return module.exports;
}

/**
 * The folder that holds a target's compiled files: the cached one if nothing that it was made from has changed,
 * else a new one. Written whole or not at all, so that two commands may compile at once and either may be killed.
 *
 * @param {string} root
 * @param {Target} target
 * @returns {Promise<string>}
 */
export async function compiled(root, { name, key, build }) {
  const cache = join(root, ".groundwork", "cache", name);
  const manifestFile = join(cache, "manifest.json");
  const fullKey = `${key} ${process.versions.node} ${stamp(join(root, "package-lock.json"))}`;
  const fresh = freshFolder(root, cache, manifestFile, fullKey);
  if (fresh) return fresh;
  const results = await build();
  const files = results.flatMap((result) => result.outputFiles);
  const inputs = results.flatMap((result) => Object.keys(result.metafile.inputs));
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.path).update(file.contents);
  const folder = `${hash.digest("hex").slice(0, 16)}`;
  writeFolder(root, join(cache, folder), files);
  const stamps = Object.fromEntries(
    inputs.filter(isOurs).map((input) => [input, stamp(resolve(root, input))]),
  );
  const sums = Object.fromEntries(
    files.map(({ path, contents }) => [relative(outputFolder(root), path), checksum(contents)]),
  );
  writeAtOnce(manifestFile, JSON.stringify({ key: fullKey, folder, stamps, sums }));
  removeOld(cache, folder);
  return join(cache, folder);
}

/**
 * @param {string} root
 * @param {string} cache
 * @param {string} manifestFile
 * @param {string} key
 * @returns {string | null}
 */
function freshFolder(root, cache, manifestFile, key) {
  try {
    const manifest = JSON.parse(readFileSync(manifestFile, "utf8"));
    if (manifest.key !== key) return null;
    for (const [input, then] of Object.entries(manifest.stamps)) {
      if (stamp(resolve(root, input)) !== then) return null;
    }
    const folder = join(cache, manifest.folder);
    for (const [file, sum] of Object.entries(manifest.sums)) {
      if (checksum(readFileSync(join(folder, file))) !== sum) return null;
    }
    return folder;
  } catch {
    return null;
  }
}

/**
 * What changes whenever a file's content does.
 *
 * @param {string} file
 */
function stamp(file) {
  const { mtimeMs, size } = statSync(file);
  return `${mtimeMs}/${size}`;
}

/** @param {string} input a file that esbuild read; packages are covered by package-lock.json, virtual files by the key */
function isOurs(input) {
  return !input.includes("node_modules/") && !/^[\w-]{2,}:|</.test(input);
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {readonly { path: string, contents: Uint8Array }[]} files
 */
function writeFolder(root, folder, files) {
  const temporary = `${folder}.${randomBytes(4).toString("hex")}`;
  mkdirSync(temporary, { recursive: true });
  const names = files.map(({ path }) => relative(outputFolder(root), path));
  for (const [i, { contents }] of files.entries()) {
    writeFileSync(join(temporary, names[i] ?? ""), contents);
  }
  try {
    renameSync(temporary, folder);
  } catch {
    // The folder is there: another command has just written the same, or it was damaged.
    for (const name of names) renameSync(join(temporary, name), join(folder, name));
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Where compilations say that their files go; what is written is what `compiled` makes of it.
 *
 * @param {string} root
 */
export function outputFolder(root) {
  return join(root, ".groundwork");
}

const oneDay = 24 * 60 * 60 * 1000;

/**
 * Removes folders that are a day old: a running `watch` may still load a part of an older one.
 *
 * @param {string} cache
 * @param {string} current
 */
function removeOld(cache, current) {
  for (const entry of readdirSync(cache)) {
    const path = join(cache, entry);
    if (entry === current || entry === "manifest.json") continue;
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > oneDay) rmSync(path, { recursive: true, force: true });
  }
}
