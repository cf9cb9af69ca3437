import { describe, expect, test } from "vitest";

import {
  bars,
  distributions,
  drawFigure,
  type Figure,
  histogram,
  percent,
  ranges,
  scatter,
  table,
} from "../../../src/figures/index.ts";
import { wines } from "../wines.ts";

const { alcohol, magnesium, flavanoids, proline, grower } = wines;
const axes = { xTitle: "flavanoids (g/l)", yTitle: "proline (mg/l)" };
const labels = grower.map((_, i) => (i === 0 ? "first wine" : i === 15 ? "sixteenth wine" : ""));

// Each of these was looked at in a terminal before it was kept. Look again when one changes.
const figures: Record<string, Figure> = {
  "scatter-classes": scatter(
    { x: flavanoids, y: proline, group: grower },
    {
      ...axes,
      title: "Two measurements of thirty wines",
      caption: "Each mark is a wine; its shape is the grower.",
    },
  ),
  "scatter-dots": scatter(
    { x: flavanoids, y: proline, labels },
    { ...axes, title: "Thirty wines, two of them named" },
  ),
  "scatter-equal-axes": scatter(
    { x: flavanoids, y: proline, group: grower },
    { ...axes, title: "The same wines as a distance sees them", equalAxes: true },
  ),
  "scatter-crowd": scatter(
    { x: crowd(Math.cos), y: crowd(Math.sin) },
    { title: "20,000 points", xTitle: "x", yTitle: "y" },
  ),
  histogram: histogram(proline, { title: "Proline in thirty wines", xTitle: "proline (mg/l)" }),
  "histogram-columns": histogram(
    { alcohol, magnesium, proline },
    { title: "Raw columns live on different scales", xTitle: "value, each in its own unit" },
  ),
  distributions: distributions(
    { "alcohol (% vol)": alcohol, "magnesium (mg/l)": magnesium, "proline (mg/l)": proline },
    { title: "Each measurement on a scale of its own" },
  ),
  bars: bars(
    {
      alcohol: 0.0000974,
      "od280/od315_of_diluted_wines": 0.000114,
      magnesium: 0.0149,
      ash: 1.25e-6,
      hue: 0,
      proline: 0.984,
    },
    { title: "Proline decides almost alone", xTitle: "share of the squared distance", format: percent },
  ),
  "bars-both-ways": bars(
    { alcohol: -3, hue: 2, ash: 0.01, proline: 0 },
    { title: "Coefficients", xTitle: "change" },
  ),
  ranges: ranges(
    { alcohol, magnesium, flavanoids, proline },
    { title: "Four columns, four scales", xTitle: "value" },
  ),
  table: table(
    [
      { model: "raw", k: 5, accuracy: 0.722, "squared distance": 1234567.8 },
      { model: "standardized", k: 5, accuracy: 0.9631, "squared distance": 12.3 },
      { model: "scaled to 0–1", k: 15, accuracy: 1, "squared distance": 0.000123 },
    ],
    { title: "Accuracy by scale", caption: "Measured on 36 wines kept for the test." },
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

/** A spiral, thickest in its middle. */
function crowd(part: (angle: number) => number): number[] {
  return Array.from({ length: 20_000 }, (_, i) => (i / 20_000) ** 1.5 * part(i * 2.4));
}
