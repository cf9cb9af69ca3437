// Compiles TypeScript into the cache and notices when it has grown stale. Plain JavaScript: launch.mjs needs it first.
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * @typedef {object} Target
 * @property {string} name the folder's name in the cache
 * @property {string} key whatever else the result depends on, beside the files that were read
 * @property {() => Promise<import("esbuild").BuildResult<{ write: false, metafile: true }>[]>} build
 */

/** Bundles run anywhere in the tree, so packages that are CommonJS find a `require`. */
export const requireBanner =
  'import { createRequire as __makeRequire } from "node:module"; const require = __makeRequire(import.meta.url);';

/**
 * The compiler, through `require`: as an import, Node would first search its 100 kB for export names, 25 ms of a start.
 *
 * @returns {typeof import("esbuild")}
 */
export function loadEsbuild() {
  return createRequire(import.meta.url)("esbuild");
}

/**
 * The compiled command line, as a file: URL.
 *
 * @param {string} root the course's folder
 */
export async function compiledCli(root) {
  const folder = await compiled(root, {
    name: "cli",
    key: "1",
    build: async () => {
      const { build } = loadEsbuild();
      return [
        await build({
          ...settings(root),
          entryPoints: { main: join(root, "src/cli/main.ts") },
          outdir: outputFolder(root),
          splitting: true,
          external: [
            "esbuild",
            "@duckdb/node-api",
            "danfojs-node",
            "@tensorflow/tfjs-node",
            "typescript",
            "vitest",
          ],
        }),
      ];
    },
  });
  return pathToFileURL(join(folder, "main.mjs")).href;
}

/**
 * The settings that all compilations share: one ESM file for Node, in memory, with the list of files that were read.
 *
 * @param {string} root
 */
export function settings(root) {
  return /** @type {const} */ ({
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    outExtension: { ".js": ".mjs" },
    banner: { js: requireBanner },
    minifyWhitespace: true,
    logLevel: "silent",
    write: false,
    metafile: true,
  });
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
  const temporary = `${manifestFile}.${randomBytes(4).toString("hex")}`;
  writeFileSync(temporary, JSON.stringify({ key: fullKey, folder, stamps }));
  renameSync(temporary, manifestFile);
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
    return statSync(folder).isDirectory() ? folder : null;
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
  return !input.includes("node_modules/") && !/^[\w-]{2,}:/.test(input) && !input.includes("<stdin>");
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {readonly { path: string, contents: Uint8Array }[]} files
 */
function writeFolder(root, folder, files) {
  const temporary = `${folder}.${randomBytes(4).toString("hex")}`;
  mkdirSync(temporary, { recursive: true });
  for (const { path, contents } of files) {
    writeFileSync(join(temporary, relative(outputFolder(root), path)), contents);
  }
  try {
    renameSync(temporary, folder);
  } catch {
    // Another command has just written the same folder.
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
