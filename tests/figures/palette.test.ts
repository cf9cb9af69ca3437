import { expect, test } from "vitest";

import { lightInkFrom } from "../../src/figures/heatmap-spec.ts";
import { divergingShades, inks, type Shade, sequentialShades } from "../../src/figures/palette.ts";

type Colour = readonly [number, number, number];

/** What WCAG asks of words. */
const READABLE = 4.5;

test.each([...sequentialShades, ...divergingShades])(
  "ink is read on $hex, on a page and in a terminal",
  (shade) => {
    const ink = inks[shade.ink];
    expect(contrast(ofHex(shade.hex), ofHex(ink.hex))).toBeGreaterThan(READABLE);
    expect(contrast(ofAnsi(shade.ansi), ofAnsi(ink.ansi))).toBeGreaterThan(READABLE);
  },
);

test("ink is read between two shades too, where a page mixes them", () => {
  for (let share = 0; share <= 1; share += 1 / 256) {
    expect(readingOn(sequentialShades, share, share > lightInkFrom.sequential)).toBeGreaterThan(READABLE);
    // Blue and red of one depth are not quite of one lightness, and share a limit.
    const depth = Math.abs(2 * share - 1);
    expect(readingOn(divergingShades, share, depth > lightInkFrom.diverging)).toBeGreaterThan(4.25);
  }
});

test("what is more is darker, so that shades are told apart without their colour", () => {
  for (const colourOf of [({ hex }: Shade) => ofHex(hex), ({ ansi }: Shade) => ofAnsi(ansi)]) {
    expectDarkening(sequentialShades.map(colourOf));
    expectDarkening(divergingShades.slice(3).map(colourOf));
    expectDarkening(divergingShades.slice(0, 4).reverse().map(colourOf));
  }
});

function expectDarkening(colours: readonly Colour[]): void {
  const lightness = colours.map(luminance);
  lightness.slice(1).forEach((next, i) => {
    expect(next).toBeLessThan((lightness[i] ?? 0) * 0.9);
  });
}

function readingOn(shades: readonly Shade[], share: number, isLight: boolean): number {
  const place = share * (shades.length - 1);
  const [from, to] = [Math.floor(place), Math.ceil(place)].map((i) => ofHex(shades[i]?.hex ?? ""));
  if (from === undefined || to === undefined) return 0;
  const mix = (i: 0 | 1 | 2) => from[i] + (to[i] - from[i]) * (place % 1);
  return contrast([mix(0), mix(1), mix(2)], ofHex((isLight ? inks.light : inks.dark).hex));
}

function ofHex(hex: string): Colour {
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [part(1), part(3), part(5)];
}

/** The cube of colours and the greys behind it, as xterm has them. */
function ofAnsi(ansi: number): Colour {
  const grey = 8 + 10 * (ansi - 232);
  if (ansi >= 232) return [grey, grey, grey];
  const level = (part: number) => (part === 0 ? 0 : 55 + 40 * part);
  const cube = ansi - 16;
  return [level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6)];
}

/** See https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
function luminance([red, green, blue]: Colour): number {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
