import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { type Demo, type Facts, loadDemo } from "../../src/course/demo.ts";
import { openDataset, type Stage } from "../../src/data/index.ts";
import { type Figure, isFigure } from "../../src/figures/index.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "lessons/06-normalization");
/** What scikit-learn says: tests/fixtures/lessons/make_normalization.py. */
const truth = JSON.parse(readFileSync(join(root, "tests/fixtures/lessons/normalization.json"), "utf8"));

let demo: Demo;
let stage: Stage;
let facts: Facts;
beforeAll(async () => {
  demo = await loadDemo(root, folder);
  const dataset = await openDataset(root, "wine");
  stage = { dataset, table: dataset.table };
  facts = await demo.facts(stage);
});

/** The one figure of a step, row by row. */
async function rowsOf(step: string): Promise<Record<string, string>[]> {
  const figure = [await demo.run(step, stage)].flat().filter(isFigure).at(0) as Figure;
  if (figure.kind !== "table") throw new Error(`${step} shows no table`);
  const rows: Record<string, string>[] = [];
  for (const { row, column, text } of figure.spec.data.values) rows[row] = { ...rows[row], [column]: text };
  return rows;
}

/** A number as the lesson's tables print it. */
const printed = (text: string | undefined) => Number(text?.replace("−", "-"));

describe("the steps of lesson 6 agree with scikit-learn", () => {
  it("on who decides a distance", async () => {
    const figure = (await demo.run("whoDecides", stage)) as Figure;
    if (figure.kind !== "bars") throw new Error("whoDecides shows no bars");
    const shares = figure.spec.data.values.map(({ value }) => value);
    for (const [j, share] of truth.shares.entries()) expect(shares[j]).toBeCloseTo(share, 12);
    expect(facts).toMatchObject({ widest: "proline", widestShare: "99.8%" });
  });

  it("on how many rows have another neighbour when one unit changes", async () => {
    expect(await demo.run("anotherUnit", stage)).toBe(`${truth.moved} of 178 rows have another nearest row.`);
  });

  it("on the accuracy with each scaler, every row left out in turn", async () => {
    const accuracies = (await rowsOf("scores")).map(({ accuracy }) => printed(accuracy));
    for (const [i, accuracy] of truth.leftOut.entries()) expect(accuracies[i]).toBeCloseTo(accuracy, 3);
    expect(Number(facts.raw)).toBeCloseTo(truth.leftOut[0], 3);
    expect(Number(facts.scaled)).toBeCloseTo(truth.leftOut[1], 3);
  });

  it("on the score that does not show the leak, and the test row that does", async () => {
    const scores = (await rowsOf("leakScore")).map(({ accuracy }) => printed(accuracy));
    for (const [i, accuracy] of truth.onTest.entries()) expect(scores[i]).toBeCloseTo(accuracy, 3);
    const seen = (await rowsOf("leakSeen")).map(({ before, after }) => [printed(before), printed(after)]);
    for (const [i, [before, after]] of truth.firstTestRow.entries()) {
      expect(seen[i]?.[0]).toBeCloseTo(before, 2);
      expect(seen[i]?.[1]).toBeCloseTo(after, 2);
    }
  });

  it("on two numbers, by hand", async () => {
    const rows = (await rowsOf("byHand")).map(({ standardized, rescaled }) => [
      printed(standardized),
      printed(rescaled),
    ]);
    expect(rows).toEqual([
      [-1, 0],
      [1, 1],
      [2, 1.5],
    ]);
  });
});
