import { beforeAll, expect, test } from "vitest";

import { openDataset } from "../../../src/data/index.ts";
import {
  cells,
  deviation,
  expectCardToSay,
  expectEachColumnDescribed,
  mean,
  numbers,
  type RawSet,
  readRawSet,
  repeats,
  root,
  rowsOf,
  sha256,
  tally,
} from "./raw-set.ts";
import { correlation, missingIn, nearestIsRight } from "./statistics.ts";

const measurements = ["sepal_length_cm", "sepal_width_cm", "petal_length_cm", "petal_width_cm"];

let iris: RawSet;
let labels: readonly string[];
beforeAll(async () => {
  iris = await readRawSet("iris");
  labels = cells(iris, "species");
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
  expect(missingIn(table)).toEqual({});
  await expectEachColumnDescribed("iris", iris.header);
});

test("iris has the right values where the UCI copy has wrong ones", () => {
  expect(iris.records[34]).toEqual(["4.9", "3.1", "1.5", "0.2", "setosa"]);
  expect(iris.records[37]).toEqual(["4.9", "3.6", "1.4", "0.1", "setosa"]);
});

test("every number on the data card of iris is what the data give", () => {
  expectCardToSay(iris.card, [...sizes(), ...summaries(), ...kinds(), ...oddities()]);
});

function sizes(): string[] {
  const n = iris.records.length;
  expect([...tally(labels)]).toEqual([
    ["setosa", 50],
    ["versicolor", 50],
    ["virginica", 50],
  ]);
  return [
    `${n} irises of 3 kinds, 50 of each, and ${measurements.length} measurements`,
    "The 50 of each kind are not",
    "the 3 kinds in equal parts",
    `With ${n} rows, one flower more or less is a change of ${(100 / n).toFixed(1)}%`,
  ];
}

/** The rows of the card's table, without the words in the middle. */
function summaries(): string[] {
  return measurements.map((name) => {
    const values = numbers(iris, name);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return `${least} ${mean(values).toFixed(2)} ${most} ${deviation(values).toFixed(2)} ${new Set(values).size} `;
  });
}

/** What tells the kinds apart. */
function kinds(): string[] {
  const [setosa, versicolor, virginica] = [0, 50, 100].map((start) => {
    const lengths = numbers(iris, "petal_length_cm").slice(start, start + 50);
    return [Math.min(...lengths), Math.max(...lengths)];
  });
  const others = rowsOf(iris).slice(50);
  const byWidth = others.filter((row) => Number(row.petal_width_cm) >= 1.8 === (row.species === "virginica"));
  return [
    `Setosa has petals from ${setosa?.join(" to ")} cm long, versicolor from ${versicolor?.join(" to ")}, virginica`,
    `from ${virginica?.join(" to ")}. Any length between ${setosa?.[1]} and ${versicolor?.[0]} tells`,
    `petals of 1.8 cm width and more virginica: that is right for ${byWidth.length} of the ${others.length} flowers`,
    `by the sepals alone, and ${rightByNeighbour(measurements.slice(0, 2))} guesses are right`,
    `by the petals alone ${rightByNeighbour(measurements.slice(2))}; by all 4 columns ${rightByNeighbour(measurements)}.`,
  ];
}

function rightByNeighbour(names: readonly string[]): number {
  // In whole millimetres, so that equally near flowers are at equal distances.
  const columns = names.map((name) => numbers(iris, name).map((value) => Math.round(10 * value)));
  return nearestIsRight(columns, labels);
}

function oddities(): string[] {
  const [overall, ...within] = [[], [0, 50], [50, 100], [100, 150]].map(([from, to]) => {
    const [lengths = [], widths = []] = measurements.map((name) => numbers(iris, name).slice(from, to));
    return correlation(lengths, widths).toFixed(2).replace("-", "−");
  });
  expect(labels).toEqual([...labels].sort());
  const measured = measurements.flatMap((name) => cells(iris, name));
  expect(measured.filter((cell) => !/^\d\.\d$/.test(cell))).toEqual([]);
  expect(repeats(iris)).toBe(1);
  expect(iris.records[101]).toEqual(iris.records[142]);
  return [
    `(correlation ${overall})`,
    `(${within[0]}, ${within[1]} and ${within[2]})`,
    "Cut the file in 3 without",
    "and scores 0.",
    "Rows 102 and 143 (counted from 1)",
  ];
}
