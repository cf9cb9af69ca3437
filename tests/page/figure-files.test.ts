import { expect, it } from "vitest";

import { bars } from "../../src/figures/index.ts";
import { drawSvg } from "../../src/figures/svg/draw-svg.ts";
import { figureFiles } from "../../src/page/figure-files.ts";

it("draws a figure for light and dark, each also for a phone, all under its name", async () => {
  const figure = bars({ proline: 0.998, hue: 0.002 }, { title: "Who decides", xTitle: "share" });
  const files = await figureFiles(figure, "figures/02-who", drawSvg);
  expect(Object.fromEntries(Object.entries(files).map(([form, { path }]) => [form, path]))).toEqual({
    light: "figures/02-who.svg",
    dark: "figures/02-who-dark.svg",
    lightNarrow: "figures/02-who-narrow.svg",
    darkNarrow: "figures/02-who-narrow-dark.svg",
  });
  const width = (content: string | Uint8Array) => Number(/ width="(\d+)"/.exec(String(content))?.[1]);
  for (const { content } of Object.values(files)) expect(content).toMatch(/^<svg .*<\/svg>$/s);
  expect(width(files.lightNarrow.content)).toBeLessThanOrEqual(328);
  expect(width(files.light.content)).toBeLessThanOrEqual(672);
  expect(files.dark.content).not.toBe(files.light.content);
});
