import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { type Demo, type Facts, loadDemo } from "../../src/course/demo.ts";
import { openDataset, type Stage } from "../../src/data/index.ts";
import { type Figure, isFigure } from "../../src/figures/index.ts";
import { loadLessonModule } from "../../src/judge/lesson-module.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "lessons/03-cleaning");
/** What pandas says: tests/fixtures/lessons/make_cleaning.py. */
const truth = JSON.parse(readFileSync(join(root, "tests/fixtures/lessons/cleaning.json"), "utf8"));

type Row = Record<string, string | number | null>;

interface Solution {
  dropDuplicates(rows: Row[]): Row[];
  fixCodes(rows: Row[], column: string, allowed: string[]): Row[];
  parseHeight(text: string): number | null;
}

/** Answers out of the data set reported-heights, read by a person: what was meant, in inches, where it can be told. */
const readByHand: [typed: string, inches: number | null][] = [
  ["5' 4\"", 64],
  ["165cm", 64.961],
  ["5'7", 67],
  ["5'3\"", 63],
  ["5'11", 71],
  ["5'9''", 69],
  ["5'10''", 70],
  ["5,3", 63],
  ["6,8", 80],
  ["5' 10", 70],
  ["5 feet 7inches", 67],
  ["5 .11", 71],
  ["6'1\"", 73],
  ['69"', 69],
  ["5ft 9 inches", 69],
  ["5 ft 9 inches", 69],
  ["5 feet 6 inches", 66],
  ["170 cm", 66.929],
  ["5.11", 71],
  ["5.2", 62],
  ["5.9", 69],
  ["6.1", 73],
  ["75", 75],
  ["69.3", 69.3],
  ["67.7165", 67.7165],
  ["184", 72.441],
  ["152", 59.843],
  ["103.2", 40.63],
  ["210", 82.677],
  [">9000", null],
  ["Five foot eight inches", null],
  ["yyy", null],
  ["5'12", null],
  ["2'33", null],
  ["708,661", null],
  ["728,346", null],
  ["7,283,465", null],
  ["0", null],
  ["12", null],
  ["34", null],
  ["86", null],
  ["300", null],
  ["511", null],
  ["11111", null],
];

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

async function figureOf<Kind extends Figure["kind"]>(step: string, kind: Kind, on = stage) {
  const found = [await demo.run(step, on)].flat().filter(isFigure).at(0);
  if (found?.kind !== kind) throw new Error(`${step} shows no ${kind}`);
  return found as Figure & { kind: Kind };
}

describe("the solution of lesson 3", () => {
  it("reads heights as a person does, in the forms that are asked for", () => {
    for (const [typed, inches] of readByHand) {
      const read = solution.parseHeight(typed);
      if (inches === null) expect(read, typed).toBeNull();
      else expect(read, typed).toBeCloseTo(inches, 3);
    }
  });

  it("reads answers that were typed, and no others", async () => {
    const { table } = await stageOf("reported-heights");
    const typed: readonly unknown[] = table.column("height").values as readonly (string | null)[];
    expect(readByHand.filter(([text]) => !typed.includes(text))).toEqual([]);
  });

  it("finds the rows that pandas finds to be repeated", () => {
    const rows = stage.table.rows() as Row[];
    expect(rows.length - solution.dropDuplicates(rows).length).toBe(truth.repeated);
  });

  it("leaves no code but those that are allowed, and loses no row", () => {
    const rows = stage.table.rows() as Row[];
    const column = "Effect Amount of damage";
    const fixed = solution.fixCodes(rows, column, ["none", "Minor", "Medium", "Substantial"]);
    const count = (code: string | null) => fixed.filter((row) => row[column] === code).length;
    expect(count("none")).toBe(truth.damage.None);
    expect(count("Substantial")).toBe(truth.damage.Substantial);
    expect(count(null)).toBe(truth.damage.B + truth.damage.C);
  });
});

describe("the steps of lesson 3 agree with pandas", () => {
  it("on rows that come again", async () => {
    const { spec } = await figureOf("repeats", "table");
    const texts = spec.data.values.map(({ text }) => text);
    expect(texts).toEqual(["once", "9955", "2 times", "20", "5 times", "1"]);
    expect(truth.copies).toEqual({ 1: 9955, 2: 20, 5: 1 });
    expect(facts).toMatchObject({ repeated: `${truth.repeated} rows of 10,000 do`, repeatedRight: 2 });
  });

  it("on how often each code comes", async () => {
    const { spec } = await figureOf("codes", "bars");
    const counts = spec.data.values.map(({ label, value }) => [label, value]);
    expect(Object.fromEntries(counts)).toEqual(truth.damage);
    expect(facts).toMatchObject({ rarest: "B", rarestRows: "1 row", codes: 6 });
  });

  it("on what is left when rows are dropped", async () => {
    const { spec } = await figureOf("rowsLeft", "bars");
    const left = spec.data.values.map(({ value }) => value);
    expect(left).toEqual([truth.rows, truth.complete, truth.withoutWords]);
    expect(facts.leftRight).toBe(3);
    const penguins = await figureOf("rowsLeft", "bars", await stageOf("penguins"));
    expect(penguins.spec.data.values[1]?.value).toBe(truth.penguinsComplete);
  });

  it("on who is dropped", async () => {
    const { spec } = await figureOf("whoIsDropped", "bars");
    const shares = spec.data.values.map(({ value }) => value);
    const right: number[] = Object.values(truth.droppedByAirport);
    const sorted = right.toSorted((one, other) => other - one);
    expect(shares).toHaveLength(sorted.length);
    for (const [i, share] of sorted.entries()) expect(shares[i]).toBeCloseTo(share, 12);
    expect(facts.droppedRight).toBe(2);
  });

  it("on every twelfth answer of reported-heights", async () => {
    expect(facts).toMatchObject({ answers: truth.answers.length, lost: truth.lost });
    expect(Number(facts.readMean)).toBeCloseTo(truth.readMean, 1);
    const { spec } = await figureOf("heightsRead", "histogram");
    const counted = (name: string) =>
      spec.data.values.filter((bin) => bin.name === name).reduce((sum, { count }) => sum + count, 0);
    expect(counted("Number(typed)")).toBe(truth.answers.length - truth.lost);
    expect(counted("read by a person")).toBe(truth.answers.length);
  });

  it("and show a sentence where no cell is empty", async () => {
    const heights = await stageOf("reported-heights");
    expect(await demo.run("whoIsDropped", heights)).toBe("No row of this table has to be dropped.");
    expect(await demo.facts(heights)).toMatchObject({ droppedRight: 3, leftRight: 1 });
  });
});
