import { randomBytes } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import path from "node:path";

import { requireDataset } from "./dataset.ts";

/**
 * Removes a data set's folder, all of it or nothing: it loses its name in one step, and then what is in it goes.
 *
 * @throws Problem "unknown-dataset"
 */
export async function removeDataset(root: string, name: string): Promise<void> {
  await requireDataset(root, name);
  const folder = path.join(root, "datasets", name);
  const leaving = path.join(root, "datasets", `.${name}.${randomBytes(4).toString("hex")}.removed`);
  await rename(folder, leaving);
  await rm(leaving, { recursive: true, force: true });
  await rm(path.join(root, ".groundwork", "cache", "data", `${name}.bin`), { force: true });
}
