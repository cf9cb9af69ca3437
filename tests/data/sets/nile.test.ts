import { beforeAll, expect, test } from "vitest";

import { openDataset } from "../../../src/data/index.ts";
import {
  deviation,
  expectCardToSay,
  expectEachColumnDescribed,
  mean,
  numbers,
  percent,
  type RawSet,
  readRawSet,
  root,
  sha256,
} from "./raw-set.ts";
import { correlation, missingIn } from "./statistics.ts";

let nile: RawSet;
let years: number[];
let volumes: number[];
beforeAll(async () => {
  nile = await readRawSet("nile");
  years = numbers(nile, "year");
  volumes = numbers(nile, "volume");
});

test("nile is the file of the source, byte for byte", () => {
  expect(sha256(nile.text)).toBe("88e97bea7249e5832a85e41aec6ce4b8f7b1b14aae930c8363da7f193286b598");
});

test("nile opens as a series of 100 years, with none missing", async () => {
  const { table, ...dataset } = await openDataset(root, "nile");
  expect(dataset).toMatchObject({ task: "forecasting", target: "volume", split: "time" });
  expect(table.roles.time).toBe("year");
  expect(table.nRows).toBe(100);
  expect(table.featureNames).toEqual([]);
  expect(missingIn(table)).toEqual({});
  expect(table.targetNumbers()).toEqual(volumes);
  expect([...table.column("year").values]).toEqual(volumes.map((_, i) => 1871 + i));
  await expectEachColumnDescribed("nile", nile.header);
});

test("every number on the data card of nile is what the data give", () => {
  expectCardToSay(nile.card, [...sizes(), ...step(), ...oddities()]);
});

function sizes(): string[] {
  const first = volumes[0] ?? Number.NaN;
  return [
    `the ${years.length} years from ${years[0]} to ${years.at(-1)}`,
    // 10⁸ m³ are a tenth of a cubic kilometre.
    `in 10⁸ m³: ${first}, the first, are ${first / 10} km³.`,
    `From ${Math.min(...volumes)} to ${Math.max(...volumes)}, on average ${mean(volumes)}.`,
    `a plot of these ${years.length} years`,
  ];
}

function step(): string[] {
  const cuts = years.slice(1).map((_, i) => i + 1);
  const cut = cuts.reduce((best, other) => (spreadAround(other) < spreadAround(best) ? other : best));
  const [before, after] = [volumes.slice(0, cut), volumes.slice(cut)];
  const last = years[cut - 1] ?? Number.NaN;
  const neighbours = (values: readonly number[]) =>
    correlation(values.slice(1), values.slice(0, -1)).toFixed(2);
  return [
    `Around ${last} there is`,
    `Up to ${last} the mean is ${mean(before).toFixed(2)} (${before.length} years), afterwards ${mean(after).toFixed(2)} (${after.length} years).`,
    `the one after ${last} leaves least variance: ${percent(1 - spreadAround(cut) / deviation(volumes) ** 2, 1, 1)} less`,
    `From ${last + 1} on, neighbouring years correlate by ${neighbours(after)} only; over the whole series by ${neighbours(volumes)},`,
    `With ${before.length} years on one side, the mean there is known to about ${(deviation(before) / Math.sqrt(before.length)).toFixed(0)}.`,
  ];
}

function oddities(): string[] {
  const [least, next] = [...volumes].sort((a, b) => a - b);
  const large = volumes.filter((value) => value >= 1000);
  const endsInZero = volumes.filter((value) => value < 1000 && value % 10 === 0);
  expect(large.every((value) => value % 10 === 0)).toBe(true);
  return [
    `${years[volumes.indexOf(least ?? Number.NaN)]} has ${least}, far below the next, ${next}.`,
    `All ${large.length} values of 1000 and more end in 0; of the ${volumes.length - large.length} below, ${endsInZero.length} do.`,
  ];
}

/** The variance that is left around two means, the second from row `cut` on. */
function spreadAround(cut: number): number {
  const parts = [volumes.slice(0, cut), volumes.slice(cut)];
  return parts.reduce((total, part) => total + part.length * deviation(part) ** 2, 0) / volumes.length;
}
