import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type Demo, type Facts, loadDemo } from "../../src/course/demo.ts";
import { openDataset, type Stage } from "../../src/data/index.ts";
import type { Figure, HistogramFigure, RangesFigure } from "../../src/figures/index.ts";
import { standaloneText } from "../../src/judge/bundle.ts";
import { type OpenLesson, openLesson } from "../judge/grade-text.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "lessons/07-train-test-split");
/** What scikit-learn and scipy say: tests/fixtures/lessons/make_train_test_split.py. */
const truth = JSON.parse(readFileSync(join(root, "tests/fixtures/lessons/train-test-split.json"), "utf8"));

let demo: Demo;
let stage: Stage;
let facts: Facts;
beforeAll(async () => {
  demo = await loadDemo(root, folder);
  const dataset = await openDataset(root, "us-births");
  stage = { dataset, table: dataset.table };
  facts = await demo.facts(stage);
});

interface Band {
  readonly mean: number;
  readonly deviation: number;
}

/** Whether a mean of so many draws lies where scikit-learn's own draws say that it should. */
function expectWithin(mean: unknown, band: Band, draws: number) {
  expect(Math.abs(Number(mean) - band.mean)).toBeLessThan((4 * band.deviation) / Math.sqrt(draws));
}

describe("the steps of lesson 7 agree with scikit-learn", () => {
  it("on a model that only remembers", () => {
    expect([facts.learned, facts.learnedShuffled]).toEqual(["0", "0"]);
    expectWithin(facts.keptApart, truth.atRandom, 1);
    expectWithin(facts.keptApartShuffled, truth.shuffled, 1);
  });

  it("on how far draws of three sizes spread", async () => {
    const figure = (await demo.run("sizes", stage)) as RangesFigure;
    const ranges = figure.spec.data.values;
    expect(ranges.map(({ name }) => name)).toEqual(["25 test rows", "100 test rows", "250 test rows"]);
    for (const [i, { min, median, max }] of ranges.entries()) {
      const { mean, deviation } = truth.sizes[i];
      expectWithin(median, truth.sizes[i], 6);
      for (const extreme of [min, max]) expect(Math.abs(extreme - mean)).toBeLessThan(4.5 * deviation);
      expect(max - min).toBeGreaterThan(2 * deviation);
    }
  });

  it("on how often a rare class is out of proportion", async () => {
    const figure = (await demo.run("rarestClass", stage)) as HistogramFigure;
    const draws = figure.spec.data.values.reduce((sum, { count }) => sum + count, 0);
    expect([draws, facts.rarestRows]).toEqual([200, truth.rare]);
    const off = Number.parseFloat(String(facts.rarestOff)) / 100;
    const deviation = Math.sqrt(truth.rareOff * (1 - truth.rareOff));
    expectWithin(off, { mean: truth.rareOff, deviation }, draws);
  });

  it("on rows filed twice", () => {
    expectWithin(facts.torn, truth.torn, 8);
    expectWithin(facts.together, truth.together, 8);
    expect(facts.twinsHelp).toBe(3);
  });

  it("on the exams: at random, by source, and by time to the last digit shown", () => {
    expectWithin(facts.randomError, truth.atRandom, 8);
    expect(Number(facts.groupError)).toBeGreaterThan(Math.min(...truth.eachSource));
    expect(Number(facts.groupError)).toBeLessThan(Math.max(...truth.eachSource));
    expect(Number(facts.timeError)).toBe(Math.round(truth.latest));
    expect(facts.hardest).toBe(2);
  });

  it("on what the training rows know of the test", async () => {
    const figure = (await demo.run("differentExams", stage)) as Figure;
    if (figure.kind !== "table") throw new Error("differentExams shows no table");
    const cells = (column: string) =>
      figure.spec.data.values.filter((cell) => cell.column === column).map(({ text }) => text);
    expect(cells("group in training")).toEqual(["100%", "0%", "100%"]);
    expect(cells("later rows in training")[2]).toBe("0%");
  });
});

describe("the checks of lesson 7", () => {
  let lesson: OpenLesson;
  beforeAll(async () => {
    lesson = await openLesson("lessons/07-train-test-split", "penguins");
  });
  afterAll(() => lesson.close());

  it("name a mistake in random rows without holding our draw against it", async () => {
    const code = await standaloneText(join(folder, "mistakes/train-keeps-all.ts"), root);
    const [first] = (await lesson.grade(code)).checks;
    expect(first?.diagnosis?.mistake).toBe("train-keeps-all");
    expect(first?.diagnosis).not.toHaveProperty("evidence");
    expect(first).not.toHaveProperty("compared");
  });

  it.each([
    ["turns the rows round by the seed", "rows.map((row) => (row + seed) % nRows)"],
    [
      "takes every so-manieth row",
      "rows.filter((i) => i % 2 === seed % 2).concat(rows.filter((i) => i % 2 !== seed % 2))",
    ],
  ])("don't take for chance what %s", async (_, order) => {
    const solution = await lesson.solution();
    const code = `${solution.replace(/export \{[^}]*\};?/, "")}
      const draw = (nRows: number, share: number, seed: number) => {
        const rows = Array.from({ length: nRows }, (_, i) => i);
        const nTest = Math.min(nRows - 1, Math.max(1, Math.round(nRows * share)));
        const order = ${order};
        return { test: order.slice(0, nTest), train: order.slice(nTest) };
      };
      export { draw as splitRows, stratifiedSplit, groupSplit, timeSplit };`;
    const { checks } = await lesson.grade(code);
    const failed = checks.filter(({ status }) => status !== "passed").map(({ id }) => id);
    expect(failed).toEqual(["seed"]);
  });
});
