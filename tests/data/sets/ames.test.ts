import { beforeAll, expect, test } from "vitest";

import { openDataset } from "../../../src/data/index.ts";
import {
  cells,
  deviation,
  expectCardToSay,
  expectEachColumnDescribed,
  grouped,
  mean,
  numbers,
  percent,
  type RawSet,
  readRawSet,
  repeats,
  root,
  rowsOf,
  sha256,
  tally,
} from "./raw-set.ts";
import { correlation, missingIn, sum } from "./statistics.ts";

let ames: RawSet;
let rows: readonly Readonly<Record<string, string>>[];
let prices: readonly number[];
beforeAll(async () => {
  ames = await readRawSet("ames");
  rows = rowsOf(ames);
  prices = numbers(ames, "Sale_Price");
});

test("ames is the file of the source, byte for byte", () => {
  expect(sha256(ames.text)).toBe("b3ab43c06b5fb76f8dd06073d30b5c5fdf05d4701c8e90586311f0fbb20c4244");
});

test("ames opens for regression, in groups and in time, with no gap to be seen", async () => {
  const { table, ...dataset } = await openDataset(root, "ames");
  expect(dataset).toMatchObject({ task: "regression", target: "Sale_Price", split: "time" });
  expect(table.roles).toMatchObject({
    groups: ["Neighborhood"],
    time: "Year_Sold",
    leaks: ["Sale_Type", "Sale_Condition"],
  });
  expect(table.nRows).toBe(2930);
  // Of 34 numeric columns, the price, the year of the sale and the code in BsmtFin_SF_1 are no features.
  expect(table.featureNames).toHaveLength(31);
  expect(table.targetNumbers().slice(0, 3)).toEqual(prices.slice(0, 3));
  expect(missingIn(table)).toEqual({});
  await expectEachColumnDescribed("ames", ames.header);
});

test("the known faults of ames are all there", async () => {
  const { table } = await openDataset(root, "ames");
  expect(table.matrix(["Lot_Frontage"]).filter(([feet]) => feet === 0)).toHaveLength(490);
  const deeds = [...table.column("Sale_Type").values];
  expect([deeds.filter((deed) => deed === "WD "), deeds.filter((deed) => deed === "WD")]).toMatchObject([
    { length: 2536 },
    { length: 0 },
  ]);
  expect(table.column("Mas_Vnr_Type").values.filter((veneer) => veneer === "None")).toHaveLength(1775);
  expect(new Set(Array.from(table.column("BsmtFin_SF_1").values, String))).toEqual(new Set("01234567"));
});

test("every number on the data card of ames is what the data give", () => {
  const statements = [...sizes(), ...target(), ...frontages(), ...oddWords(), ...oddNumbers(), ...doubts()];
  expectCardToSay(ames.card, statements, /BsmtFin_(SF|Type)_1|Exterior_(1st|2nd)/g);
});

function sizes(): string[] {
  const years = cells(ames, "Year_Sold").sort();
  const numeric = ames.header.filter((name) =>
    rows.every((row) => Number.isFinite(Number(row[name] || "?"))),
  );
  expect(ames.records.flat().filter((cell) => cell === "" || cell === "NA")).toEqual([]);
  expect(repeats(ames)).toBe(0);
  const best = numeric
    .filter((name) => name !== "Sale_Price")
    .map((name): [string, number] => [name, Math.abs(correlation(numbers(ames, name), prices))])
    .sort(([, a], [, b]) => b - a)[0];
  return [
    `${grouped(rows.length)} homes`,
    `from ${years[0]} to ${years.at(-1)}: ${ames.header.length - 1} columns of what`,
    // BsmtFin_SF_1 looks like a number and measures nothing.
    `${numeric.length - 1} columns hold numbers that measure something`,
    `${best?.[0]}, the living area (correlation ${best?.[1].toFixed(2)})`,
  ];
}

function target(): string[] {
  const sorted = [...prices].sort((a, b) => a - b);
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  return [
    `least ${grouped(least)} `,
    `a quarter cost up to ${grouped(quantile(sorted, 0.25))}`,
    `half cost up to ${grouped(quantile(sorted, 0.5))}`,
    `mean ${grouped(Math.round(mean(prices)))}`,
    `most ${grouped(most)}`,
    `(skewness ${skewness(prices).toFixed(2)})`,
    `(skewness ${skewness(prices.map(Math.log)).toFixed(2).replace("-", "−")})`,
  ];
}

function frontages(): string[] {
  const feet = numbers(ames, "Lot_Frontage");
  const known = feet.filter((value) => value > 0);
  const lacking = (place: string) => {
    const there = rows.filter((row) => row.Lot_Config === place);
    return percent(there.filter((row) => row.Lot_Frontage === "0").length, there.length);
  };
  return [
    `${feet.length - known.length} lots touch no street.** Their Lot_Frontage is 0, the others begin at ${Math.min(...known)} feet`,
    `mean ${mean(feet).toFixed(1)}; without the zeros, ${mean(known).toFixed(1)}`,
    `${lacking("CulDSac")} of the homes at the end`,
    `and ${lacking("Inside")} of those inside`,
    "a 0 means",
  ];
}

function oddWords(): string[] {
  const codes = ["?", "ALQ", "BLQ", "GLQ", "LwQ", "No_Basement", "Rec", "Unf"];
  const exceptions = rows.filter((row) => codes[Number(row.BsmtFin_SF_1)] !== row.BsmtFin_Type_1);
  expect(exceptions).toHaveLength(1);
  const respelt = new Map([
    ["CemntBd", "CmentBd"],
    ["WdShing", "Wd Shng"],
    ["BrkComm", "Brk Cmn"],
  ]);
  for (const [spelling, other] of respelt) {
    expect(cells(ames, "Exterior_1st")).not.toContain(other);
    expect(cells(ames, "Exterior_2nd")).not.toContain(spelling);
  }
  const alike = rows.filter((row) => respelt.get(row.Exterior_1st ?? "") === row.Exterior_2nd);
  const count = (name: string, word: string) => rows.filter((row) => row[name] === word).length;
  expect(count("Sale_Type", "WD")).toBe(0);
  // "No" alone says that a basement has no wall at garden level.
  const notApplying = ames.records.flat().filter((cell) => cell.startsWith("No_"));
  const veneer = rows.map((row) => ({ none: row.Mas_Vnr_Type === "None", zero: row.Mas_Vnr_Area === "0" }));
  return [
    `it holds 0 to 7 and`,
    "(GLQ is 3, Unf is 7)",
    `So ${alike.length} homes seem to have two materials`,
    `\`WD \`, in ${grouped(count("Sale_Type", "WD "))} rows`,
    `${grouped(count("Mas_Vnr_Type", "None"))} homes have the veneer None, and ${grouped(count("Misc_Feature", "None"))} the extra None. Further ${grouped(notApplying.length)} cells`,
    `Yet ${veneer.filter(({ none, zero }) => none && !zero).length} homes without a veneer`,
    `and ${veneer.filter(({ none, zero }) => !none && zero).length} with one have an area of 0.`,
    `${grouped(count("Pool_QC", "No_Pool"))} homes have no pool; ${percent(count("Alley", "No_Alley_Access"), rows.length)} have no alley, ${percent(count("Misc_Feature", "None"), rows.length)} nothing extra, ${grouped(count("Utilities", "AllPub"))} the same utilities`,
  ];
}

function oddNumbers(): string[] {
  const homes = rows.map((row) => {
    const number = (name: string) => Number(row[name]);
    return {
      built: number("Year_Built"),
      remodelled: number("Year_Remod_Add"),
      sold: number("Year_Sold"),
      floors: number("First_Flr_SF") + number("Second_Flr_SF"),
      area: number("Gr_Liv_Area"),
      price: number("Sale_Price"),
      isPartial: row.Sale_Condition === "Partial",
    };
  });
  const giants = homes.filter(({ area }) => area > 4000).sort((a, b) => a.price - b.price);
  expect(giants.map(({ isPartial }) => isPartial)).toEqual([true, true, true, false, false]);
  expect(Math.min(...homes.map(({ remodelled }) => remodelled))).toBe(1950);
  return [
    `**1950 means before.** ${homes.filter(({ remodelled }) => remodelled === 1950).length} homes were last remodelled in 1950`,
    `${homes.filter(({ built, sold }) => built > sold).length} home was built after its sale, ${homes.filter(({ remodelled, sold }) => remodelled > sold).length} were remodelled after it, and ${homes.filter(({ built, remodelled }) => remodelled < built).length} was remodelled before`,
    `${giants.length} homes have more than 4,000 square feet. Two cost ${grouped(giants[3]?.price ?? 0)} and ${grouped(giants[4]?.price ?? 0)} dollars; the other 3 at most ${grouped(giants[2]?.price ?? 0)},`,
    `In ${grouped(homes.filter(({ floors, area }) => floors === area).length)} rows the first`,
  ];
}

function doubts(): string[] {
  const middle = (name: string, value: string) => {
    const sorted = rows.filter((row) => row[name] === value).map((row) => Number(row.Sale_Price));
    return quantile(
      sorted.sort((a, b) => a - b),
      0.5,
    );
  };
  const places = tally(cells(ames, "Neighborhood"));
  const middles = [...places.keys()].map((place) => middle("Neighborhood", place));
  const lastYear = rows.filter((row) => row.Year_Sold === "2010").map((row) => Number(row.Mo_Sold));
  return [
    `has a middle price of ${grouped(middle("Sale_Condition", "Partial"))} dollars`,
    `There are ${places.size} neighbourhoods, with middle prices from ${grouped(Math.min(...middles))} to ${grouped(Math.max(...middles))} dollars; Landmark has ${places.get("Landmark")} row`,
    `${grouped(middle("Year_Sold", "2007"))} dollars in 2007 and ${grouped(middle("Year_Sold", "2010"))} in 2010, a year of which only ${Math.max(...lastYear)} months`,
  ];
}

/** A quantile of sorted values, between two of them where it falls there. */
function quantile(sorted: readonly number[], q: number): number {
  const at = q * (sorted.length - 1);
  const [below = 0, above = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (at - Math.floor(at)) * (above - below);
}

/** The third standardised moment. */
function skewness(values: readonly number[]): number {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 3)) / values.length / deviation(values) ** 3;
}
