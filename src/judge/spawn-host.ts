import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Megabytes of V8's heap. */
const heapMegabytes = 256;
/** Seconds of processor time; the last line of defence should the judge be killed while an answer runs in circles. */
const processorSeconds = 120;

/**
 * Starts a process that waits for an answer: an own process group and an empty environment, no descriptor but its
 * output and the channel, and Node's permission flags, which let it read the packages and nothing else, write nothing,
 * and start neither processes nor threads.
 *
 * @param hostFile the compiled src/judge/host/host.ts
 * @param root the course's folder, whose packages the answer may import
 */
export function spawnHost(hostFile: string, root: string): ChildProcess {
  const readable = [dirname(hostFile), join(root, "node_modules"), join(root, "src", "tensorflow")];
  const node = [
    "--no-warnings",
    `--max-old-space-size=${heapMegabytes}`,
    permissionFlag(),
    ...readable.map((folder) => `--allow-fs-read=${join(folder, "*")}`),
    ...optionalFlag("--disable-sigusr1"),
    hostFile,
  ];
  const [command, args] = withOsLimits(process.execPath, node);
  return spawn(command, args, {
    cwd: tmpdir(),
    env: process.platform === "win32" ? { SystemRoot: process.env.SystemRoot } : {},
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
}

/** Kills a process and all that it started. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

function permissionFlag(): string {
  const [current] = optionalFlag("--permission");
  return current ?? "--experimental-permission";
}

function optionalFlag(flag: string): string[] {
  return process.allowedNodeEnvironmentFlags.has(flag) ? [flag] : [];
}

/** Adds what the shell and, on Linux, setpriv can promise: an end to processor time, and dying with the judge. */
function withOsLimits(command: string, args: string[]): [string, string[]] {
  if (process.platform === "win32") return [command, args];
  const dieWithJudge =
    process.platform === "linux" && existsSync(setpriv) ? `${setpriv} --pdeathsig KILL ` : "";
  const script = `ulimit -c 0; ulimit -t ${processorSeconds}; exec ${dieWithJudge}"$0" "$@"`;
  return ["/bin/sh", ["-c", script, command, ...args]];
}

const setpriv = "/usr/bin/setpriv";
