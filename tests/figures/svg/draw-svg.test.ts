import { describe, expect, test } from "vitest";

import { bars, type Figure, histogram, scatter, table } from "../../../src/figures/index.ts";
import { drawSvg } from "../../../src/figures/svg/draw-svg.ts";
import { themes } from "../../../src/figures/svg/themes.ts";
import { wines } from "../wines.ts";

const { alcohol, flavanoids, proline, grower } = wines;
const words = {
  title: "Thirty wines",
  caption: "Each mark is a wine.",
  xTitle: "flavanoids",
  yTitle: "proline",
};
const points = scatter({ x: flavanoids, y: proline, group: grower }, words);
const counts = histogram({ alcohol, proline }, words);

function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /^<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

describe("the picture", () => {
  test("says what it shows to those who can't see it, and to those who can", async () => {
    const svg = await drawSvg(points);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="Thirty wines"/);
    expect(svg).toContain("<title>Thirty wines</title><desc>Each mark is a wine.</desc>");
    expect(svg.match(/>Thirty wines<\/text>/g)).toHaveLength(1);
    expect(svg.match(/>Each mark is a wine\.<\/text>/g)).toHaveLength(1);
  });

  test("has the background and ink of its theme, and no colour that would be lost on it", async () => {
    for (const name of ["light", "dark"] as const) {
      const svg = await drawSvg(points, { theme: name });
      const { background, ink, instead } = themes[name];
      expect(svg).toMatch(new RegExp(`<rect width="\\d+" height="\\d+" fill="${background}"/>`));
      expect(svg).toContain(`fill="${ink}"`);
      for (const lost of Object.keys(instead)) expect(svg).not.toContain(lost);
    }
  });

  test("of nothing holds its words alone", async () => {
    const svg = await drawSvg(bars({}, words));
    expect(svg).toContain(">Nothing to draw: no values.</text>");
    expect(svg).not.toContain("mark-");
  });

  test("breaks a long title between words", async () => {
    const title = "Proline decides alone what is near to what ".repeat(6).trim();
    const svg = await drawSvg(bars({ a: 1 }, { title, xTitle: "share" }));
    const lines = [...svg.matchAll(/font-weight="600">([^<]*)</g)].map(([, line]) => line);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(" ")).toBe(title);
  });

  test("needs nothing from anywhere", async () => {
    const url = "https://example.org/a.png";
    const layer = [{ mark: "image", encoding: { url: { value: url } } }];
    expect(await drawSvg({ ...points, spec: { ...points.spec, layer } })).not.toContain(url);
    const transform = [{ lookup: "x", from: { data: { url: "data.json" }, key: "a", fields: ["b"] } }];
    const warnings: string[] = [];
    await drawSvg(
      { ...points, spec: { ...points.spec, transform } },
      { warn: (message) => warnings.push(message) },
    );
    expect(warnings.join()).toContain("A figure may load nothing, and this one asks for data.json.");
  });
});

describe("the same figure gives the same bytes", () => {
  test("whatever is drawn before it, and at the same time", async () => {
    const [alone] = [await drawSvg(points)];
    const together = await Promise.all([drawSvg(counts), drawSvg(points), drawSvg(points)]);
    expect(together.slice(1)).toEqual([alone, alone]);
  });

  test("also after it went through JSON; and it stays as it was", async () => {
    const before = JSON.stringify(counts);
    const svg = await drawSvg(deepFrozen(counts));
    expect(JSON.stringify(counts)).toBe(before);
    expect(await drawSvg(JSON.parse(before))).toBe(svg);
  });

  test("and ids of one figure are no other's", async () => {
    const idsOf = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const clipped = (width: number): Figure => ({
      ...points,
      spec: { ...points.spec, width, layer: [{ mark: { type: "point", clip: true } }] },
    });
    const [one, other] = [await drawSvg(clipped(300)), await drawSvg(clipped(310))];
    expect(idsOf(one).length).toBeGreaterThan(0);
    expect(idsOf(one).filter((id) => idsOf(other).includes(id))).toEqual([]);
    for (const [, id] of one.matchAll(/url\(#([^)]+)\)/g)) expect(idsOf(one)).toContain(id);
  });
});

describe("a width", () => {
  test.each([320, 480, 560])(
    "of %d pixels is kept, and the plot gives up what its labels need",
    async (width) => {
      for (const figure of [points, counts]) {
        const svg = await drawSvg(figure, { width });
        expect(sizeOf(svg).width).toBeLessThanOrEqual(width);
        // Not scaled: words are as large as ever.
        expect(svg).toContain(`viewBox="0 0 ${sizeOf(svg).width} `);
      }
    },
  );

  test("keeps axes equal that are", async () => {
    const square = scatter({ x: flavanoids, y: flavanoids }, { ...words, equalAxes: true });
    const svg = await drawSvg(square, { width: 300 });
    const [, across, up] = /class="background"[^>]*d="M0,0h([\d.]+)v([\d.]+)/.exec(svg) ?? [];
    expect(across).toBe(up);
    expect(Number(across)).toBeLessThan(300);
  });

  test("that a table does not fit is kept by showing it smaller", async () => {
    const row = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`measurement ${i}`, i]));
    const svg = await drawSvg(table([row], { title: "Wide" }), { width: 400 });
    expect(sizeOf(svg).width).toBe(400);
    expect(Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1])).toBeGreaterThan(800);
  });

  test.each([0, 159, Number.NaN])("of %d is refused", async (width) => {
    await expect(drawSvg(points, { width })).rejects.toThrow(
      new RangeError(`drawSvg needs a width of at least 160 pixels, got ${width}.`),
    );
  });
});

describe("a table", () => {
  const svg = drawSvg(
    table(
      [{ model: "raw", accuracy: 0.722 }, { model: "standardized", accuracy: 12.5 }, { model: "third" }],
      { title: "Accuracy" },
    ),
  );

  test("has the points of its numbers below one another", async () => {
    const places = [...(await svg).matchAll(/<text x="([\d.]+)" y="[\d.]+"([^>]*)>([^<]*)</g)];
    const whole = places.filter(([, , , text]) => text === "0" || text === "12");
    const fraction = places.filter(([, , , text]) => text === ".722" || text === ".5");
    expect(new Set([...whole, ...fraction].map(([, x]) => x)).size).toBe(1);
    expect(whole.every(([, , attributes]) => attributes?.includes('text-anchor="end"'))).toBe(true);
    expect([whole.length, fraction.length]).toEqual([2, 2]);
  });
});

function deepFrozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null)
    for (const each of Object.values(Object.freeze(value))) deepFrozen(each);
  return value;
}
