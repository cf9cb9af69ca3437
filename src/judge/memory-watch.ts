import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";

/** Bytes of a page of memory, as /proc counts them on the machines that Node supports. */
const pageBytes = 4096;

/**
 * Watches a process's resident size and calls back once when it passes the limit; returns what ends the watch.
 *
 * V8's heap limit does not see buffers, so the size is read from outside: from /proc on Linux, from `ps` on macOS, from
 * `tasklist` on Windows.
 */
export function watchMemory(pid: number | undefined, limitBytes: number, onTooLarge: () => void): () => void {
  if (pid === undefined) return () => undefined;
  const look = async () => {
    const bytes = await residentBytes(pid);
    if (bytes !== null && bytes > limitBytes) onTooLarge();
  };
  const timer = setInterval(() => void look(), process.platform === "linux" ? 20 : 200);
  timer.unref();
  return () => clearInterval(timer);
}

/** A process's resident size in bytes; null when it can't be read, as for a process that has ended. */
export async function residentBytes(pid: number): Promise<number | null> {
  try {
    if (process.platform === "linux") {
      return Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1]) * pageBytes;
    }
    if (process.platform === "win32") {
      const row = await outputOf("tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]);
      return Number(row.split('","')[4]?.replace(/\D/g, "")) * 1024;
    }
    return Number(await outputOf("ps", ["-o", "rss=", "-p", String(pid)])) * 1024;
  } catch {
    return null;
  }
}

function outputOf(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { timeout: 1_000 }, (error, stdout) => (error ? reject(error) : resolve(stdout)));
  });
}
