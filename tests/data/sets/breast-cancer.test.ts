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
  tally,
} from "./raw-set.ts";
import { correlation, missingIn, nearestIsRight, standardised, sum } from "./statistics.ts";

const measurements = [
  "radius",
  "texture",
  "perimeter",
  "area",
  "smoothness",
  "compactness",
  "concavity",
  "concave points",
  "symmetry",
  "fractal dimension",
];
const features = [
  ...measurements.map((name) => `mean ${name}`),
  ...measurements.map((name) => `${name} error`),
  ...measurements.map((name) => `worst ${name}`),
];

let cancer: RawSet;
let diagnoses: string[];
beforeAll(async () => {
  cancer = await readRawSet("breast-cancer");
  diagnoses = cells(cancer, "target");
});

test("breast-cancer is the file of the source, byte for byte", () => {
  expect(sha256(cancer.text)).toBe("7dd8e4f78b55cb5fa3cba00b0e61fa6046cbadcdaaa60ca5e48827b536723906");
});

test("breast-cancer opens as 30 measurements to classify by, with none missing", async () => {
  const { table, ...dataset } = await openDataset(root, "breast-cancer");
  expect(dataset).toMatchObject({ task: "classification", target: "target", split: "stratified" });
  expect(dataset.licenses.map(({ name }) => name)).toEqual(["BSD-3-Clause"]);
  expect(table.nRows).toBe(569);
  expect(table.featureNames).toEqual(features);
  expect(missingIn(table)).toEqual({});
  expect(table.matrix()[0]?.slice(0, 4)).toEqual([17.99, 10.38, 122.8, 1001]);
  await expectEachColumnDescribed("breast-cancer", cancer.header);
});

test("breast-cancer codes the illness as 0", () => {
  // The malignant lumps have the larger nuclei.
  const radii = numbers(cancer, "mean radius");
  const [malignant, benign] = ["0", "1"].map((code) => mean(radii.filter((_, i) => diagnoses[i] === code)));
  expect(malignant).toBeGreaterThan(benign ?? Number.POSITIVE_INFINITY);
});

test("every number on the data card of breast-cancer is what the data give", () => {
  expectCardToSay(cancer.card, [...sizes(), ...summaries(), ...oddities(), ...doubts()]);
});

function sizes(): string[] {
  const counts = tally(diagnoses);
  const n = cancer.records.length;
  return [
    `${n} lumps in the breast`,
    `0 malignant ${counts.get("0")} 1 benign ${counts.get("1")}`,
    "In most medical data 1 is the illness; here 1 is the good news",
    `you are right ${percent(counts.get("1") ?? 0, n, 1)} of the time`,
    `There are ${measurements.length} measurements, and ${features.length / measurements.length} columns of each`,
    "the mean of the 3 largest values",
  ];
}

/** The rows of the card's table, without the words in the middle. */
function summaries(): string[] {
  return measurements.map((name) => {
    const averages = [`mean ${name}`, `${name} error`, `worst ${name}`].map((column) =>
      Number(mean(numbers(cancer, column)).toPrecision(3)),
    );
    return ` ${averages.join(" ")} `;
  });
}

function oddities(): string[] {
  const columns = features.map((name) => numbers(cancer, name));
  const variances = columns.map((values) => deviation(values) ** 2);
  const ofAreas = ["worst area", "mean area"].map((name) => variances[features.indexOf(name)] ?? 0);
  const dents = features.filter((name) => name.includes("conca")).map((name) => numbers(cancer, name));
  const smooth = diagnoses.filter((_, i) => dents.every((values) => values[i] === 0));
  const flat = diagnoses.filter((_, i) =>
    measurements.every((name) => atRow(`mean ${name}`, i) === atRow(`worst ${name}`, i)),
  );
  expect(dents.map((values) => values.filter((value) => value === 0).length)).toEqual(Array(6).fill(13));
  expect(new Set(smooth)).toEqual(new Set(["1"]));
  expect(repeats(cancer)).toBe(0);
  return [
    `make up ${percent(sum(ofAreas), sum(variances), 1)} of the mean squared distance`,
    `${nearestIsRight(columns, diagnoses)} images are classed rightly as the file stands`,
    `and ${nearestIsRight(columns.map(standardised), diagnoses)} after every column is brought to mean 0 and deviation 1.`,
    `\`worst radius\` is at most ${bestCut("worst radius").join(": right for ")} images`,
    `${pairsAbove(columns, 0.98)} pairs of columns correlate above 0.98 and ${pairsAbove(columns, 0.9)} above 0.9.`,
    `${smooth.length} images have exactly 0 in all ${dents.length} columns`,
    `all ${smooth.length} are benign`,
    `in ${flat.length} images, where all ${measurements.length} worst values`,
    `Of the first 20 rows, ${diagnoses.slice(0, 20).filter((code) => code === "0").length} are malignant`,
  ];
}

function doubts(): string[] {
  const malignant = diagnoses.filter((code) => code === "0").length;
  return [
    "perimeter² / area − 1. For a disc",
    `is 4π − 1, or ${(4 * Math.PI - 1).toFixed(1)}; the largest \`mean compactness\` here is ${Math.max(...numbers(cancer, "mean compactness")).toPrecision(3)}.`,
    `${percent(malignant, diagnoses.length, 1)} malignant`,
    "BSD-3-Clause is that of the package",
  ];
}

function atRow(name: string, i: number): number | undefined {
  return numbers(cancer, name)[i];
}

/** The value up to which calling an image benign is right most often, and how often it is. */
function bestCut(name: string): [cut: number, right: number] {
  const values = numbers(cancer, name);
  const right = (cut: number) =>
    diagnoses.filter((code, i) => (values[i] ?? 0) <= cut === (code === "1")).length;
  return values
    .map((cut): [number, number] => [cut, right(cut)])
    .reduce((best, candidate) => (candidate[1] > best[1] ? candidate : best));
}

function pairsAbove(columns: readonly (readonly number[])[], least: number): number {
  const pairs = columns.flatMap((first, j) => columns.slice(j + 1).map((second) => [first, second] as const));
  return pairs.filter(([first, second]) => correlation(first, second) > least).length;
}
