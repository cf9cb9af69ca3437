/**
 * What the judge and the answer's process say to each other, one JSON object a frame; a frame is its length in four
 * bytes, then its text. Values inside are texts of wire.ts.
 */

export type Request =
  | { readonly id: number; readonly op: "load"; readonly code: string }
  | { readonly id: number; readonly op: "call"; readonly name: string; readonly args: string }
  | { readonly id: number; readonly op: "create"; readonly name: string; readonly args: string }
  | {
      readonly id: number;
      readonly op: "method";
      readonly on: number;
      readonly name: string;
      readonly args: string;
    };

/** An error as the answer's process describes it; every field is hearsay. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export type Reply =
  | { readonly id: number; readonly exports: readonly string[] }
  | { readonly id: number; readonly value: string; readonly argsNow?: string }
  | { readonly id: number; readonly threw: Thrown }
  | { readonly id: number; readonly missing: string }
  | { readonly id: number; readonly unsendable: string }
  /** The function has returned a promise; the value comes later, or never. */
  | { readonly id: number; readonly pending: true };

/** Bytes of the longest frame that either side accepts. */
export const longestFrame = 96 * 1024 * 1024;

const headerBytes = 4;

/** Writes a frame. @example frame('{"id":1}').length // 12 */
export function frame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const bytes = Buffer.allocUnsafe(headerBytes + length);
  bytes.writeUInt32BE(length, 0);
  bytes.write(text, headerBytes);
  return bytes;
}

/**
 * Cuts a stream of bytes into frames, whatever pieces it arrives in.
 *
 * @throws RangeError when a frame announces more than `longestFrame` bytes
 */
export class FrameReader {
  private pieces: Buffer[] = [];
  private held = 0;
  private needed = headerBytes;
  private isInBody = false;

  /** Takes the next piece and returns the texts that are complete now. */
  push(piece: Buffer): string[] {
    this.pieces.push(piece);
    this.held += piece.length;
    const texts: string[] = [];
    while (this.held >= this.needed) {
      const bytes = this.take(this.needed);
      if (this.isInBody) texts.push(bytes.toString("utf8"));
      else if (bytes.readUInt32BE(0) > longestFrame) throw new RangeError("a frame too large");
      this.needed = this.isInBody ? headerBytes : bytes.readUInt32BE(0);
      this.isInBody = !this.isInBody;
    }
    return texts;
  }

  private take(count: number): Buffer {
    const all = this.pieces.length === 1 && this.pieces[0] ? this.pieces[0] : Buffer.concat(this.pieces);
    const rest = all.subarray(count);
    this.pieces = rest.length > 0 ? [rest] : [];
    this.held = rest.length;
    return all.subarray(0, count);
  }
}
