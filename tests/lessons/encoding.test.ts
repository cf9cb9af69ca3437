import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { type Demo, type Facts, loadDemo } from "../../src/course/demo.ts";
import { openDataset, type Stage } from "../../src/data/index.ts";
import { type Figure, type HeatmapFigure, isFigure, type LineFigure } from "../../src/figures/index.ts";

const root = resolve(import.meta.dirname, "../..");
/** What scikit-learn says: tests/fixtures/lessons/make_encoding.py. */
const truth = JSON.parse(readFileSync(join(root, "tests/fixtures/lessons/encoding.json"), "utf8"));

let demo: Demo;
let stage: Stage;
let facts: Facts;
beforeAll(async () => {
  demo = await loadDemo(root, join(root, "lessons/05-encoding"));
  const dataset = await openDataset(root, "birdstrikes");
  stage = { dataset, table: dataset.table };
  facts = await demo.facts(stage);
});

/** The figures of a step. */
async function figuresOf(step: string): Promise<Figure[]> {
  return [await demo.run(step, stage)].flat().filter(isFigure);
}

/** The cells of one column of a step's table, from top to bottom. */
async function columnOf(step: string, column: string): Promise<string[]> {
  const table = (await figuresOf(step)).find(({ kind }) => kind === "table");
  if (table?.kind !== "table") throw new Error(`${step} shows no table`);
  return table.spec.data.values.filter((cell) => cell.column === column).map(({ text }) => text);
}

/** A share that was printed as a percentage. */
const share = (text: string) => Number.parseFloat(text.replace("−", "-")) / 100;

function expectShares(printed: string[], right: number[]) {
  expect(printed).toHaveLength(right.length);
  for (const [i, value] of right.entries()) expect(share(printed[i] ?? "")).toBeCloseTo(value, 3);
}

describe("the steps of lesson 5 agree with scikit-learn", () => {
  it("on a line through the words numbered by the alphabet", async () => {
    expect(await columnOf("numbered", "word")).toEqual(truth.levels);
    const line = (await figuresOf("numbered")).find(({ kind }) => kind === "line") as LineFigure;
    const points = line.spec.data.values.map(({ y }) => y);
    for (const [i, value] of [...truth.mean, ...truth.line].entries()) {
      expect(points[i]).toBeCloseTo(value, 9);
    }
  });

  it("on a column for each word, with which the model says what the rows say", async () => {
    expectShares(await columnOf("ownColumns", "the rows"), truth.mean);
    expectShares(await columnOf("ownColumns", "the model"), truth.oneHot);
    expect(await columnOf("ownColumns", "code")).toContain("0 1 0 0 0 0 0");
    expect(facts.width).toBe(truth.width);
  });

  it("on words that come up in the test only", async () => {
    const names = await columnOf("newWords", "column");
    const rows = await columnOf("newWords", "test rows with one");
    const strangers = Object.values<number>(truth.strangers).toSorted((one, other) => other - one);
    expect(rows.map(Number)).toEqual(strangers);
    expect(names[0]).toBe("Aircraft Make Model");
    expect(facts.surprised).toBe(truth.surprised);
  });

  it("on the levels that training rows and test rows have by themselves", async () => {
    const [inTraining, inTest] = truth.phases;
    const shown = async (part: string) =>
      (await columnOf("shifted", `of the ${part} rows`)).filter((word) => word !== "");
    expect(await shown("training")).toEqual(inTraining);
    expect(await shown("test")).toEqual(inTest);
  });
});

describe("the steps of lesson 5", () => {
  it("put the line of the alphabet between the least and the most that any order makes of a word", async () => {
    const [least, most] = [
      await columnOf("otherOrders", "the line, least"),
      await columnOf("otherOrders", "the line, most"),
    ];
    for (const [i, text] of least.entries()) expect(share(text)).toBeLessThan(share(most[i] ?? ""));
    expect(facts.orderMatters).toBe(1);
  });

  it("show words as far apart as their numbers are, or all equally far", async () => {
    const [numbers, columns] = (await figuresOf("distances")) as HeatmapFigure[];
    const n = truth.levels.length;
    const valuesOf = (figure: HeatmapFigure | undefined) =>
      figure?.spec.data.values.map(({ value }) => value);
    const pairs = Array.from({ length: n * n }, (_, k) => [Math.floor(k / n), k % n] as const);
    expect(valuesOf(numbers)).toEqual(pairs.map(([i, j]) => Math.abs(i - j)));
    expect(valuesOf(columns)).toEqual(pairs.map(([i, j]) => (i === j ? 0 : Math.SQRT2)));
  });

  it("number shirts from small to large, which the alphabet does not", async () => {
    expect(await columnOf("shirts", "by the alphabet")).toEqual(["2", "1", "0", "3"]);
    expect(await columnOf("shirts", "by its order")).toEqual(["0", "1", "2", "3"]);
  });
});
