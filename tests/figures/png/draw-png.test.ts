import { createRequire } from "node:module";

import { expect, test } from "vitest";

import { bars } from "../../../src/figures/index.ts";
import { drawPng } from "../../../src/figures/png/draw-png.ts";
import { drawSvg } from "../../../src/figures/svg/draw-svg.ts";
import { pngSize } from "./png-size.ts";

const words = { title: "Proline decides", xTitle: "share" };
const svg = await drawSvg(bars({ proline: 0.998, ash: 0.002 }, words));
const [, width, height] = (/ width="(\d+)" height="(\d+)"/.exec(svg) ?? []).map(Number);
const fontFile = createRequire(import.meta.url).resolve("katex/dist/fonts/KaTeX_SansSerif-Regular.ttf");

test("a PNG file has two pixels for each of the drawing's, unless told otherwise", async () => {
  expect(pngSize((await drawPng(svg)).png)).toEqual({ width: 2 * Number(width), height: 2 * Number(height) });
  expect(pngSize((await drawPng(svg, { zoom: 1 })).png)).toEqual({ width, height });
});

test("an image that would be too high is drawn smaller", async () => {
  const image = await drawPng(svg, { mostHeight: 50 });
  expect(image.height).toBe(50);
  expect(image.width).toBe(Math.round((Number(width) * 50) / Number(height)));
});

test("the pixels are those of the drawing, its background in the corner", async () => {
  const { pixels, ...size } = await drawPng(svg, { zoom: 1 });
  expect(pixels.length).toBe(4 * size.width * size.height);
  expect([...pixels.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
});

test("words are set in the font that is given where the system has none that they name", async () => {
  const unknown = svg.replace(/font-family="[^"]*"/, 'font-family="No Such Font"');
  const { pixels, width } = await drawPng(unknown, { zoom: 1, fontFiles: [fontFile] });
  const title = pixels.subarray(4 * width * 16, 4 * width * 36);
  expect(title.filter((value, i) => i % 4 === 0 && value < 100).length).toBeGreaterThan(100);
});
