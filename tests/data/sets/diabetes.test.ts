import { Matrix, solve } from "ml-matrix";
import { beforeAll, expect, test } from "vitest";

import { openDataset } from "../../../src/data/index.ts";
import {
  cells,
  deviation,
  expectCardToSay,
  expectEachColumnDescribed,
  mean,
  numbers,
  percent,
  type RawSet,
  readRawSet,
  repeats,
  root,
  sha256,
} from "./raw-set.ts";
import { missingIn, sum } from "./statistics.ts";

const features = ["age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"];

let diabetes: RawSet;
beforeAll(async () => {
  diabetes = await readRawSet("diabetes");
});

test("diabetes is the file of the source, byte for byte", () => {
  expect(sha256(diabetes.text)).toBe("f5060bc32176d2f47695065d12478e468fac452a515ffc00fce404de6e94a4d2");
});

test("diabetes opens as 10 measurements and a number to predict, with none missing", async () => {
  const { table, ...dataset } = await openDataset(root, "diabetes");
  expect(dataset).toMatchObject({ task: "regression", target: "target", split: "random" });
  expect(dataset.licenses.map(({ name }) => name)).toEqual(["BSD-3-Clause"]);
  expect(table.nRows).toBe(442);
  expect(table.featureNames).toEqual(features);
  expect(missingIn(table)).toEqual({});
  expect(table.matrix()[0]).toEqual([59, 2, 32.1, 101, 157, 93.2, 38, 4, 4.8598, 87]);
  expect(table.targetNumbers()[0]).toBe(151);
  await expectEachColumnDescribed("diabetes", diabetes.header);
});

test("every number on the data card of diabetes is what the data give", () => {
  const statements = [...summaries(), ...formulas(), ...traces(), ...doubts(), ...models()];
  expectCardToSay(diabetes.card, statements, /s[1-6]/g);
});

/** The rows of the card's table, without the words in the middle. */
function summaries(): string[] {
  expect(repeats(diabetes)).toBe(0);
  return [
    `${diabetes.records.length} people with diabetes`,
    "and 6 values from a blood test",
    `a person is ${column("age")[0]} years old`,
    "1 or 2, and nobody",
    ...diabetes.header.map((name) => {
      const values = column(name);
      const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => +value.toFixed(3));
      return ` ${least} ${mean(values).toFixed(2)} ${most} ${deviation(values).toFixed(2)} `;
    }),
  ];
}

function formulas(): string[] {
  const s1 = column("s1");
  const s2 = column("s2");
  const s3 = column("s3");
  const s4 = column("s4");
  const s5 = column("s5");
  const estimates = s1.map((value, i) => value - (s3[i] ?? 0) - Math.exp(s5[i] ?? 0) / 5);
  const within = (distance: number) =>
    estimates.filter((estimate, i) => Math.abs(estimate - (s2[i] ?? 0)) <= distance).length;
  const whole = s4.filter(Number.isInteger).length;
  expect(s4.every((value, i) => Math.abs(value - (s1[i] ?? 0) / (s3[i] ?? 0)) < 1)).toBe(true);
  const triglycerides = s5.map(Math.exp);
  const areWhole = triglycerides.filter((value) => Math.abs(value - Math.round(value)) < 0.02).length;
  return [
    "It is s1 − s3 − exp(s5) / 5,",
    `to within 0.1 in ${within(0.1)} rows, to within 0.5 in all ${within(0.5)}.`,
    `a whole number in ${whole} rows, and has decimals in the other ${s4.length - whole}:`,
    `all ${areWhole} rows give a whole number of triglycerides to within 0.02,`,
    `from ${Math.round(Math.min(...triglycerides))} to ${Math.round(Math.max(...triglycerides))}.`,
  ];
}

function traces(): string[] {
  const pressures = cells(diabetes, "bp").filter((text) => !Number.isInteger(Number(text)));
  const long = cells(diabetes, "s5").filter((text) => /\.\d{15,16}$/.test(text));
  const broken = column("s3").filter((value) => !Number.isInteger(value));
  expect(pressures.filter((text) => !/\.(33|67)$/.test(text))).toEqual([]);
  expect(broken).toHaveLength(1);
  return [
    `Of the blood pressures, ${pressures.length} have decimals, and all of these end in .33 or .67.`,
    `${long.length} values of s5 are written with 15 or 16 decimals, like ${long[0]}.`,
    `One s3 is ${broken[0]}`,
  ];
}

function doubts(): string[] {
  const ofCode = (code: string) => column("s3").filter((_, i) => cells(diabetes, "sex")[i] === code);
  return [
    "An error of 50 points",
    `the deviation of ${deviation(column("target")).toFixed(2)}`,
    "Who 1 and 2 are",
    `Of ${ofCode("1").length} people with code 1 the mean s3 is ${mean(ofCode("1")).toFixed(1)}, `,
    `of ${ofCode("2").length} with code 2 it is ${mean(ofCode("2")).toFixed(1)}.`,
    "so 1 is probably women",
  ];
}

function models(): string[] {
  const alone = leastSquares(["s1"]);
  const together = leastSquares(features);
  return [
    `climbs ${alone.coefficients.get("s1")?.toFixed(2)} points`,
    `In a linear model of all ${features.length} columns its coefficient is ${together.coefficients.get("s1")?.toFixed(2).replace("-", "−")}.`,
    `A linear model of all ${features.length} columns explains ${percent(together.explained, 1, 1)} of the variance`,
    `alone explains ${percent(leastSquares(["bmi"]).explained, 1, 1)}.`,
  ];
}

/** Least squares with an intercept, over all rows. */
function leastSquares(names: readonly string[]): { coefficients: Map<string, number>; explained: number } {
  const y = column("target");
  const rows = y.map((_, i) => [1, ...names.map((name) => column(name)[i] ?? Number.NaN)]);
  const solution = solve(new Matrix(rows), Matrix.columnVector(y), true).to1DArray();
  const predictions = new Matrix(rows).mmul(Matrix.columnVector(solution)).to1DArray();
  const squaredErrors = y.map((value, i) => (value - (predictions[i] ?? Number.NaN)) ** 2);
  return {
    coefficients: new Map(names.map((name, j) => [name, solution[j + 1] ?? Number.NaN])),
    explained: 1 - sum(squaredErrors) / (y.length * deviation(y) ** 2),
  };
}

function column(name: string): number[] {
  return numbers(diabetes, name);
}
