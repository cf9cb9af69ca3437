import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";

import type { Column } from "./column.ts";

/** To be raised whenever what is stored, or how a file is read, changes. */
const FORMAT = 1;

/** Before the content: how long it is and its checksum, each an unsigned 32-bit integer. */
const HEADER_BYTES = 8;

/**
 * What the state of some files is, so that a change of any of them shows: size, times, and which file it is.
 *
 * @throws an error of the file system if one is not there
 */
export async function stampOf(files: readonly string[]): Promise<string> {
  const states = await Promise.all(files.map((file) => stat(file, { bigint: true })));
  const stamps = states.map(({ size, mtimeNs, ctimeNs, ino }) => [size, mtimeNs, ctimeNs, ino].join("-"));
  return [FORMAT, ...stamps].join(" ");
}

/** The columns kept in a file for this stamp; null if there are none, they are another state's, or the file is damaged. */
export async function readCache(file: string, stamp: string): Promise<Column[] | null> {
  try {
    const bytes = await readFile(file);
    const content = bytes.subarray(HEADER_BYTES);
    if (content.length !== bytes.readUInt32LE(0) || crc32(content) !== bytes.readUInt32LE(4)) return null;
    const kept = deserialize(content);
    return kept.stamp === stamp ? kept.columns : null;
  } catch {
    return null;
  }
}

/** Keeps columns in a file, whole or not at all. Where it cannot be written, as on a read-only disk, nothing is kept. */
export async function writeCache(file: string, stamp: string, columns: readonly Column[]): Promise<void> {
  const unfinished = `${file}.${process.pid}-${process.hrtime.bigint()}.tmp`;
  try {
    const content = serialize({ stamp, columns });
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt32LE(content.length, 0);
    header.writeUInt32LE(crc32(content), 4);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(unfinished, Buffer.concat([header, content]));
    await rename(unfinished, file);
  } catch {
    await rm(unfinished, { force: true }).catch(() => {});
  }
}
