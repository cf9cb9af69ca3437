import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { FrameReader, frame, longestFrame } from "../../src/judge/protocol.ts";

/** All texts that come out when bytes go in by pieces that end at these places. */
function readInPieces(bytes: Buffer, cuts: readonly number[]): string[] {
  const reader = new FrameReader();
  const places = [0, ...[...cuts].sort((one, other) => one - other), bytes.length];
  return places.slice(1).flatMap((end, i) => reader.push(bytes.subarray(places[i], end)));
}

describe("frames", () => {
  const texts = ['{"id":1}', "", "ü — 漢字 🎈", "x".repeat(300)];
  const bytes = Buffer.concat(texts.map(frame));

  it("hold their length in bytes, then their text", () => {
    expect([...frame("ü")]).toEqual([0, 0, 0, 2, 0xc3, 0xbc]);
  });

  it("come out whole wherever the stream is cut in two", () => {
    for (let cut = 0; cut <= bytes.length; cut++) expect(readInPieces(bytes, [cut])).toEqual(texts);
  });

  it("come out whole byte by byte", () => {
    expect(readInPieces(bytes, [...bytes.keys()])).toEqual(texts);
  });

  it("come out whole whatever pieces the stream arrives in", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme" }), { maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (sent, cuts) => {
          const stream = Buffer.concat(sent.map(frame));
          const places = cuts.map((cut) => cut % (stream.length + 1));
          expect(readInPieces(stream, places)).toEqual(sent);
        },
      ),
    );
  });

  it("that are not complete yield nothing", () => {
    expect(readInPieces(bytes.subarray(0, bytes.length - 1), [])).toEqual(texts.slice(0, -1));
  });

  it("that announce too much are refused before their bytes arrive", () => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(longestFrame + 1);
    expect(() => new FrameReader().push(head)).toThrow(RangeError);
    expect(() => new FrameReader().push(Buffer.from([255, 255, 255, 255]))).toThrow(RangeError);
  });
});
