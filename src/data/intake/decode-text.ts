import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

import { Problem } from "../../problem.ts";
import { EncodingFault, type Transcoder, Utf8, Utf16, Windows1252 } from "./encodings.ts";
import { checkSignature, refused } from "./file-kind.ts";
import { showText } from "./show-text.ts";
import { type Unpacked, unpack } from "./unpack.ts";

/** Enough to tell the encoding by. */
const SAMPLE_BYTES = 4096;

interface Encoding {
  readonly name: string;
  readonly mark: number;
  readonly transcoder: Transcoder;
}

/** What a text file was before it became UTF-8. */
export interface Decoded {
  readonly compression: Unpacked["compression"];
  readonly encoding: string;
  readonly remarks: readonly string[];
}

/**
 * Writes a file's text to another file in UTF-8 without a mark, unpacked, line for line.
 *
 * The encoding is told by the mark at the beginning, if there is one; else by where zero bytes stand (UTF-16); else
 * it is UTF-8 if all of it is valid, and Windows-1252 if hardly any of it is.
 *
 * @throws Problem "bad-dataset" with the line of what is in no encoding
 */
export async function decodeText(
  file: string,
  target: string,
  folder: string,
  onBytes: (n: number) => void,
): Promise<Decoded> {
  const attempt = (encoding?: Encoding) => transcode(file, target, folder, onBytes, encoding);
  const first = await attempt();
  if (!(first instanceof Mismatch)) return first;
  if (first.encoding.name !== "UTF-8" || first.encoding.mark > 0 || isUtf8Elsewhere(first.encoding)) {
    throw first.problem;
  }
  const windows = new Windows1252();
  const second = await attempt({ name: "Windows-1252, since it is not UTF-8", mark: 0, transcoder: windows });
  if (windows.looksLikeUtf8) throw first.problem;
  if (windows.looksForeign) {
    const message = first.problem.message.replace(/\.$/, ", and the text does not look like Windows-1252.");
    throw new Problem("bad-dataset", message, first.problem.hint);
  }
  if (second instanceof Mismatch) throw second.problem;
  const word = showText(windows.firstWord ?? "");
  return {
    ...second,
    remarks: [`Its first word beyond ASCII reads ${word}; if that is wrong, save the file as UTF-8.`],
  };
}

class Mismatch {
  readonly encoding: Encoding;
  readonly problem: Problem;

  constructor(encoding: Encoding, problem: Problem) {
    this.encoding = encoding;
    this.problem = problem;
  }
}

async function transcode(
  file: string,
  target: string,
  folder: string,
  onBytes: (n: number) => void,
  given?: Encoding,
): Promise<Decoded | Mismatch> {
  const { compression, chunks } = await unpack(file, folder, onBytes);
  const output = await open(target, "w");
  let encoding = given;
  try {
    for await (const chunk of fromSample(chunks)) {
      if (encoding !== undefined) {
        await writeAll(output, encoding.transcoder.write(chunk));
        continue;
      }
      checkSignature(file, chunk);
      encoding = encodingOf(chunk);
      await writeAll(output, encoding.transcoder.write(chunk.subarray(encoding.mark)));
    }
    if (encoding === undefined)
      throw refused(file, "is empty", "It needs a header line and at least one row.");
    encoding.transcoder.end();
    return { compression, encoding: encoding.name, remarks: [] };
  } catch (error) {
    if (!(error instanceof EncodingFault) || encoding === undefined) throw error;
    await writeAll(output, error.before);
    const where = `${file}, ${await endOf(target)}:`;
    const problem = refused(where, error.message, "Save the file as UTF-8 and try again.");
    return new Mismatch(encoding, problem);
  } finally {
    await output.close();
  }
}

function isUtf8Elsewhere({ transcoder }: Encoding): boolean {
  return transcoder instanceof Utf8 && transcoder.hasOthers;
}

/** The same bytes, the first piece being no shorter than the sample unless the whole is. */
async function* fromSample(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | null = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (start === null) {
      yield chunk;
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < SAMPLE_BYTES) continue;
    yield start;
    start = null;
  }
  if (start !== null && start.length > 0) yield start;
}

function encodingOf(bytes: Buffer): Encoding {
  const start = bytes.toString("latin1", 0, 3);
  if (start === "\xef\xbb\xbf")
    return { name: "UTF-8 with a byte order mark", mark: 3, transcoder: new Utf8() };
  if (start.startsWith("\xff\xfe")) return { name: "UTF-16 LE", mark: 2, transcoder: new Utf16(false) };
  if (start.startsWith("\xfe\xff")) return { name: "UTF-16 BE", mark: 2, transcoder: new Utf16(true) };
  const zeros = [0, 0];
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Where most characters are ASCII, as delimiters and digits are, every second byte is zero.
  if (odd > sample.length / 8 && even < odd / 4) {
    return { name: "UTF-16 LE, without a byte order mark", mark: 0, transcoder: new Utf16(false) };
  }
  if (even > sample.length / 8 && odd < even / 4) {
    return { name: "UTF-16 BE, without a byte order mark", mark: 0, transcoder: new Utf16(true) };
  }
  return { name: "UTF-8", mark: 0, transcoder: new Utf8() };
}

async function writeAll(output: FileHandle, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await output.write(bytes, done)).bytesWritten;
  }
}

/** Where a text in UTF-8 ends: "line 3, character 7" for what would come next. */
async function endOf(file: string): Promise<string> {
  let line = 1;
  let lastLine: Buffer[] = [];
  for await (const chunk of createReadStream(file)) {
    for (let i = chunk.indexOf(10); i >= 0; i = chunk.indexOf(10, i + 1)) line++;
    const start = chunk.lastIndexOf(10) + 1;
    if (start > 0) lastLine = [];
    lastLine.push(chunk.subarray(start));
  }
  return `line ${line}, character ${[...Buffer.concat(lastLine).toString("utf8")].length + 1}`;
}
