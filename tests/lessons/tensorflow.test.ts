import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { type Demo, type Facts, loadDemo } from "../../src/course/demo.ts";
import { openDataset, type Stage } from "../../src/data/index.ts";
import { isFigure } from "../../src/figures/index.ts";
import { loadLessonModule } from "../../src/judge/lesson-module.ts";

type Rows = { X: number[][]; y: number[] };
type Net = { hidden: number; epochs: number; patience: number; seed: number };
type Shape = { nFeatures: number; nClasses: number; hidden: number; seed: number };
/** What is asked of the lesson's solution here. */
interface Solution {
  lookAt(shape: Shape, X: number[][], y: number[]): { probabilities: number[][]; loss: number };
  accuracyOf(
    candidate: { name: string; neighbours: number } | { name: string; net: Net },
    learn: Rows,
    asked: Rows,
  ): Promise<number>;
}

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "lessons/12-tensorflow");
/** What numpy and scikit-learn say: tests/fixtures/lessons/make_tensorflow.py. */
const truth = JSON.parse(readFileSync(join(root, "tests/fixtures/lessons/tensorflow.json"), "utf8"));
const aMinute = 60_000;

let demo: Demo;
let stage: Stage;
let facts: Facts;
let solution: Solution;
let train: Rows;
let test: Rows;
beforeAll(async () => {
  const dataset = await openDataset(root, "digits");
  stage = { dataset, table: dataset.table };
  [train, test] = rowsOf(stage);
  solution = (await loadLessonModule(root, folder)).loadSolution() as unknown as Solution;
  demo = await loadDemo(root, folder);
  facts = await demo.facts(stage);
}, 2 * aMinute);

/** The lesson's rows: 300 from all over the table, every fourth for the test. */
function rowsOf({ table }: Stage): [Rows, Rows] {
  const part = table.take(Array.from({ length: 300 }, (_, k) => Math.floor((k * table.nRows) / 300)));
  const [X, y] = [part.matrix(), part.target().map(Number)];
  const side = (isTest: boolean) => ({
    X: X.filter((_, i) => (i % 4 === 3) === isTest),
    y: y.filter((_, i) => (i % 4 === 3) === isTest),
  });
  return [side(false), side(true)];
}

describe("lesson 12 agrees with numpy and scikit-learn", () => {
  it("on what a net with fixed weights says, and on its loss", () => {
    const { X, y, probabilities, loss } = truth.fixed;
    const seen = solution.lookAt({ nFeatures: 2, nClasses: 3, hidden: 3, seed: 1 }, X, y);
    expect(seen.loss).toBeCloseTo(loss, 5);
    for (const [i, row] of seen.probabilities.entries()) {
      for (const [j, value] of row.entries()) expect(value).toBeCloseTo(probabilities[i][j], 5);
    }
  });

  it("on how many numbers the net has to learn", () => {
    expect(facts.numbers).toBe(truth.weights.toLocaleString("en"));
  });

  it("on the candidates that leave nothing to chance, on the test rows", async () => {
    const named = [1, 5, 1000].map((neighbours) => ({ name: String(neighbours), neighbours }));
    for (const [i, candidate] of named.entries()) {
      expect(await solution.accuracyOf(candidate, train, test)).toBeCloseTo(truth.onTest[i], 9);
    }
    expect(facts).toMatchObject({ chosen: "nearest neighbour", ofRows: "70 of 75" });
    expect(70 / 75).toBeCloseTo(truth.onTest[0], 9);
  });

  it(
    "on how well such a net does, over five seeds",
    async () => {
      const accuracies: number[] = [];
      for (let seed = 1; seed <= 5; seed++) {
        const net = { name: "net", net: { hidden: 16, epochs: 10, patience: 10, seed } };
        accuracies.push(await solution.accuracyOf(net, train, test));
      }
      const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
      // A net of ours learns from four fifths of the rows that scikit-learn's has.
      expect(mean(accuracies)).toBeGreaterThan(Math.min(...truth.nets) - 0.1);
      expect(mean(accuracies)).toBeLessThan(Math.max(...truth.nets) + 0.05);
    },
    aMinute,
  );

  it("and its steps count two tensors left by each prediction, and none within tf.tidy", async () => {
    const figure = [await demo.run("memory", stage)].flat().find(isFigure);
    if (figure?.kind !== "table") throw new Error("memory shows no table");
    const counts = figure.spec.data.values.filter(({ column }) => column === "tensors left");
    expect(counts.map(({ text }) => text)).toEqual(["20", "0"]);
  });
});
