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

const measurements = ["sepal_length_cm", "sepal_width_cm", "petal_length_cm", "petal_width_cm"];

let iris: RawSet;
beforeAll(async () => {
  iris = await readRawSet("iris");
});

test("iris is the file of the source, byte for byte", () => {
  expect(sha256(iris.text)).toBe("b6b8efc86732bc48c9fbddba53e2c191fd4f263c0ee98e2b1b7d3543e8d2121d");
});

test("iris opens as 4 measurements to classify by, with none missing", async () => {
  const { table, ...dataset } = await openDataset(root, "iris");
  expect(dataset).toMatchObject({ task: "classification", target: "species", split: "stratified" });
  expect(table.nRows).toBe(150);
  expect(table.featureNames).toEqual(measurements);
  expect(table.matrix()[0]).toEqual([5.1, 3.5, 1.4, 0.2]);
  expect(table.target()[149]).toBe("virginica");
  await expectEachColumnDescribed("iris", iris.header);
});

test("iris has the right values where the UCI copy has wrong ones", () => {
  expect(iris.records[34]).toEqual(["4.9", "3.1", "1.5", "0.2", "setosa"]);
  expect(iris.records[37]).toEqual(["4.9", "3.6", "1.4", "0.1", "setosa"]);
});

test("every number on the data card of iris is what the data give", () => {
  expectCardToSay(iris.card, [...sizes(), ...summaries(), ...oddities()]);
});

function sizes(): string[] {
  const kinds = tally(cells(iris, "species"));
  expect([...kinds]).toEqual([
    ["setosa", 50],
    ["versicolor", 50],
    ["virginica", 50],
  ]);
  const n = iris.records.length;
  return [
    `${n} irises of ${kinds.size} kinds, 50 of each, and ${measurements.length} measurements`,
    "The 50 of each kind are not",
    `the ${kinds.size} kinds in equal parts`,
    `With ${n} rows, one flower more or less is a change of ${percent(1, n, 1)}`,
  ];
}

function summaries(): string[] {
  return measurements.map((name) => {
    const values = numbers(iris, name);
    const figures = [mean(values), deviation(values)].map((figure) => figure.toFixed(2));
    return `${Math.min(...values)} ${figures[0]} ${Math.max(...values)} ${figures[1]} ${tally(values).size} `;
  });
}

function oddities(): string[] {
  const [setosa, versicolor, virginica] = [0, 50, 100].map((start) => range("petal_length_cm", start));
  const ofOtherTwo = iris.records.slice(50);
  const byWidth = ofOtherTwo.filter(([, , , width, kind]) => Number(width) >= 1.8 === (kind === "virginica"));
  const [overall, ...within] = [
    [0, 150],
    [0, 50],
    [50, 100],
    [100, 150],
  ].map(([from, to]) =>
    correlation(
      numbers(iris, "sepal_length_cm").slice(from, to),
      numbers(iris, "sepal_width_cm").slice(from, to),
    ).toFixed(2),
  );
  const labels = cells(iris, "species");
  expect(labels).toEqual([...labels].sort());
  expect(iris.records.every((record) => record.slice(0, 4).every((cell) => /^\d\.\d$/.test(cell)))).toBe(
    true,
  );
  expect(repeats(iris)).toBe(1);
  expect(iris.records[101]).toEqual(iris.records[142]);
  return [
    `Setosa has petals from ${setosa?.join(" to ")} cm long, versicolor from ${versicolor?.join(" to ")}, virginica`,
    `from ${virginica?.join(" to ")}. Any length between ${setosa?.[1]} and ${versicolor?.[0]} tells`,
    `petals of 1.8 cm width and more virginica: that is right for ${byWidth.length} of the ${ofOtherTwo.length} flowers`,
    `and ${nearestIsRight([0, 1])} guesses are right; by the petals alone ${nearestIsRight([2, 3])}; by all 4 columns ${nearestIsRight([0, 1, 2, 3])}.`,
    `(correlation ${overall?.replace("-", "−")})`,
    `(${within[0]}, ${within[1]} and ${within[2]})`,
    "Cut the file in 3 without",
    "and scores 0.",
    "Rows 102 and 143 (counted from 1)",
  ];
}

/** The least and the greatest value of the 50 flowers from a row on. */
function range(name: string, start: number): [number, number] {
  const values = numbers(iris, name).slice(start, start + 50);
  return [Math.min(...values), Math.max(...values)];
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  return mean(a.map((value, i) => (value - meanA) * ((b[i] ?? 0) - meanB))) / (deviation(a) * deviation(b));
}

/** In how many rows the nearest other row, the first of equally near ones, has the same label. */
function nearestIsRight(columns: readonly number[]): number {
  const labels = cells(iris, "species");
  // In whole millimetres, so that equal distances are equal numbers.
  const rows = iris.records.map((record) => columns.map((j) => Math.round(10 * Number(record[j]))));
  return rows.filter((row, i) => {
    const distances = rows.map((other, j) =>
      i === j ? Number.POSITIVE_INFINITY : mean(row.map((value, k) => (value - (other[k] ?? 0)) ** 2)),
    );
    return labels[distances.indexOf(Math.min(...distances))] === labels[i];
  }).length;
}
