// Installs the packages on the first run. Plain JavaScript: it runs before there is a compiler.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Runs `npm ci` when packages are missing or not those of package-lock.json, and ends the process if that fails.
 *
 * @param {string} root the course's folder
 */
export function installMissingPackages(root) {
  const reason = reasonToInstall(root);
  if (!reason) return;
  console.error(`${reason} Installing them with \`npm ci\`; this takes a minute or two, once.\n`);
  const result = runNpm(root, ["ci"]);
  if (result.status === 0) {
    console.error("");
    return;
  }
  const cause = result.error ? ` (${result.error.message})` : "";
  console.error(
    `\nThe packages could not be installed${cause}. See npm's message above; when it is mended, run the same command again.`,
  );
  process.exit(2);
}

/**
 * Why packages must be installed, or null when all are there.
 *
 * npm writes node_modules/.package-lock.json last, so an installation that was cut off has none.
 *
 * @param {string} root
 * @returns {string | null}
 */
function reasonToInstall(root) {
  const wanted = join(root, "package-lock.json");
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return "Groundwork's packages are not here yet.";
  if (statSync(wanted).mtimeMs <= statSync(installed).mtimeMs) return null;
  return hasSameVersions(wanted, installed)
    ? null
    : "Groundwork's packages have changed since they were installed.";
}

/**
 * @param {string} wantedFile
 * @param {string} installedFile
 */
function hasSameVersions(wantedFile, installedFile) {
  const wanted = JSON.parse(readFileSync(wantedFile, "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional || installed[path]?.version === version,
  );
}

/**
 * Runs npm with our terminal; its output goes to stderr, since stdout is the command's.
 *
 * @param {string} root
 * @param {string[]} args
 */
function runNpm(root, args) {
  const npm = process.env.npm_execpath;
  const isScript = npm !== undefined && /\.c?js$/.test(npm);
  /** @type {import("node:child_process").StdioOptions} */
  const stdio = ["ignore", 2, 2];
  const options = {
    cwd: root,
    stdio,
    env: environmentForNpm(),
    shell: !isScript && process.platform === "win32",
  };
  return isScript ? spawnSync(process.execPath, [npm, ...args], options) : spawnSync("npm", args, options);
}

/**
 * The environment without what `npm run` makes of a command's options: `npm run grade 6 --json` must not make the
 * installation print JSON.
 */
function environmentForNpm() {
  const kept =
    /^npm_config_(cache|registry|userconfig|globalconfig|prefix|proxy|https_proxy|noproxy|cafile|ca)$/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name) || kept.test(name)),
  );
}
