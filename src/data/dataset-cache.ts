import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";

import type { Column } from "./column.ts";
import type { DataPackage } from "./package-schema.ts";

/** What was read from a data set's folder. */
export interface Content {
  readonly dataPackage: DataPackage;
  readonly columns: readonly Column[];
}

/** To be raised whenever what is kept, or how files are read, changes. */
const FORMAT = 2;

/** Before the content: how long it is and its checksum, each an unsigned 32-bit integer. */
const HEADER_BYTES = 8;

/**
 * What is kept in a file of a folder's content; null if there is nothing, the file is damaged, or the folder has
 * changed since.
 */
export async function readCache(file: string, folder: string): Promise<Content | null> {
  try {
    const bytes = await readFile(file);
    const kept = bytes.subarray(HEADER_BYTES);
    if (kept.length !== bytes.readUInt32LE(0) || crc32(kept) !== bytes.readUInt32LE(4)) return null;
    const { stamps, content } = deserialize(kept);
    const files = ["datapackage.json", content.dataPackage.resources[0].path];
    const now = await Promise.all(files.map((name) => stampOf(path.join(folder, name))));
    return now.join() === stamps.join() ? content : null;
  } catch {
    return null;
  }
}

/**
 * Keeps content in a file, whole or not at all. Where it cannot be written, as on a read-only disk, nothing is kept.
 *
 * @param stamps of the data package and the data file, each taken before the file was read: if it changed while it was
 *   being read, the stamp is of the past, and the cache will not be believed
 */
export async function writeCache(file: string, stamps: readonly string[], content: Content): Promise<void> {
  const unfinished = `${file}.${process.pid}-${process.hrtime.bigint()}.tmp`;
  try {
    const kept = serialize({ stamps, content });
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt32LE(kept.length, 0);
    header.writeUInt32LE(crc32(kept), 4);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(unfinished, Buffer.concat([header, kept]));
    await rename(unfinished, file);
  } catch {
    await rm(unfinished, { force: true }).catch(() => {});
  }
}

/**
 * The state of a file, in which any change of it shows.
 *
 * @throws an error of the file system if it is not there
 */
export async function stampOf(file: string): Promise<string> {
  const { size, mtimeNs, ctimeNs, ino } = await stat(file, { bigint: true });
  return [FORMAT, size, mtimeNs, ctimeNs, ino].join("-");
}
