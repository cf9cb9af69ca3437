import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { type Demo, type Facts, loadDemo } from "../../src/course/demo.ts";
import { openDataset, type Stage } from "../../src/data/index.ts";
import { type Figure, isFigure } from "../../src/figures/index.ts";
import { loadLessonModule } from "../../src/judge/lesson-module.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "lessons/10-decision-trees");
/** What scikit-learn says: tests/fixtures/lessons/make_decision_trees.py. */
const truth = JSON.parse(readFileSync(join(root, "tests/fixtures/lessons/decision-trees.json"), "utf8"));

let demo: Demo;
let stage: Stage;
let facts: Facts;
beforeAll(async () => {
  demo = await loadDemo(root, folder);
  const dataset = await openDataset(root, "penguins");
  stage = { dataset, table: dataset.table };
  facts = await demo.facts(stage);
});

async function figureOf<Kind extends Figure["kind"]>(
  step: string,
  kind: Kind,
): Promise<Figure & { kind: Kind }> {
  const figures = [await demo.run(step, stage)].flat().filter(isFigure);
  const found = figures.find((figure) => figure.kind === kind);
  if (found === undefined) throw new Error(`${step} shows no ${kind}`);
  return found as Figure & { kind: Kind };
}

/** A table's rows, as they are printed. */
async function rowsOf(step: string): Promise<Record<string, string>[]> {
  const { spec } = await figureOf(step, "table");
  const rows: Record<string, string>[] = [];
  for (const { row, column, text } of spec.data.values) rows[row] = { ...rows[row], [column]: text };
  return rows;
}

describe("the solution of lesson 10", () => {
  it("finds the gain that scikit-learn finds, where values and classes come again", async () => {
    const { loadSolution } = await loadLessonModule(root, folder);
    const { bestSplit, gini } = loadSolution() as {
      bestSplit(X: number[][], y: string[]): { gain: number } | null;
      gini(labels: string[]): number;
    };
    for (const { X, y, gini: impurity, gain } of truth.small) {
      expect(gini(y)).toBeCloseTo(impurity, 12);
      expect(bestSplit(X, y)?.gain).toBeCloseTo(gain, 12);
    }
  });
});

describe("the steps of lesson 10 agree with scikit-learn", () => {
  it("on the first question and how often it is right", () => {
    expect(facts).toMatchObject({
      firstColumn: truth.column,
      firstThreshold: String(truth.threshold),
      most: `${(100 * truth.most).toFixed(1)}%`,
      stump: `${(100 * truth.stump).toFixed(1)}%`,
    });
  });

  it("on what the best question of each column gains", async () => {
    const { spec } = await figureOf("everyColumn", "bars");
    const shown = Object.fromEntries(spec.data.values.map(({ label, value }) => [label, value]));
    expect(Object.keys(shown).toSorted()).toEqual(Object.keys(truth.gains).toSorted());
    for (const [column, gain] of Object.entries<number>(truth.gains))
      expect(shown[column]).toBeCloseTo(gain, 12);
  });

  it("on the highest point among the thresholds of one column", async () => {
    const { spec } = await figureOf("everyThreshold", "line");
    const best = spec.data.values.reduce((one, other) => (Number(other.y) > Number(one.y) ? other : one));
    expect(best).toMatchObject({ x: truth.threshold });
    expect(best.y).toBeCloseTo(truth.gains[truth.column], 12);
  });

  it("on how many rows each depth gets right, as far as equally good questions leave it open", async () => {
    const { spec } = await figureOf("deeper", "line");
    const at = (series: number, depth: number) =>
      spec.data.values.find((point) => point.series === series && point.x === depth)?.y;
    for (const { depth, train, test } of truth.depths) {
      for (const [series, [low, high]] of [train, test].entries()) {
        expect(at(series, depth)).toBeGreaterThan(low - 0.007);
        expect(at(series, depth)).toBeLessThan(high + 0.007);
      }
    }
  });
});

describe("the steps of lesson 10 that need no data", () => {
  it("give the Gini impurity of four labels, as by hand", async () => {
    const impurities = (await rowsOf("howMixed")).map((row) => Number(row["Gini impurity"]));
    expect(impurities).toEqual([0, 3 / 8, 1 / 2, 5 / 8, 3 / 4]);
  });

  it("show that a plain mean prefers a single pure row, and counting by rows does not", async () => {
    const [first, second] = await rowsOf("twoQuestions");
    expect(Number(first?.["plain mean"])).toBeLessThan(Number(second?.["plain mean"]));
    expect(Number(first?.["by rows"])).toBeGreaterThan(Number(second?.["by rows"]));
  });

  it("show that ml-cart's search depends on the order of equal values, and ours does not", async () => {
    const rows = await rowsOf("rowOrder");
    expect(rows.map((row) => Number(row["ml-cart gains"]))).toEqual([0, 0.281]);
    expect(rows.map((row) => Number(row["groundwork gains"]))).toEqual([0.281, 0.281]);
  });

  it("count n looks at n − 1 thresholds, and about n log n with the rows sorted", async () => {
    for (const row of await rowsOf("race")) {
      const n = Number(row.rows);
      expect(Number(row["all rows again"])).toBe(n * (n - 1));
      expect(Number(row["sorted once"])).toBeGreaterThan(n);
      expect(Number(row["sorted once"])).toBeLessThan(n + 2 * n * Math.log2(n));
    }
  });
});
