import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { type Demo, type Facts, loadDemo } from "../../src/course/demo.ts";
import { openDataset, type Stage } from "../../src/data/index.ts";
import type { Figure, LineFigure, RangesFigure } from "../../src/figures/index.ts";

const root = resolve(import.meta.dirname, "../..");
/** What scikit-learn says: tests/fixtures/lessons/make_cross_validation.py. */
const truth = JSON.parse(readFileSync(join(root, "tests/fixtures/lessons/cross-validation.json"), "utf8"));

let demo: Demo;
let stage: Stage;
let facts: Facts;
beforeAll(async () => {
  demo = await loadDemo(root, join(root, "lessons/09-cross-validation"));
  stage = await stageOf("iris");
  facts = await demo.facts(stage);
});

async function stageOf(name: string): Promise<Stage> {
  const dataset = await openDataset(root, name);
  return { dataset, table: dataset.table };
}

/** The cells of a step's table that stand under "fold 0", "fold 1" and so on, row by row, as numbers. */
async function foldsOf(step: string, stage: Stage): Promise<number[][]> {
  const figure = (await demo.run(step, stage)) as Figure;
  if (figure.kind !== "table") throw new Error(`${step} shows no table`);
  const rows: number[][] = [];
  for (const { row, column, text } of figure.spec.data.values) {
    if (!column.startsWith("fold ")) continue;
    rows[row] ??= [];
    rows[row].push(Number(text.replace("−", "-")));
  }
  return rows;
}

const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

interface Band {
  readonly mean: number;
  readonly deviation: number;
}

/** Whether a number of ours lies where scikit-learn's own draws lie. */
function expectWithin(value: unknown, { mean, deviation }: Band, deviations = 4) {
  expect(Math.abs(Number(value) - mean)).toBeLessThan(deviations * deviation);
}

describe("the steps of lesson 9 agree with scikit-learn", () => {
  it("on how lucky one exam is, and the mean of five folds", async () => {
    const [one, five] = ((await demo.run("luck", stage)) as RangesFigure).spec.data.values;
    for (const extreme of [one?.min, one?.median, one?.max]) expectWithin(extreme, truth.exam);
    for (const extreme of [five?.min, five?.median, five?.max]) expectWithin(extreme, truth.five);
    expectWithin(facts.mean, truth.five);
    expect(Number(facts.seen)).toBeGreaterThan(truth.five.deviation / 2);
    expect(Number(facts.seen)).toBeLessThan(2 * truth.five.deviation);
    expect(facts.narrower).toBe(3);
  });

  it("on the rows of a sorted file, which no fold can tell", async () => {
    const [inFile, shuffled] = await foldsOf("asTheyCome", stage);
    expect(inFile).toEqual(truth.inFile);
    expectWithin(meanOf(shuffled ?? []), truth.three);
    expect(facts).toMatchObject({ fileScore: 1, inFile: "0.000" });
  });

  it("on a class that is dealt out", async () => {
    const [, stratified] = await foldsOf("smallestClass", stage);
    expect(stratified).toEqual(truth.stratified);
  });

  it("on one and the same coin walk, shuffled and in the order of time", async () => {
    const walk = (await demo.run("coinWalk", stage)) as LineFigure;
    expect(walk.spec.data.values.map(({ y }) => y)).toEqual(truth.walk.values);
    const [shuffled, inTime] = await foldsOf("walkScores", stage);
    expectWithin(meanOf(shuffled ?? []), truth.walk.shuffled);
    for (const [i, score] of truth.walk.inTime.entries()) expect(inTime?.[i]).toBeCloseTo(score, 2);
  });

  it("on births, which are guessed better from the day after than from the past", async () => {
    const [, , shuffled, inTime] = await foldsOf("walkScores", await stageOf("us-births"));
    expectWithin(meanOf(shuffled ?? []), truth.births.shuffled);
    for (const [i, score] of truth.births.inTime.entries()) {
      expect(Math.abs((inTime?.[i] ?? Number.NaN) - score)).toBeLessThanOrEqual(0.0051);
    }
  });
});

describe("the numbers that stand behind a ±", () => {
  it("are each smaller than the one before, on iris", () => {
    const [deviation, standardError] = [Number(facts.deviation), Number(facts.standardError)];
    expect(standardError).toBeCloseTo(deviation / Math.sqrt(5), 2);
    expect(standardError).toBeLessThan(deviation);
  });
});
