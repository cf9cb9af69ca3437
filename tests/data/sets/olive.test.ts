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
import { correlation, missingIn, sum } from "./statistics.ts";

const acids = [
  "palmitic",
  "palmitoleic",
  "stearic",
  "oleic",
  "linoleic",
  "linolenic",
  "arachidic",
  "eicosenoic",
];

let olive: RawSet;
let regions: string[];
let areas: string[];
beforeAll(async () => {
  olive = await readRawSet("olive");
  regions = cells(olive, "region");
  areas = cells(olive, "area");
});

test("olive is the file of the source, byte for byte", () => {
  expect(sha256(olive.text)).toBe("3cdbd81fc6702999fa37a264230cfabdb221329286790d56f844d6e6ad9118c9");
});

test("olive opens as 8 shares to tell a region by, with areas that stay together", async () => {
  const { table, ...dataset } = await openDataset(root, "olive");
  expect(dataset).toMatchObject({ task: "classification", target: "region", split: "group" });
  expect(dataset.licenses.map(({ name }) => name)).toEqual(["Artistic-2.0"]);
  expect(table.roles).toMatchObject({ groups: ["area"], leaks: ["area"] });
  expect(table.nRows).toBe(572);
  expect(table.featureNames).toEqual(acids);
  expect(missingIn(table)).toEqual({});
  expect(table.matrix()[0]).toEqual([10.75, 0.75, 2.26, 78.23, 6.72, 0.36, 0.6, 0.29]);
  await expectEachColumnDescribed("olive", olive.header);
});

test("each area of olive lies in one region, and each region has two areas or more", () => {
  const pairs = tally(areas.map((area, i) => `${regions[i]}: ${area}`));
  expect(pairs.size).toBe(tally(areas).size);
  const areasIn = tally([...pairs.keys()].map((pair) => pair.split(":")[0]));
  expect(Object.fromEntries(areasIn)).toEqual({ "Southern Italy": 4, "Northern Italy": 3, Sardinia: 2 });
});

test("every number on the data card of olive is what the data give", () => {
  const sourcesOwn = /omega-\d/g;
  expectCardToSay(olive.card, [...sizes(), ...summaries(), ...traces(), ...arithmetic()], sourcesOwn);
});

function sizes(): string[] {
  const ofRegion = tally(regions);
  const changes = areas.slice(1).filter((area, i) => area !== areas[i]);
  return [
    `${areas.length} olive oils from ${tally(areas).size} areas of Italy and the shares of ${acids.length} fatty acids`,
    `For the ${ofRegion.size} regions, yes, with 2 questions.`,
    ...[...tally(areas)].map(([area, count]) => ` ${regions[areas.indexOf(area)]} ${area} ${count} `),
    `${ofRegion.get("Southern Italy")} oils are from the south, ${ofRegion.get("Sardinia")} from Sardinia, ${ofRegion.get("Northern Italy")} from the north.`,
    `the area changes only ${changes.length} times. South-Apulia alone has ${percent(tally(areas).get("South-Apulia") ?? 0, areas.length, 1)} of the rows`,
  ];
}

/** The rows of the card's table, without the words in the middle. */
function summaries(): string[] {
  expect(repeats(olive)).toBe(0);
  return acids.map((name) => {
    const values = numbers(olive, name);
    const zeros = values.filter((value) => value === 0).length;
    return ` ${Math.min(...values)} ${mean(values).toFixed(2)} ${Math.max(...values)} ${zeros} `;
  });
}

function traces(): string[] {
  const south = where("eicosenoic", (i) => regions[i] === "Southern Italy");
  const elsewhere = where("eicosenoic", (i) => regions[i] !== "Southern Italy");
  const north = where("linoleic", (i) => regions[i] === "Northern Italy");
  const sardinia = where("linoleic", (i) => regions[i] === "Sardinia");
  const zeros = (name: string) => areas.filter((_, i) => numbers(olive, name)[i] === 0);
  const [linolenic, arachidic] = [zeros("linolenic"), zeros("arachidic")];
  expect(new Set(arachidic)).toEqual(new Set(["West-Liguria"]));
  return [
    `is ${Math.min(...south)} to ${Math.max(...south)} in the south and ${Math.min(...elsewhere)} to ${Math.max(...elsewhere)} elsewhere.`,
    `Among the other ${elsewhere.length} oils, linoleic acid is at most ${Math.max(...north)} in the north and at least ${Math.min(...sardinia)} in Sardinia.`,
    `Of those ${elsewhere.length} oils, ${elsewhere.filter((share) => share === 0.02).length} have an eicosenoic share of exactly 0.02.`,
    `all ${arachidic.length} of arachidic acid and ${linolenic.filter((area) => area === "West-Liguria").length} of the ${linolenic.length} of linolenic acid`,
  ];
}

function arithmetic(): string[] {
  // In hundredths of a percent, so that sums are exact.
  const shares = acids.map((name) => numbers(olive, name).map((share) => Math.round(100 * share)));
  const sums = areas.map((_, i) => sum(shares.map((values) => values[i] ?? 0)));
  const main = ["palmitic", "oleic", "linoleic"].map((name) => shares[acids.indexOf(name)] ?? []);
  const inTenths = areas.filter((_, i) => main.every((values) => (values[i] ?? 0) % 10 === 0));
  const ligurian = areas.filter((area) => area.endsWith("-Liguria"));
  const inTenthsThere = inTenths.filter((area) => area.endsWith("-Liguria")).length;
  expect(inTenthsThere).toBe(ligurian.length);
  const variances = acids.map((name) => deviation(numbers(olive, name)) ** 2);
  const share = (name: string) => percent(variances[acids.indexOf(name)] ?? 0, sum(variances), 1);
  const towards = correlation(numbers(olive, "oleic"), numbers(olive, "palmitic")).toFixed(2);
  return [
    `The ${acids.length} should add up to 100.`,
    `They add up to ${Math.min(...sums) / 100} at least and ${Math.max(...sums) / 100} at most, and to exactly 100 in ${sums.filter((total) => total === 10_000).length} oils.`,
    `correlates ${towards.replace("-", "−")}`,
    `In all ${ligurian.length} Ligurian oils`,
    `are multiples of 0.1; of the other ${areas.length - ligurian.length} oils that is so in ${inTenths.length - inTenthsThere}.`,
    `It makes up ${share("oleic")} of the variance of all columns together, eicosenoic acid ${share("eicosenoic")}.`,
  ];
}

function where(name: string, isChosen: (row: number) => boolean): number[] {
  return numbers(olive, name).filter((_, i) => isChosen(i));
}
