// Files of the cache: written whole, and not believed when damaged, as a power cut may leave them.
import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import zlib from "node:zlib";

/** Bytes before V8's form of the code: its checksum, and how often it was written. */
const headerBytes = 8;

/**
 * V8's form of the code that a file holds; undefined where there is none or it is damaged, on which V8 would crash.
 *
 * @param {string} file
 * @returns {{ code: Buffer, writes: number } | undefined}
 */
export function readCode(file) {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(headerBytes);
    return checksum(code) === bytes.readUInt32LE(0) ? { code, writes: bytes.readUInt32LE(4) } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps V8's form of the code in a file.
 *
 * @param {string} file
 * @param {Buffer} code
 * @param {number} writes how often it has been written by now
 */
export function writeCode(file, code, writes) {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32LE(checksum(code), 0);
  header.writeUInt32LE(writes, 4);
  writeAtOnce(file, Buffer.concat([header, code]));
}

/**
 * The checksum that costs least; Node 21 and the first of 22 don't have it, and do without.
 *
 * @param {Uint8Array} bytes
 */
export function checksum(bytes) {
  return typeof zlib.crc32 === "function" ? zlib.crc32(bytes) : 0;
}

/**
 * Writes a file of the cache whole or not at all.
 *
 * @param {string} file
 * @param {string | Uint8Array} content
 */
export function writeAtOnce(file, content) {
  const temporary = `${file}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } catch {
    // A cache that can't be written costs time and nothing else.
  }
}
