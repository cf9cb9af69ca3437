import { beforeAll, expect, test } from "vitest";

import { openDataset } from "../../../src/data/index.ts";
import {
  cells,
  expectCardToSay,
  expectEachColumnDescribed,
  grouped,
  type RawSet,
  readRawSet,
  root,
  sha256,
  tally,
} from "./raw-set.ts";
import { missingIn, standardised, sum } from "./statistics.ts";

/**
 * How large a correlation of 54 values must be for p < .05, and for p < .05 / 26163:
 * `python3 -c "from scipy.stats import t; print([(q / (q * q + 52) ** .5) for a in (.05, .05 / 26163) for q in [t.ppf(1 - a / 2, 52)]])"`
 */
const significant = { alone: 0.2680857204151023, afterBonferroni: 0.5967659917017032 };

let survey: RawSet;
let columns: Map<string, number[]>;
beforeAll(async () => {
  survey = await readRawSet("food-survey");
  columns = new Map(survey.header.map((name, j) => [name, survey.records.map((row) => Number(row[j]))]));
});

test("food-survey is the file of the source, byte for byte", () => {
  expect(sha256(survey.text)).toBe("a6224576559350a718e7e4905646012ad029afac3089994e4e1908ab1c188490");
});

test("food-survey opens as 1,093 columns about 54 people, with none missing", async () => {
  const { table, ...dataset } = await openDataset(root, "food-survey");
  expect(dataset).toMatchObject({ task: "exploration", target: undefined });
  expect(dataset.licenses.map(({ name }) => name)).toEqual(["ODC-BY-1.0", "CC-BY-4.0"]);
  expect(dataset.description).toContain("health, faith, party and origin");
  expect(table.nRows).toBe(54);
  expect(table.featureNames).toEqual(survey.header.slice(1));
  expect(missingIn(table)).toEqual({});
  expect(table.matrix()).toEqual(survey.records.map((row) => row.slice(1).map(Number)));
  await expectEachColumnDescribed("food-survey", survey.header);
});

test("food-survey codes one origin by 1 and 2 where the others have 0 and 1, and two have nothing but 0", () => {
  expect(Object.fromEntries(tally(cells(survey, "latino")))).toEqual({ 0: 1, 1: 3, 2: 50 });
  const others = namesBetween("white", "notprovided");
  const constant = others.filter((name) => values(name).every((value) => value === 0));
  expect(others.flatMap(values).filter((value) => value > 1)).toEqual([]);
  expect(constant).toEqual(["hawaiian", "notprovided"]);
});

test("every number on the data card of food-survey is what the data give", () => {
  expectCardToSay(survey.card, [...sizes(), ...positions(), ...chances(), ...sameness(), ...oddities()]);
});

function sizes(): string[] {
  const sensitive = [...namesBetween("cancer", "heart_disease"), "dems", "atheist", "jewish"].concat(
    namesBetween("latino", "notprovided"),
  );
  const nYes = sensitive.map((name) => values(name).filter((value) => value === 1).length);
  return [
    `${survey.records.length} readers of a news site`,
    `It makes ${grouped(survey.header.length)} columns.`,
    `in ${nYes.filter((n) => n === 1 || n === 2).length} of those columns just 1 or 2 people say yes`,
    `${sum(values("cancer"))} of ${survey.records.length} say yes.`,
    "Computing nutrients to 2 decimals",
  ];
}

/** The card's table of positions, counted from 1. */
function positions(): string[] {
  const at = (name: string) => survey.header.indexOf(name) + 1;
  return [
    ` ${at("id")} id`,
    ` ${at("cancer")} to ${at("heart_disease")} cancer, diabetes, heart_disease 1 yes, 0 no`,
    ` ${at("innie")} to ${at("jewish")} innie to jewish`,
    ` ${at("breakfastsandwichfreq")} to ${at("hotteaquan")} …freq`,
    ` ${at("coffeedrinkskind")} to ${at("omega3dontknowtype")} …type`,
    ` ${at("veggiesfreq")} to ${at("bikeswimtime")} veggiesfreq to bikeswimtime`,
    ` ${at("latino")} to ${at("notprovided")} latino to notprovided`,
    ` ${at("group_solid_count")} to ${survey.header.length} group_…`,
  ];
}

function chances(): string[] {
  const traits = namesBetween("cancer", "jewish");
  const others = survey.header.slice(survey.header.indexOf("jewish") + 1);
  const varying = others.filter((name) => new Set(values(name)).size > 1);
  const scaled = new Map([...traits, ...varying].map((name) => [name, standardised(values(name))]));
  const size = (a: string, b: string) => {
    const second = scaled.get(b) ?? [];
    return Math.abs(sum((scaled.get(a) ?? []).map((value, i) => value * (second[i] ?? 0))) / second.length);
  };
  const pairs = traits.flatMap((trait) => varying.map((name) => ({ trait, size: size(trait, name) })));
  const striking = pairs.filter((pair) => pair.size > significant.alone);
  const surviving = pairs.filter((pair) => pair.size > significant.afterBonferroni);
  expect(new Set(surviving.map(({ trait }) => sum(values(trait))))).toEqual(new Set([2]));
  return [
    `Take the ${traits.length} traits at positions 2 to 28 and correlate each with each of the ${varying.length} later columns that vary: ${grouped(pairs.length)} tests.`,
    `Of these, ${grouped(striking.length)} come out below p = .05.`,
    `expect ${grouped(Math.round(0.05 * pairs.length))}.`,
    "What survives rests on 2 people.",
    `After Bonferroni's correction ${surviving.length} remain, and each is about a trait that only 2 of the 54 have.`,
  ];
}

function sameness(): string[] {
  const constant = survey.header.filter((name) => new Set(values(name)).size === 1);
  const varying = survey.header.filter((name) => !constant.includes(name));
  const repeated = varying.length - tally(varying.map((name) => values(name).join())).size;
  expect(survey.records.flat().filter((cell) => cell === "")).toEqual([]);
  return [`${constant.length} hold one value throughout. ${repeated} others repeat another column exactly`];
}

function oddities(): string[] {
  const both = values("left_hand").filter((left, i) => left === 1 && values("right_hand")[i] === 1);
  const areOpposites = (a: string, b: string) =>
    values(a).every((value, i) => value + (values(b)[i] ?? 0) === 1);
  expect(areOpposites("never_smoked", "ever_smoked")).toBe(true);
  expect(areOpposites("innie", "outie")).toBe(true);
  const greatest = Math.max(...[...columns.values()].flat());
  expect(values("vita_iu")).toContain(greatest);
  const tiny = survey.header.filter((name) => cells(survey, name).some((cell) => cell.includes("e-")));
  const energy = [...values("dt_kcal")].sort((a, b) => a - b);
  const median = ((energy[26] ?? 0) + (energy[27] ?? 0)) / 2;
  return [
    `may all be the same ${Math.min(...[...columns.values()].flat())}.`,
    `${both.length} people use both hands`,
    `The largest value is ${greatest.toLocaleString("en")},`,
    `${tiny.length} columns are so small that some cells are written like ${cells(survey, tiny[0] ?? "").find((cell) => cell.includes("e-"))}.`,
    `comes to ${grouped(Math.round(energy.at(-1) ?? 0))} kcal a day, where half of them have less than ${grouped(Math.round(median))}.`,
  ];
}

function namesBetween(first: string, last: string): string[] {
  return survey.header.slice(survey.header.indexOf(first), survey.header.indexOf(last) + 1);
}

function values(name: string): number[] {
  return columns.get(name) ?? [];
}
