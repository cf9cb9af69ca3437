import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { type Demo, loadDemo } from "../../src/course/demo.ts";
import { openDataset, type Stage } from "../../src/data/index.ts";
import { isFigure } from "../../src/figures/index.ts";
import { loadLessonModule } from "../../src/judge/lesson-module.ts";

interface Net {
  W1: number[][];
  b1: number[];
  W2: number[][];
  b2: number[];
}

interface Solution {
  forward(net: Net, X: number[][]): number[][];
  loss(net: Net, X: number[][], y: number[]): number;
  backward(net: Net, X: number[][], y: number[]): Net;
}

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "lessons/11-neural-net");
/** What scikit-learn says: tests/fixtures/lessons/make_neural_net.py. */
const truth = JSON.parse(readFileSync(join(root, "tests/fixtures/lessons/neural-net.json"), "utf8"));

let demo: Demo;
let stage: Stage;
let solution: Solution;
beforeAll(async () => {
  demo = await loadDemo(root, folder);
  const dataset = await openDataset(root, "penguins");
  stage = { dataset, table: dataset.table };
  solution = (await loadLessonModule(root, folder)).loadSolution() as unknown as Solution;
});

/** The rows of the one table that a step shows, as they are printed. */
async function rowsOf(step: string): Promise<Record<string, string>[]> {
  const figure = [await demo.run(step, stage)].flat().find(isFigure);
  if (figure?.kind !== "table") throw new Error(`${step} shows no table`);
  const rows: Record<string, string>[] = [];
  for (const { row, column, text } of figure.spec.data.values) rows[row] = { ...rows[row], [column]: text };
  return rows;
}

/** The last y of each line that a step shows. */
async function endsOf(step: string): Promise<number[]> {
  const figure = [await demo.run(step, stage)].flat().find(isFigure);
  if (figure?.kind !== "line") throw new Error(`${step} shows no lines`);
  const ends: number[] = [];
  for (const { series, y } of figure.spec.data.values) ends[series] = Number(y);
  return ends;
}

const flat = ({ W1, b1, W2, b2 }: Net) => [...W1.flat(), ...b1, ...W2.flat(), ...b2];

describe("the solution of lesson 11 agrees with scikit-learn", () => {
  it("on the probabilities, the loss and the gradient of a net", () => {
    for (const { net, X, y, P, loss, gradient } of truth.small) {
      for (const [i, row] of solution.forward(net, X).entries())
        for (const [k, p] of row.entries()) expect(p).toBeCloseTo(P[i][k], 12);
      expect(solution.loss(net, X, y)).toBeCloseTo(loss, 12);
      const right = flat(gradient);
      for (const [i, slope] of flat(solution.backward(net, X, y)).entries())
        expect(slope).toBeCloseTo(right[i] ?? Number.NaN, 12);
    }
  });
});

describe("the gradient of lesson 11's solution", () => {
  it("is within 1e-6 of what small steps to both sides measure, for every weight", () => {
    for (const { net, X, y } of truth.small as { net: Net; X: number[][]; y: number[] }[]) {
      const gradient = flat(solution.backward(net, X, y));
      for (const [place, slope] of gradient.entries()) {
        const lossBeside = (by: number) => {
          const moved = structuredClone(net);
          let at = 0;
          for (const row of [...moved.W1, moved.b1, ...moved.W2, moved.b2])
            for (const [k, weight] of row.entries()) if (at++ === place) row[k] = weight + by;
          return solution.loss(moved, X, y);
        };
        const measured = (lossBeside(1e-5) - lossBeside(-1e-5)) / 2e-5;
        expect(Math.abs(slope - measured)).toBeLessThan(1e-6);
      }
    }
  });
});

describe("the steps of lesson 11", () => {
  it("agree with scikit-learn on four models of the data, the nets within what the seed decides", async () => {
    const accuracies = (await rowsOf("onTheData")).map(({ accuracy }) => Number(accuracy));
    const [guess = 0, straight = 0, raw = 0, scaled = 0] = accuracies;
    expect(guess).toBeCloseTo(truth.guess, 3);
    expect(straight).toBeCloseTo(truth.straight, 3);
    expect(raw).toBeLessThan(truth.raw[1] + 0.1);
    expect(scaled).toBeGreaterThan(truth.scaled[0] - 0.01);
  });

  it("measure a slope that comes closer to the chain rule's with every shorter step", async () => {
    const errors = (await rowsOf("oneSlope")).map((row) =>
      Math.abs(Number(row["both sides"]) - Number(row["chain rule"])),
    );
    expect(errors).toEqual(errors.toSorted((a, b) => b - a));
    expect(errors.at(-1)).toBeLessThan(1e-6);
  });

  it("show short steps on their way, good ones arrived and long ones nowhere", async () => {
    const [short = 0, good = 0, long = 0] = await endsOf("stepLengths");
    expect(good).toBeLessThan(0.1);
    expect(short).toBeGreaterThan(5 * good);
    expect(short).toBeLessThan(Math.log(2));
    expect(long).toBeGreaterThan(Math.log(2));
  });

  it("show that rows in a new order are learned from, and sorted ones are not", async () => {
    const [shuffled = 0, sorted = 0] = await endsOf("sortedRows");
    expect(sorted).toBeGreaterThan(10 * shuffled);
  });

  it("give a trained line about half of the spirals, the best of all lines two thirds, and the net nearly all", async () => {
    const { line, bestLine, bent } = await demo.facts(stage);
    expect(Number.parseFloat(String(line))).toBeGreaterThan(40);
    expect(Number.parseFloat(String(line))).toBeLessThan(60);
    expect(Number.parseFloat(String(bestLine))).toBeGreaterThan(60);
    expect(Number.parseFloat(String(bestLine))).toBeLessThan(72);
    expect(Number.parseFloat(String(bent))).toBeGreaterThan(95);
  });
});
