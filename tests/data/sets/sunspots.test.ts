import { beforeAll, expect, test } from "vitest";

import { openDataset } from "../../../src/data/index.ts";
import {
  cells,
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
import { missingIn, sum } from "./statistics.ts";

let sunspots: RawSet;
let years: number[];
let spots: number[];
beforeAll(async () => {
  sunspots = await readRawSet("sunspots");
  years = numbers(sunspots, "YEAR");
  spots = numbers(sunspots, "SUNACTIVITY");
});

test("sunspots is the file of the source, byte for byte", () => {
  expect(sha256(sunspots.text)).toBe("f67889b1d9002cd5227f0e0ef54e35b419cdd85a31279adef6f73fb41e5c0a9b");
});

test("sunspots opens as a series of 309 years, with none missing", async () => {
  const { table, ...dataset } = await openDataset(root, "sunspots");
  expect(dataset).toMatchObject({ task: "forecasting", target: "SUNACTIVITY", split: "time" });
  expect(table.roles.time).toBe("YEAR");
  expect(table.nRows).toBe(309);
  expect(table.featureNames).toEqual([]);
  expect(missingIn(table)).toEqual({});
  expect(table.targetNumbers()).toEqual(spots);
  expect([...table.column("YEAR").values]).toEqual(spots.map((_, i) => 1700 + i));
  await expectEachColumnDescribed("sunspots", sunspots.header);
});

test("every number on the data card of sunspots is what the data give", () => {
  expectCardToSay(sunspots.card, [...sizes(), ...cycle(), ...traces()], /for each group|in 2015/g);
});

function sizes(): string[] {
  return [
    `For ${years.length} years, from ${years[0]} to ${years.at(-1)}`,
    "a cycle of about 11 years",
    "10 for each group of spots plus 1 for each spot",
    `From ${Math.min(...spots)} to ${Math.max(...spots)}, on average ${mean(spots).toFixed(1)}.`,
    `The highest year is ${years[spots.indexOf(Math.max(...spots))]}.`,
  ];
}

function cycle(): string[] {
  const { period, share } = strongestWave();
  const peaks = years.filter((_, i) => isPeak(i));
  const distances = peaks.slice(1).map((year, i) => year - (peaks[i] ?? 0));
  return [
    `has a period of ${period.toFixed(2)} years, and makes up ${percent(share, 1, 1)} of all its variance.`,
    `(${peaks.length} years are the highest within 5 on either side) it is ${Math.min(...distances)} to ${Math.max(...distances)} years.`,
    `you are off by ${mean(changes(1)).toFixed(1)} on average; guess by the year 11 years before, and you are off by ${mean(changes(11)).toFixed(1)}.`,
    `Some ${peaks.length} cycles`,
  ];
}

function traces(): string[] {
  const median = [...spots].sort((a, b) => a - b)[154] ?? Number.NaN;
  const next = (isChosen: (value: number) => boolean) =>
    mean(changes(1).filter((_, i) => isChosen(spots[i] ?? Number.NaN))).toFixed(1);
  const blank = years.filter((_, i) => spots[i] === 0);
  const isWhole = cells(sunspots, "SUNACTIVITY").map((text) => !text.includes("."));
  const early = isWhole.filter((_, i) => (years[i] ?? 0) < 1749);
  const late = isWhole.slice(early.length);
  expect(early.every(Boolean)).toBe(true);
  return [
    `After a year above the middle one (${median}) the next differs by ${next((value) => value > median)} on average, after the others by ${next((value) => value <= median)}`,
    `${blank.slice(0, -1).join(", ")} and ${blank.at(-1)} have exactly 0.`,
    `All ${early.length} years up to 1748 are whole numbers; of the ${late.length} from 1749 on only ${late.filter(Boolean).length} are.`,
  ];
}

/** How far each year is from the one so many years before. */
function changes(lag: number): number[] {
  return spots.slice(lag).map((value, i) => Math.abs(value - (spots[i] ?? Number.NaN)));
}

/** Whether a year has 5 years on either side, none of them higher. */
function isPeak(i: number): boolean {
  const around = spots.slice(Math.max(0, i - 5), i + 6);
  return around.length === 11 && spots[i] === Math.max(...around);
}

/** The wave, of those that fit into the series a whole number of times, with the largest share of its variance. */
function strongestWave(): { period: number; share: number } {
  const n = spots.length;
  const centred = spots.map((value) => value - mean(spots));
  const powers = Array.from({ length: (n - 1) / 2 }, (_, k) => {
    const angles = centred.map((_, i) => (2 * Math.PI * (k + 1) * i) / n);
    const real = sum(centred.map((value, i) => value * Math.cos(angles[i] ?? 0)));
    const imaginary = sum(centred.map((value, i) => value * Math.sin(angles[i] ?? 0)));
    return real ** 2 + imaginary ** 2;
  });
  const strongest = Math.max(...powers);
  return { period: n / (powers.indexOf(strongest) + 1), share: strongest / sum(powers) };
}
