import { decode } from "sixel";
import { expect, test } from "vitest";

import { imageSequence } from "../../../src/cli/terminal/image-protocols.ts";
import { bars } from "../../../src/figures/index.ts";
import { drawPng } from "../../../src/figures/png/draw-png.ts";
import { drawSvg } from "../../../src/figures/svg/draw-svg.ts";
import { pngSize } from "../../figures/png/png-size.ts";

const figure = bars({ proline: 0.998, ash: 0.002 }, { title: "Proline decides", xTitle: "share" });
const image = await drawPng(await drawSvg(figure));
const size = { width: image.width, height: image.height };
const cells = { columns: 60, rows: 12 };

test("kitty gets the file in base64, in pieces that it takes, each but the last announcing another", async () => {
  const sequence = await imageSequence(image, "kitty", cells);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what the protocol is made of.
  const pieces = [...sequence.matchAll(/\x1b_G([^;]*);([^\x1b]*)\x1b\\/g)];
  expect(pieces.map(([whole]) => whole).join("")).toBe(sequence);
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces[0]?.[1]).toBe("a=T,f=100,q=2,c=60,m=1");
  expect(pieces.slice(1).map(([, keys]) => keys)).toEqual([
    ...new Array(pieces.length - 2).fill("m=1"),
    "m=0",
  ]);
  expect(Math.max(...pieces.map(([, , data = ""]) => data.length))).toBeLessThanOrEqual(4096);
  expect(pngSize(Buffer.from(pieces.map(([, , data]) => data).join(""), "base64"))).toEqual(size);
});

test("iTerm2 gets the file in one piece, with its size and place", async () => {
  const sequence = await imageSequence(image, "iterm", cells);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what the protocol is made of.
  const [, keys = "", data = ""] = /^\x1b\]1337;File=([^:]*):([^\x07]*)\x07$/.exec(sequence) ?? [];
  const file = Buffer.from(data, "base64");
  expect(keys).toBe(`inline=1;size=${file.length};width=60;height=12;preserveAspectRatio=1`);
  expect(pngSize(file)).toEqual(size);
});

test("sixels are the pixels", async () => {
  const sequence = await imageSequence(image, "sixel", cells);
  expect(sequence).not.toContain("\n");
  expect(sequence).toContain(`"1;1;${size.width};${size.height}#`);
  const { data32 } = decode(Buffer.from(sequence), { memoryLimit: 2 ** 26 });
  // White as the first pixel is, and the blue of the bars; the lowest byte is red.
  expect(data32[0]).toBe(0xffffffff);
  expect(
    [...new Set(data32)].filter((colour) => (colour & 0xff) < 8 && (colour >>> 16) % 256 > 160),
  ).not.toEqual([]);
});
