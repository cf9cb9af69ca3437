import { randomBytes } from "node:crypto";
import { lstat, mkdir, open, readdir, rename, rm, rmdir } from "node:fs/promises";
import path from "node:path";

import { Problem } from "../../problem.ts";
import { checkName } from "./wish-checks.ts";

/** An unfinished folder that is older was left behind, even if a process now has the number of the one that made it. */
const STALE_MILLISECONDS = 3_600_000;

const unfinishedName = /^\.adding-(\d+)-[0-9a-f]{16}$/;

/**
 * Makes the folder `<root>/datasets/<name>`, all or nothing: the work is done in a hidden folder beside it, which takes
 * the name in one step, after all files in it have been brought to the disk. Killed at any moment, nothing is there.
 *
 * @param work fills a folder that is called as the data set is
 * @returns the folder
 * @throws Problem "usage" or "locked" if the name cannot be taken; then nothing is left
 */
export async function land(
  root: string,
  name: string,
  work: (folder: string) => Promise<void>,
): Promise<string> {
  await checkName(root, name);
  const datasets = path.join(root, "datasets");
  const unfinished = path.join(datasets, `.adding-${process.pid}-${randomBytes(8).toString("hex")}`);
  try {
    await mkdir(datasets, { recursive: true });
    await removeStale(datasets);
    const folder = path.join(unfinished, name);
    await mkdir(folder, { recursive: true });
    await work(folder);
    await syncFolder(folder);
    // Again, since the work took its time; rename itself refuses all but an empty folder.
    await checkName(root, name);
    await rename(folder, path.join(datasets, name));
    await syncFolder(datasets);
    await rmdir(unfinished);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => {});
    throw asProblem(error, name);
  }
  return path.join(datasets, name);
}

/** Removes what processes that were killed left behind. */
async function removeStale(datasets: string): Promise<void> {
  for (const name of await readdir(datasets)) {
    const processId = unfinishedName.exec(name)?.[1];
    if (processId === undefined) continue;
    const folder = path.join(datasets, name);
    const state = await lstat(folder).catch(() => null);
    const isOld = state !== null && Date.now() - state.mtimeMs > STALE_MILLISECONDS;
    if (isOld || !isAlive(Number(processId))) {
      await rm(folder, { recursive: true, force: true }).catch(() => {});
    }
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Brings names in a folder to the disk, where the system can do that. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    // Windows and some shared drives refuse; a power cut may then lose the whole folder, never a part of it.
  }
}

function asProblem(error: unknown, name: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof Problem || !/^E[A-Z]+$/.test(code)) return error;
  if (code === "ENOTEMPTY" || code === "EEXIST") {
    return new Problem(
      "usage",
      `datasets/${name} exists already.`,
      "Somebody made it at this moment; choose another name.",
    );
  }
  const cause = code === "ENOSPC" ? "the disk is full" : `the folder does not take it (${code})`;
  return new Problem(
    "locked",
    `datasets/${name} cannot be written: ${cause}.`,
    "Nothing was added. Put that right and try again.",
  );
}
