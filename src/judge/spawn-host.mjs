// Starts the processes that answers run in. Plain JavaScript: launch.mjs starts the first one before all else is loaded,
// since nothing else takes as long.
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { compiled, loadEsbuild, settings } from "../compile.mjs";

/** Megabytes of V8's heap. */
const heapMegabytes = 256;
/** Seconds of processor time; the last line of defence should the judge be killed while an answer runs in circles. */
const processorSeconds = 120;

/**
 * The program that answer's processes run: host/host.ts, compiled.
 *
 * @param {string} root the course's folder
 * @returns {Promise<string>} its path
 */
export async function compiledHost(root) {
  const folder = await compiled(root, {
    name: "host",
    key: "1",
    build: async () => {
      const entryPoints = { host: join(root, "src/judge/host/host.ts") };
      return [await loadEsbuild().build({ ...settings(root), entryPoints, supported: {} })];
    },
  });
  return realpathSync(join(folder, "host.cjs"));
}

/**
 * Starts a process that waits for an answer: an own process group and an empty environment, no descriptor but its
 * output and the channel, and Node's permission flags, which let it read the packages and nothing else, write nothing,
 * and start neither processes nor threads.
 *
 * @param {string} hostFile what `compiledHost` gave
 * @param {string} root the course's folder, whose packages the answer may import
 */
export function spawnHost(hostFile, root) {
  const readable = [dirname(hostFile), realpathSync(join(root, "node_modules"))];
  const node = [
    "--no-warnings",
    `--max-old-space-size=${heapMegabytes}`,
    permissionFlag(),
    ...readable.map((folder) => `--allow-fs-read=${join(folder, "*")}`),
    ...optionalFlag("--disable-sigusr1"),
    hostFile,
  ];
  const [command, ...args] = withOsLimits([process.execPath, ...node]);
  return spawn(command, args, {
    cwd: tmpdir(),
    env: process.platform === "win32" ? { SystemRoot: process.env.SystemRoot } : {},
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
}

/**
 * Kills a process and all that it started.
 *
 * @param {import("node:child_process").ChildProcess} child
 */
export function killGroup(child) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

function permissionFlag() {
  return optionalFlag("--permission")[0] ?? "--experimental-permission";
}

/** @param {string} flag */
function optionalFlag(flag) {
  return process.allowedNodeEnvironmentFlags.has(flag) ? [flag] : [];
}

/**
 * Adds what the shell and, on Linux, setpriv can promise: an end to processor time, and dying with the judge.
 *
 * @param {[string, ...string[]]} command
 * @returns {[string, ...string[]]}
 */
function withOsLimits(command) {
  if (process.platform === "win32") return command;
  const dieWithJudge =
    process.platform === "linux" && existsSync(setpriv) ? `${setpriv} --pdeathsig KILL ` : "";
  const script = `ulimit -c 0; ulimit -t ${processorSeconds}; exec ${dieWithJudge}"$0" "$@"`;
  return ["/bin/sh", "-c", script, ...command];
}

const setpriv = "/usr/bin/setpriv";
