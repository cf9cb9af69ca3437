import { createReadStream } from "node:fs";
import { statfs } from "node:fs/promises";
import { createGunzip } from "node:zlib";

import { refused } from "./file-kind.ts";

const GIGABYTE = 1_000_000_000;

/** How much a file may hold; a gzip file of a few megabytes can hold terabytes. */
const bounds = { bytes: 20 * GIGABYTE, ratio: 200, ratioFrom: 100_000_000, freeDisk: GIGABYTE };

/** How many bytes go by between looks at the disk. */
const LOOK_EVERY = 100_000_000;

const CHUNK_BYTES = 1 << 20;

/** A file's bytes, unpacked where they are gzip, whatever the file is called. */
export interface Unpacked {
  readonly compression: "gzip" | "none";
  readonly chunks: AsyncIterable<Buffer>;
}

/**
 * Opens a file for reading, unpacked.
 *
 * @param folder where the bytes are going to be written; there must be room
 * @param onBytes hears how many bytes of the file have been read
 * @throws Problem "bad-dataset", while reading, if the file is damaged or holds too much
 */
export async function unpack(file: string, folder: string, onBytes: (n: number) => void): Promise<Unpacked> {
  const isGzip = (await firstBytes(file)).toString("latin1", 0, 2) === "\x1f\x8b";
  return {
    compression: isGzip ? "gzip" : "none",
    chunks: bounded(file, folder, isGzip, onBytes),
  };
}

async function firstBytes(file: string): Promise<Buffer> {
  for await (const chunk of createReadStream(file, { end: 63 })) return chunk;
  return Buffer.alloc(0);
}

async function* bounded(
  file: string,
  folder: string,
  isGzip: boolean,
  onBytes: (n: number) => void,
): AsyncGenerator<Buffer> {
  let nUnpacked = 0;
  let nextLook = 0;
  const packed = createReadStream(file, { highWaterMark: CHUNK_BYTES });
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  const chunks = isGzip ? packed.pipe(gunzip) : packed;
  packed.on("error", (error) => chunks.destroy(error));
  try {
    for await (const chunk of chunks) {
      nUnpacked += chunk.length;
      onBytes(packed.bytesRead);
      if (nUnpacked > bounds.bytes) throw refused(file, "holds more than 20 GB", "Give a part of it.");
      if (isGzip && nUnpacked > Math.max(bounds.ratioFrom, bounds.ratio * packed.bytesRead)) {
        throw refused(
          file,
          `unpacks to more than ${bounds.ratio} times its size, which tables do not`,
          "If it is a table all the same, unpack it first: gunzip.",
        );
      }
      if (nUnpacked >= nextLook) {
        await checkRoom(file, folder);
        nextLook = nUnpacked + LOOK_EVERY;
      }
      yield chunk;
    }
    if (isGzip) await refuseWhatFollows(file, gunzip.bytesWritten);
  } catch (error) {
    throw damaged(error, file) ?? error;
  } finally {
    packed.destroy();
    chunks.destroy();
  }
}

/** Node passes over what follows gzip data in silence; only zeros, with which tapes are filled up, are nothing. */
async function refuseWhatFollows(file: string, from: number): Promise<void> {
  for await (const chunk of createReadStream(file, { start: from })) {
    if (chunk.some((byte: number) => byte !== 0)) {
      throw followed(file);
    }
  }
}

function followed(file: string) {
  return refused(file, "cannot be unpacked whole: something else follows the gzip data", "Fetch it again.");
}

async function checkRoom(file: string, folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < bounds.freeDisk) {
    throw refused(
      file,
      "needs more room than the disk has left",
      "Make room, at least 1 GB beyond the data.",
    );
  }
}

function damaged(error: unknown, file: string) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR") return refused(file, "ends before its gzip data do", "Fetch it again.");
  // The first header was seen to be right; this one belongs to what follows.
  if (error instanceof Error && /incorrect header check/.test(error.message)) return followed(file);
  if (code.startsWith("Z_")) return refused(file, "holds damaged gzip data", "Fetch it again.");
  if (/^E[A-Z]+$/.test(code))
    return refused(file, `cannot be read (${code})`, "Copy it to a disk that works.");
  return null;
}
