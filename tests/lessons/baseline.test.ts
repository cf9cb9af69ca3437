import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { type Demo, type Facts, loadDemo } from "../../src/course/demo.ts";
import { openDataset, type Stage } from "../../src/data/index.ts";
import { isFigure } from "../../src/figures/index.ts";

const root = resolve(import.meta.dirname, "../..");
/** What pandas and scikit-learn say: tests/fixtures/lessons/make_baseline.py. */
const truth = JSON.parse(readFileSync(join(root, "tests/fixtures/lessons/baseline.json"), "utf8"));

let demo: Demo;
let stage: Stage;
let facts: Facts;
beforeAll(async () => {
  demo = await loadDemo(root, join(root, "lessons/01-baseline"));
  const dataset = await openDataset(root, "birdstrikes");
  stage = { dataset, table: dataset.table };
  facts = await demo.facts(stage);
});

async function barsOf(step: string): Promise<Record<string, number>> {
  const figure = await demo.run(step, stage);
  if (!isFigure(figure) || figure.kind !== "bars") throw new Error(`${step} shows no bars`);
  return Object.fromEntries(figure.spec.data.values.map(({ label, value }) => [label, value]));
}

async function rowsOf(step: string): Promise<string[][]> {
  const figure = await demo.run(step, stage);
  if (!isFigure(figure) || figure.kind !== "table") throw new Error(`${step} shows no table`);
  const rows: string[][] = [];
  for (const { row, text } of figure.spec.data.values) rows[row] = [...(rows[row] ?? []), text];
  return rows;
}

describe("the steps of lesson 1 agree with pandas and scikit-learn", () => {
  it("on how often each class, said for every row, is right", async () => {
    const shares = await barsOf("alwaysTheSame");
    expect(Object.keys(shares)).toEqual(Object.keys(truth.shares));
    for (const [label, share] of Object.entries(shares)) expect(share).toBeCloseTo(truth.shares[label], 12);
    expect(facts).toMatchObject({ majority: "None", majorityShare: "89.4%" });
  });

  it("on how often lots are right that are drawn by the classes' shares", () => {
    expect(facts.alwaysOrDraw).toBe(1);
    expect(Number.parseFloat(String(facts.drawnShare)) / 100).toBeCloseTo(truth.byLot, 2);
  });

  it("on what the cost of the repair gives away", async () => {
    const [all, repaired] = Object.values(await barsOf("tooGood"));
    expect(all).toBeCloseTo(truth.damaged.all, 12);
    expect(repaired).toBeCloseTo(truth.damaged.repaired, 12);
    expect(facts.leak).toContain("Cost Repair is not 0");
  });

  it("on the baseline and on a tree that does not reach it", async () => {
    const [always, tree] = (await rowsOf("treeAndBaseline")).map(([, ...scores]) => scores.map(Number));
    expect(always?.[0]).toBeCloseTo(truth.baseline[0], 3);
    expect(always?.[1]).toBe(truth.baseline[1]);
    const { lowest, highest } = truth.trees;
    for (const [i, score] of (tree ?? []).entries()) {
      // Splits of equal gain may be taken in another order than in any of the twenty trees.
      expect(score).toBeGreaterThan(lowest[i] - 0.02);
      expect(score).toBeLessThan(highest[i] + 0.02);
    }
    expect(highest[0]).toBeLessThan(truth.baseline[0]);
    expect(facts).toMatchObject({ usual: "None", treeWins: 3 });
  });
});

describe("the steps of lesson 1 on the birds", () => {
  it("say of each column when it is known", async () => {
    const known = Object.fromEntries(await rowsOf("whenKnown"));
    expect(Object.keys(known)).toEqual(stage.table.columnNames);
    const late = Object.keys(known).filter((name) => known[name] === "only afterwards");
    expect(late).toEqual(["Cost Other", "Cost Repair", "Cost Total $"]);
    expect(known["Effect Amount of damage"]).toContain("the question");
    expect(facts.someLate).toBe(2);
  });

  it("show a harmless case and one with damage that was paid for", async () => {
    const rows = await rowsOf("twoCases");
    expect(rows.find(([column]) => column === "Effect Amount of damage")?.slice(1)).toEqual([
      "None",
      "Minor",
    ]);
    const [harmless, paid] = rows.find(([column]) => column === "Cost Repair")?.slice(1) ?? [];
    expect(harmless).toBe("0");
    expect(Number(paid)).toBeGreaterThan(0);
  });
});
