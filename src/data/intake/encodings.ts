import { isAscii, isUtf8 } from "node:buffer";

/** Turns pieces of a text into UTF-8. A fault is a sentence's end: "has a byte that …". */
export interface Transcoder {
  /** @throws EncodingFault at the first byte that the encoding does not have */
  write(chunk: Buffer): Buffer;
  /** @throws EncodingFault if the text ends within a character */
  end(): void;
}

/** A place in a text that is not in the encoding; `before` is what could be read of the same piece. */
export class EncodingFault extends Error {
  readonly before: Buffer;

  constructor(message: string, before: Buffer) {
    super(message);
    this.before = before;
  }
}

/** Windows-1252 from 0x80 to 0x9F; the byte itself where it has no character. */
const windowsCharacters =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** Bytes that are characters of UTF-8, which a text in Windows-1252 has hardly by chance, or never. */
const utf8Pairs = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}/g;
const certainUtf8 = /\xc3[\xa0-\xbf]|\xe2\x80[\x90-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}/;

/**
 * What words in Windows-1252 do not have: three characters beyond ASCII in a row, a capital after a small letter, signs
 * that begin each character of Shift-JIS, the overlong forms that UTF-8 forbids, and signs within a word, where DOS and
 * old Macs have letters.
 */
const oddRuns = new RegExp(
  [
    /[\x80-\xff]{3,}/,
    /(?<=[a-z])[\xc0-\xd6\xd8-\xde]/,
    /[\x82\x83](?=[A-Za-z])/,
    /[\xc0\xc1][\x80-\x9f\xa1-\xbf]/,
    /(?<=[A-Za-z])[\x82\x84\x86-\x89\x8b\x93\x94\x9b\xa1-\xa7](?=[a-z])/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

function lengthOfAll(text: string, pattern: RegExp): number {
  return (text.match(pattern) ?? []).reduce((sum, { length }) => sum + length, 0);
}

/** Takes UTF-8 as it is, once it is known to be that. */
export class Utf8 implements Transcoder {
  /** Whether there was any character beyond ASCII. */
  hasOthers = false;
  #rest: Buffer = Buffer.alloc(0);

  write(chunk: Buffer): Buffer {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const whole = bytes.subarray(0, endOfWholeCharacters(bytes));
    if (!isUtf8(whole)) {
      const before = whole.subarray(0, firstFault(whole));
      this.hasOthers ||= !isAscii(before);
      const bad = whole[before.length] ?? 0;
      throw new EncodingFault(`the byte 0x${bad.toString(16)} is not UTF-8`, before);
    }
    this.hasOthers ||= !isAscii(whole);
    this.#rest = bytes.subarray(whole.length);
    return whole;
  }

  end(): void {
    // Two bytes that begin a character of UTF-8 are more than chance.
    this.hasOthers ||= this.#rest.length > 1;
    if (this.#rest.length > 0) throw new EncodingFault("the text ends within a character", Buffer.alloc(0));
  }
}

/** Takes every byte for a character of Windows-1252, which has all that Latin-1 has. */
export class Windows1252 implements Transcoder {
  /** The first word with a character beyond ASCII. */
  firstWord: string | null = null;
  readonly #counts = { all: 0, utf8: 0, odd: 0 };
  #hasCertainUtf8 = false;

  /** Whether the text has so much of UTF-8 that it is damaged, or put together from two. */
  get looksLikeUtf8(): boolean {
    return this.#hasCertainUtf8 || this.#counts.utf8 * 2 > this.#counts.all;
  }

  /** Whether the text has so much of what words have not that it is in another encoding. */
  get looksForeign(): boolean {
    return this.#counts.odd * 3 > this.#counts.all;
  }

  write(chunk: Buffer): Buffer {
    const text = chunk.toString("latin1");
    this.#counts.all += lengthOfAll(text, /[\x80-\xff]/g);
    this.#counts.utf8 += lengthOfAll(text, utf8Pairs);
    this.#counts.odd += lengthOfAll(text, oddRuns);
    this.#hasCertainUtf8 ||= certainUtf8.test(text);
    const undefinedAt = text.search(/[\x81\x8d\x8f\x90\x9d]/);
    if (undefinedAt >= 0) {
      const byte = text.charCodeAt(undefinedAt).toString(16);
      throw new EncodingFault(
        `the byte 0x${byte} is neither UTF-8 nor Windows-1252`,
        chunk.subarray(0, undefinedAt),
      );
    }
    const decoded = text.replace(/[\x80-\x9f]/g, (c) => windowsCharacters[c.charCodeAt(0) - 0x80] ?? c);
    this.firstWord ??= /[\p{L}\p{M}]*[^\p{ASCII}][^\s,;"]*/u.exec(decoded)?.[0] ?? null;
    return Buffer.from(decoded, "utf8");
  }

  end(): void {}
}

/** Reads two bytes a unit, the lesser first or last. */
export class Utf16 implements Transcoder {
  readonly #isBigEndian: boolean;
  #rest: Buffer = Buffer.alloc(0);

  constructor(isBigEndian: boolean) {
    this.#isBigEndian = isBigEndian;
  }

  write(chunk: Buffer): Buffer {
    const bytes = Buffer.concat([this.#rest, chunk]);
    const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
    if (this.#isBigEndian) even.swap16();
    const units = even.toString("utf16le");
    // A pair of units may be torn apart by the end of the piece.
    const isTorn = /[\ud800-\udbff]$/.test(units);
    const text = isTorn ? units.slice(0, -1) : units;
    this.#rest = bytes.subarray(text.length * 2);
    const halfAt = text.search(/\p{Surrogate}/u);
    if (halfAt >= 0) {
      throw new EncodingFault("half of a UTF-16 pair stands alone", Buffer.from(text.slice(0, halfAt)));
    }
    return Buffer.from(text, "utf8");
  }

  end(): void {
    if (this.#rest.length > 0) throw new EncodingFault("the text ends within a character", Buffer.alloc(0));
  }
}

/** Where the last character that may still go on begins, else the end. */
function endOfWholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Where the first byte that is not UTF-8 is, in bytes that hold one. */
function firstFault(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, endOfWholeCharacters(part)))) good = middle;
    else bad = middle - 1;
  }
  return endOfWholeCharacters(bytes.subarray(0, good));
}
