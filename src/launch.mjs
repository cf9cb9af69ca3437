#!/usr/bin/env node
// Starts Groundwork: sees to the Node version, the packages and the compiled code, then hands over to src/cli/main.ts.
// Plain JavaScript that old versions can read, so that they get a sentence and not a syntax error.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

import { loadCli } from "./compile.mjs";
import { installMissingPackages } from "./install.mjs";
import { compiledHost, killGroup, spawnHost } from "./judge/spawn-host.mjs";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Groundwork needs Node 20.19 or newer, and this is ${process.versions.node}: install the current LTS (nodejs.org, or \`nvm install --lts\`), then run the same command again.`,
  );
  process.exit(2);
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
try {
  installMissingPackages(root);
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  // Only what keeps us from our own code comes here: one that does not compile, or a cache that can't be written.
  console.error(`Groundwork could not be started. ${error instanceof Error ? error.message : error}`);
  process.exit(3);
}

/** @param {string[]} args */
async function run(args) {
  const early = args[0] === "grade" ? await startHost() : undefined;
  const { main } = await loadCli(root);
  const exitCode = await main(args, root, early);
  if (early) killGroup(early.child);
  return exitCode;
}

async function startHost() {
  const hostFile = await compiledHost(root);
  return { hostFile, child: spawnHost(hostFile, root) };
}
