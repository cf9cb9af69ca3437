import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { themes } from "../../src/figures/svg/themes.ts";

const css = readFileSync(join(import.meta.dirname, "../../src/page/page.css"), "utf8");
const [light = {}, dark = {}] = [...css.matchAll(/:root \{(.*?)\}/gs)].map(([, block = ""]) =>
  Object.fromEntries(
    [...block.matchAll(/--(\w+): (#\w{6});/g)].map(([, name = "", hex = ""]) => [name, hex]),
  ),
);

/** Relative luminance, from 0 to 1. */
function luminance(hex: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

it("knows what contrast is", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 9);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

describe.each([
  ["light", light, themes.light],
  ["dark", dark, themes.dark],
] as const)("the %s page", (_, colours, theme) => {
  it("has the colours of its figures", () => {
    const { background, ink, quiet, faint } = theme;
    expect(colours).toMatchObject({ background, ink, quiet, faint });
  });

  it("can be read: each text has a contrast of at least 4.5 with what it stands on", () => {
    const { background = "", raised = "", faint: _line, ...texts } = colours;
    expect(Object.keys(texts)).toEqual(
      expect.arrayContaining([
        "ink",
        "quiet",
        "accent",
        "right",
        "wrong",
        "comment",
        "string",
        "keyword",
        "number",
      ]),
    );
    const faults = Object.entries(texts).filter(
      ([, colour]) => Math.min(contrast(colour, background), contrast(colour, raised)) < 4.5,
    );
    expect(faults).toEqual([]);
  });
});

it("loads nothing", () => {
  expect(css).not.toMatch(/url\(|@import|https?:/);
});
