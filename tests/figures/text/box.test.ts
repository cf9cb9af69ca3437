import { describe, expect, test } from "vitest";

import { box, drawFigure, type Figure } from "../../../src/figures/index.ts";
import { wines } from "../wines.ts";

const { proline } = wines;
const axis = { xTitle: "proline (mg/l)" };

// Each of these was looked at in a terminal before it was kept. Look again when one changes.
const figures: Record<string, Figure> = {
  box: box(
    {
      Barolo: proline.slice(0, 10),
      Grignolino: proline.slice(10, 20),
      Barbera: [...proline.slice(20), 1500, 1510, 100],
    },
    { ...axis, title: "Barolo holds most proline", caption: "Three of Barbera's values are made up." },
  ),
  "box-many": box(
    {
      skewed: Array.from({ length: 20_000 }, (_, i) => Math.exp((i / 20_000) * 4)),
      even: Array.from({ length: 20_000 }, (_, i) => (i / 20_000) * 40),
      equal: [7, 7, 7],
    },
    { xTitle: "value", title: "A long tail has outliers" },
  ),
};

describe.each(Object.entries(figures))("%s looks as it did", (name, figure) => {
  test.each([60, 80, 120])("in %d columns", async (width) => {
    await expect(`${drawFigure(figure, { width })}\n`).toMatchFileSnapshot(`snapshots/${name}-${width}.txt`);
  });

  test("in ASCII", async () => {
    await expect(`${drawFigure(figure, { width: 80, ascii: true })}\n`).toMatchFileSnapshot(
      `snapshots/${name}-ascii.txt`,
    );
  });
});
