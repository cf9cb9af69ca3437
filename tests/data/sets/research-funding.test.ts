import { beforeAll, expect, test } from "vitest";

import { openDataset } from "../../../src/data/index.ts";
import {
  cells,
  expectCardToSay,
  expectEachColumnDescribed,
  grouped,
  mean,
  numbers,
  percent,
  type RawSet,
  readRawSet,
  root,
  sha256,
} from "./raw-set.ts";
import { missingIn, sum } from "./statistics.ts";

const counts = [
  "applications_total",
  "applications_men",
  "applications_women",
  "awards_total",
  "awards_men",
  "awards_women",
];
const rates = ["success_rates_total", "success_rates_men", "success_rates_women"];

let funding: RawSet;
beforeAll(async () => {
  funding = await readRawSet("research-funding");
});

test("research-funding is the file of the source, byte for byte", () => {
  expect(sha256(funding.text)).toBe("88cf7d38b621d1efbb60e6a258057347e6389345fc9d914f2fcd277f33562b75");
});

test("research-funding opens as counts of 9 disciplines, its rates being no features", async () => {
  const { table, ...dataset } = await openDataset(root, "research-funding");
  expect(dataset).toMatchObject({ task: "exploration", target: undefined });
  expect(dataset.description).toContain("A row is a discipline, not a person");
  expect(dataset.licenses.map(({ name }) => name)).toEqual(["Artistic-2.0"]);
  expect(table.roles.leaks).toEqual(rates);
  expect(table.nRows).toBe(9);
  expect(table.featureNames).toEqual(counts);
  expect(missingIn(table)).toEqual({});
  expect(table.rows()[1]?.discipline).toBe("Physical sciences");
  await expectEachColumnDescribed("research-funding", funding.header);
});

test("the totals and the rates of research-funding follow from its counts, in every row", () => {
  for (const kind of ["applications", "awards"]) {
    const together = column(`${kind}_men`).map((men, i) => men + (column(`${kind}_women`)[i] ?? 0));
    expect(column(`${kind}_total`)).toEqual(together);
  }
  for (const whose of ["total", "men", "women"]) {
    const computed = column(`awards_${whose}`).map((awards, i) =>
      Number(((100 * awards) / (column(`applications_${whose}`)[i] ?? 0)).toFixed(1)),
    );
    expect(column(`success_rates_${whose}`)).toEqual(computed);
  }
});

test("every number on the data card of research-funding is what the data give", () => {
  expectCardToSay(funding.card, [...sizes(), ...summaries(), ...oddities(), ...doubts()]);
});

function sizes(): string[] {
  const n = funding.records.length;
  return [
    `${overall("men")} of the men who applied for a personal grant got one, and ${overall("women")} of the women.`,
    `${grouped(sum(column("applications_total")))} applications in ${n} disciplines`,
    `with these ${n} rows`,
    `Physics, with ${inField("Physics", "applications_total")} applications, as much as Social sciences with ${inField("Social sciences", "applications_total")}.`,
    `in all ${n} rows.`,
    `All ${n * rates.length} of them`,
  ];
}

/** The last cells of the card's table. */
function summaries(): string[] {
  const ofRates = ["total", "men", "women"].map((whose) => overall(whose).replace("%", ""));
  const sums = counts.map((name) => sum(column(name)));
  return [...sums, ...ofRates].map((figure) => ` ${figure} `);
}

function oddities(): string[] {
  const plainMean = (whose: string) => `${mean(column(`success_rates_${whose}`)).toFixed(1)}%`;
  const men = column("success_rates_men");
  const ahead = column("success_rates_women").filter((women, i) => women > (men[i] ?? 0)).length;
  const womenIn = (field: string) =>
    percent(inField(field, "applications_women"), inField(field, "applications_total"), 1);
  const [applied, awarded] = ["applications_women", "awards_women"].map((name) => inField("Physics", name));
  return [
    `is ${plainMean("total")}; the rate over all is ${overall("total")}. Of women, ${plainMean("women")} and ${overall("women")}.`,
    `in ${ahead} of the ${men.length} disciplines, men in ${men.length - ahead}.`,
    `Women write ${womenIn("Medical sciences")} of the applications in Medical sciences, of which ${inField("Medical sciences", "success_rates_total")}% succeed,`,
    `and ${womenIn("Physics")} of those in Physics, of which ${inField("Physics", "success_rates_total")}% do.`,
    `${applied} women applied in Physics, and ${awarded} were funded.`,
    `jump from ${percent(awarded ?? 0, applied ?? 0, 1)} to ${percent((awarded ?? 0) + 1, applied ?? 0, 1)}.`,
  ];
}

function doubts(): string[] {
  return [
    // 3.84 is the 95th percentile of chi-squared with one degree of freedom, from any table.
    `gives ${chiSquared(0).toFixed(2)}, where the limit for p = .05 is 3.84.`,
    `With 1 more award to a woman it would be ${chiSquared(1).toFixed(2)}.`,
  ];
}

/** Of awards and rejections, by men and women, if so many more women had been funded. */
function chiSquared(moreWomen: number): number {
  const [menFunded, men] = [sum(column("awards_men")), sum(column("applications_men"))];
  const [womenFunded, women] = [sum(column("awards_women")) + moreWomen, sum(column("applications_women"))];
  const difference = menFunded / men - womenFunded / women;
  const pooled = (menFunded + womenFunded) / (men + women);
  return difference ** 2 / (pooled * (1 - pooled) * (1 / men + 1 / women));
}

function overall(whose: string): string {
  return percent(sum(column(`awards_${whose}`)), sum(column(`applications_${whose}`)), 1);
}

function inField(field: string, name: string): number {
  return column(name)[cells(funding, "discipline").indexOf(field)] ?? Number.NaN;
}

function column(name: string): number[] {
  return numbers(funding, name);
}
