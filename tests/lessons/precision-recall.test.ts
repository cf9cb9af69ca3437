import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { type Demo, type Facts, loadDemo } from "../../src/course/demo.ts";
import { openDataset, type Stage } from "../../src/data/index.ts";
import type { BarsFigure, HeatmapFigure, LineFigure } from "../../src/figures/index.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "lessons/08-precision-recall");
/** What scikit-learn says: tests/fixtures/lessons/make_precision_recall.py. */
const truth = JSON.parse(readFileSync(join(root, "tests/fixtures/lessons/precision-recall.json"), "utf8"));
const classes = ["None", "Minor", "Substantial", "Medium", "C"];

let demo: Demo;
let stage: Stage;
let facts: Facts;
beforeAll(async () => {
  demo = await loadDemo(root, folder);
  const dataset = await openDataset(root, "birdstrikes");
  stage = { dataset, table: dataset.table };
  facts = await demo.facts(stage);
});

async function barsOf(step: string): Promise<number[]> {
  const figure = (await demo.run(step, stage)) as BarsFigure;
  return figure.spec.data.values.map(({ value }) => value);
}

describe("the steps of lesson 8 agree with scikit-learn", () => {
  it("on which class was taken for which, in every count", async () => {
    const figure = (await demo.run("whichForWhich", stage)) as HeatmapFigure;
    const counts = classes.map((row) =>
      classes.map(
        (column) => figure.spec.data.values.find((cell) => cell.row === row && cell.column === column)?.value,
      ),
    );
    expect(counts).toEqual(truth.matrix);
  });

  it("on how often it is right, what it finds and what it misses", async () => {
    const right = classes.reduce((sum, _, k) => sum + truth.matrix[k][k], 0);
    const usual = truth.matrix[0].reduce((sum: number, count: number) => sum + count, 0);
    expect(await barsOf("accuracies")).toEqual([right / 1000, usual / 1000]);
    const missed = truth.matrix.slice(1).reduce((sum: number, row: number[]) => sum + (row[0] ?? 0), 0);
    expect(facts).toMatchObject({
      nPositive: 1000 - usual,
      nMissed: missed,
      nFalse: usual - truth.matrix[0][0],
    });
  });

  it("on macro and weighted F1, and on the F1 of the means", async () => {
    const expected = [truth.weighted, truth.macro, truth.ofMeans];
    for (const [i, bar] of (await barsOf("averages")).entries()) expect(bar).toBeCloseTo(expected[i], 12);
  });

  it("on the cost at each threshold, but for a row on the edge, and on the cheapest", async () => {
    const figure = (await demo.run("costCurve", stage)) as LineFigure;
    const costs = figure.spec.data.values.map(({ y }) => y);
    expect(costs.length).toBe(truth.costs.length);
    for (const [i, cost] of costs.entries()) expect(Math.abs(Number(cost) - truth.costs[i])).toBeLessThan(11);
    const least = Math.min(...truth.costs);
    expect(Number(facts.threshold)).toBe(truth.costs.indexOf(least) / 100);
    expect(facts).toMatchObject({ costAtHalf: truth.costs[50], costAtBest: least });
  });

  it("on what a threshold costs where it was chosen, and elsewhere", async () => {
    for (const [i, cost] of (await barsOf("promised")).entries()) {
      const { mean, deviation } = truth.promised[i];
      expect(Math.abs(cost - mean)).toBeLessThan((4 * deviation) / Math.sqrt(60));
    }
  });
});
