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
  if (!existsSync(wanted) || statSync(wanted).mtimeMs <= statSync(installed).mtimeMs) return null;
  const [want, have] = [packagesIn(wanted), packagesIn(installed)];
  if (want === null || have === null) return "What is known of Groundwork's packages can't be read.";
  return hasSameVersions(want, have) ? null : "Groundwork's packages have changed since they were installed.";
}

/** @typedef {Record<string, { version?: string, optional?: boolean } | undefined>} Packages */

/**
 * @param {string} file
 * @returns {Packages | null} null when the file is damaged
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {Packages} wanted
 * @param {Packages} installed
 */
function hasSameVersions(wanted, installed) {
  return Object.entries(wanted).every(
    ([path, want]) => path === "" || want?.optional || installed[path]?.version === want?.version,
  );
}

/**
 * Runs npm with our terminal; its output goes to stderr, since stdout is the command's.
 *
 * @param {string} root
 * @param {string[]} args
 */
function runNpm(root, args) {
  const manager = process.env.npm_execpath;
  // Where yarn or pnpm started us, that is no npm.
  const npm = manager !== undefined && /[\\/]npm-cli\.[cm]?js$/.test(manager) ? manager : undefined;
  /** @type {import("node:child_process").StdioOptions} */
  const stdio = ["ignore", 2, 2];
  const options = {
    cwd: root,
    stdio,
    env: environmentForNpm(),
    shell: npm === undefined && process.platform === "win32",
  };
  return npm === undefined
    ? spawnSync("npm", args, options)
    : spawnSync(process.execPath, [npm, ...args], options);
}

/**
 * The environment without what `npm run` makes of a command's options: `npm run grade 6 --json` must not make the
 * installation print JSON.
 */
function environmentForNpm() {
  const ofCommands = /^npm_config_(json|dataset|seed|input|poll|anyway)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofCommands.test(name)));
}
