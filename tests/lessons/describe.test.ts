import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { type Demo, type Facts, loadDemo } from "../../src/course/demo.ts";
import { openDataset, type Stage } from "../../src/data/index.ts";
import { isFigure } from "../../src/figures/index.ts";
import { loadLessonModule } from "../../src/judge/lesson-module.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "lessons/02-describe");
/** What pandas and NumPy say: tests/fixtures/lessons/make_describe.py. */
const truth = JSON.parse(readFileSync(join(root, "tests/fixtures/lessons/describe.json"), "utf8"));
const keys = ["count", "missing", "mean", "std", "min", "q1", "median", "q3", "max"];

let demo: Demo;
let stage: Stage;
let facts: Facts;
beforeAll(async () => {
  demo = await loadDemo(root, folder);
  stage = await stageOf("birdstrikes");
  facts = await demo.facts(stage);
});

async function stageOf(name: string): Promise<Stage> {
  const dataset = await openDataset(root, name);
  return { dataset, table: dataset.table };
}

async function figuresOf(step: string) {
  return [await demo.run(step, stage)].flat().filter(isFigure);
}

/** The numbers in the last table of a step, row by row. */
async function numbersOf(step: string): Promise<number[][]> {
  const figure = (await figuresOf(step)).at(-1);
  if (figure?.kind !== "table") throw new Error(`${step} shows no table`);
  const rows: number[][] = [];
  for (const { row, text, isNumber } of figure.spec.data.values) {
    if (isNumber) rows[row] = [...(rows[row] ?? []), Number(text)];
  }
  return rows;
}

function expectRows(rows: number[][], expected: number[][]): void {
  expect(rows.length).toBe(expected.length);
  for (const [i, row] of expected.entries()) {
    expect(rows[i]?.length).toBe(row.length);
    // Tables print three significant digits.
    for (const [j, value] of row.entries())
      expect(Math.abs((rows[i]?.[j] ?? Number.NaN) - value)).toBeLessThanOrEqual(
        Math.max(0.5, value * 0.005),
      );
  }
}

describe("the solution of lesson 2 agrees with pandas", () => {
  it("on a column with gaps, on one with a heavy tail, and on numbers that were typed as text", async () => {
    const solution = (await loadLessonModule(root, folder)).loadSolution();
    const describeColumn = solution.describe;
    if (typeof describeColumn !== "function") throw new Error("the solution has no describe");
    const { table } = stage;
    const blankAsNull = (values: Iterable<unknown>) =>
      Array.from(values, Number).map((value) => (Number.isNaN(value) ? null : value));
    const heights = (await stageOf("reported-heights")).table.column("height").values;
    const columns = {
      speed: table.column("Speed IAS in knots").values,
      cost: table.column("Cost Total $").values,
      heights,
    };
    for (const [name, values] of Object.entries(columns)) {
      const description = describeColumn(blankAsNull(values));
      for (const [i, key] of keys.entries()) expect(description[key]).toBeCloseTo(truth[name][i], 6);
    }
  });
});

describe("the steps of lesson 2 agree with pandas and NumPy", () => {
  it("on what is there in each column", async () => {
    expect(await numbersOf("firstLook")).toEqual(truth.firstLook);
  });

  it("on the mean that is no usual cost", () => {
    const [, , mean, , , , median, , max] = truth.cost;
    expect(facts).toMatchObject({ tail: "Cost Total $", meanLies: 3 });
    expect(facts.tailMean).toBe(`${Math.round(mean).toLocaleString("en")} USD`);
    expect(facts.tailMedian).toBe(`${median} USD`);
    expect(facts.tailLargest).toBe(`${max.toLocaleString("en")} USD`);
    expect(facts.below).toBe(`${(truth.belowMean.cost * 100).toFixed(1)}%`);
  });

  it("on what becomes of the speed when its blanks are read as 0", async () => {
    const pick = ([, , mean, std, min, , median]: number[]) => [mean, std, min, median] as number[];
    expectRows(await numbersOf("blanks"), [pick(truth.speed), pick(truth.speedAsZero)]);
    expect(facts).toMatchObject({ gaps: "Speed IAS in knots", zerosMove: 1 });
    expect(facts.gapsInWords).toBe("has no number in 2,836 of its 10,000 rows");
  });

  it("that n − 1 makes up, on average, for what samples spread too little", async () => {
    for (const [n, byN, byOneLess, whole] of await numbersOf("twoDeviations")) {
      expect(whole).toBeCloseTo(truth.speed[3], 0);
      // Which values come together is chance, and the average keeps a little of it.
      expect(Math.abs(Number(byOneLess) / Number(whole) - 1)).toBeLessThan(0.03);
      expect(Number(byN) / Number(byOneLess)).toBeCloseTo(Math.sqrt((Number(n) - 1) / Number(n)), 1);
    }
  });

  it("on quantiles", async () => {
    expect((await numbersOf("quarterOfTheWay")).map((row) => row.at(-1))).toEqual(truth.quarters);
  });

  it("on the most frequent aircraft", async () => {
    const [figure] = await figuresOf("words");
    if (figure?.kind !== "bars") throw new Error("words shows no bars");
    expect(figure.spec.data.values.map(({ label, value }) => [label, value])).toEqual(truth.aircraft);
    expect(facts).toMatchObject({ kinds: truth.kinds, half: truth.half, fewKinds: 3 });
  });

  it("on heights that were typed, of which some are no numbers", async () => {
    const heights = await demo.facts(await stageOf("reported-heights"));
    expect(heights).toMatchObject({ tail: "height", gaps: "height", meanLies: 3 });
    expect(heights.gapsInWords).toBe(`has no number in ${truth.heights[1]} of its 1,095 rows`);
    expect(heights.below).toBe(`${(truth.belowMean.heights * 100).toFixed(1)}%`);
  });
});
