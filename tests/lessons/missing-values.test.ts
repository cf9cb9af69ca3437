import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { type Demo, type Facts, loadDemo } from "../../src/course/demo.ts";
import { openDataset, type Stage } from "../../src/data/index.ts";
import { type Figure, isFigure } from "../../src/figures/index.ts";
import { loadLessonModule } from "../../src/judge/lesson-module.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "lessons/04-missing-values");
/** What scikit-learn and pandas say: tests/fixtures/lessons/make_missing_values.py. */
const truth = JSON.parse(readFileSync(join(root, "tests/fixtures/lessons/missing-values.json"), "utf8"));

type Row = Record<string, string | number | boolean | null>;

interface Imputer {
  fill: Record<string, number | string>;
}

interface Solution {
  markGaps(rows: Row[], column: string, codes: (number | string)[]): Row[];
  fitImputer(rows: Row[], columns: string[], strategy: string): Imputer;
  impute(imputer: Imputer, rows: Row[]): Row[];
}

let demo: Demo;
let stage: Stage;
let facts: Facts;
let solution: Solution;
beforeAll(async () => {
  demo = await loadDemo(root, folder);
  stage = await stageOf("birdstrikes");
  facts = await demo.facts(stage);
  const { loadSolution } = await loadLessonModule(root, folder);
  solution = loadSolution() as unknown as Solution;
});

async function stageOf(name: string): Promise<Stage> {
  const dataset = await openDataset(root, name);
  return { dataset, table: dataset.table };
}

async function figureOf<Kind extends Figure["kind"]>(step: string, kind: Kind) {
  const figures = [await demo.run(step, stage)].flat().filter(isFigure);
  const found = figures.find((figure) => figure.kind === kind);
  if (!found) throw new Error(`${step} shows no ${kind}`);
  return found as Figure & { kind: Kind };
}

/** The numbers of a step's table, row by row; they are printed with three digits. */
async function numbersOf(step: string): Promise<number[][]> {
  const { spec } = await figureOf(step, "table");
  const rows: number[][] = [];
  for (const { row, text, isNumber } of spec.data.values) {
    if (isNumber) rows[row] = [...(rows[row] ?? []), Number(text.replace("−", "-"))];
  }
  return rows;
}

const toThreeDigits = (rows: number[][]) =>
  rows.map((row) => row.map((value) => Number(value.toPrecision(3))));

describe("the solution of lesson 4", () => {
  it("learns what SimpleImputer learns, on penguins", async () => {
    const { table } = await stageOf("penguins");
    const rows = table.rows() as Row[];
    const { columns, mean, median, sex } = truth.penguins;
    const learned = (strategy: string) => Object.values(solution.fitImputer(rows, columns, strategy).fill);
    for (const [j, value] of learned("mean").entries()) expect(value).toBeCloseTo(mean[j], 9);
    for (const [j, value] of learned("median").entries()) expect(value).toBeCloseTo(median[j], 9);
    expect(solution.fitImputer(rows, ["Sex"], "mostFrequent").fill.Sex).toBe(sex);
  });

  it("fills and marks as SimpleImputer does with add_indicator", async () => {
    const { table } = await stageOf("penguins");
    const rows = table.rows() as Row[];
    const { columns, filled } = truth.penguins;
    const mine = solution.impute(solution.fitImputer(rows, columns, "median"), rows);
    const keys: string[] = [...columns, ...columns.map((name: string) => `${name} was missing`)];
    for (const [i, row] of mine.entries()) {
      for (const [j, key] of keys.entries()) expect(row[key]).toBeCloseTo(filled[i][j], 9);
    }
  });

  it("finds the 490 lots of ames that hide a gap behind a 0", async () => {
    const { table } = await stageOf("ames");
    const marked = solution.markGaps(table.rows() as Row[], "Lot_Frontage", [0]);
    expect(marked.filter((row) => row.Lot_Frontage === null)).toHaveLength(490);
  });
});

describe("the steps of lesson 4 agree with scikit-learn and pandas", () => {
  it("on how much is missing in each tenth of the reports", async () => {
    const { spec } = await figureOf("overTime", "bars");
    const shares = spec.data.values.map(({ value }) => value);
    expect(shares).toEqual(truth.tenths);
    expect(facts).toMatchObject({ missing: "28.4%", missingRows: "2,836 rows", changes: 2 });
  });

  it("on what filling with the mean does to a column", async () => {
    expect(await numbersOf("filledWithMean")).toEqual(toThreeDigits([truth.measured, truth.filled]));
    expect(Number(facts.deviationFilled)).toBeCloseTo(truth.filled[2], 1);
  });

  it("on the most lopsided column, and which guess is nearer", () => {
    expect(facts.lopsided).toBe(truth.lopsided);
    expect(facts).toMatchObject({ medianNearer: truth.nearer[1], whichFill: 1 });
  });

  it("on zeros at their word and as gaps", async () => {
    expect(await numbersOf("zeros")).toEqual(toThreeDigits(truth.frontages));
  });

  it("on what a gap tells of the outcome", async () => {
    const { spec } = await figureOf("gapsTell", "bars");
    const shares = spec.data.values.map(({ value }) => value);
    for (const [i, share] of truth.damaged.entries()) expect(shares[i]).toBeCloseTo(share, 12);
    expect(facts.tells).toBe(2);
  });

  it("on the imputer that peeked", async () => {
    expect(await numbersOf("peeking")).toEqual(toThreeDigits(truth.peeking));
  });
});
