import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

/** What a command left when it had ended. */
export interface Ended {
  /** The exit code, or null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a command in an environment that holds nothing of the test runner's. */
export function start(
  command: string,
  args: readonly string[],
  { cwd, env = {}, ...rest }: RunOptions & Pick<SpawnOptions, "detached" | "stdio">,
): ChildProcess {
  return spawn(command, args, { cwd, env: { ...plainEnvironment(), ...env }, ...rest });
}

/** Runs a command to its end, with nothing to read. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  const child = start(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

function plainEnvironment(): Record<string, string> {
  const { PATH = "", HOME = "", TMPDIR, SystemRoot } = process.env;
  return {
    PATH,
    HOME,
    LANG: "C.UTF-8",
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
  };
}
