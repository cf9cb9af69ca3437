import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { beforeAll, expect, test } from "vitest";

import { type Dataset, openDataset, type Table } from "../../src/data/index.ts";
import { readCard } from "./sets/raw-set.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = new URL("../../datasets/wine/", import.meta.url);

let wine: Dataset;
let table: Table;
beforeAll(async () => {
  wine = await openDataset(root, "wine");
  table = wine.table;
});

test("wine is the file of the source, byte for byte", async () => {
  const sha256 = createHash("sha256").update(await readFile(new URL("data.csv", folder)));
  expect(sha256.digest("hex")).toBe("546a846b5fce7a9b41bcfc524abdb869bdf964b3a958ddcb4e8be5e30057702f");
});

test("wine opens as 13 measurements to classify by", () => {
  expect(wine).toMatchObject({ name: "wine", task: "classification", target: "target", split: "stratified" });
  expect(wine.licenses[0]?.name).toBe("BSD-3-Clause");
  expect(table.featureNames).toHaveLength(13);
  expect(table.featureNames).toContain("od280/od315_of_diluted_wines");
  // The first line of the file.
  const first = [14.23, 1.71, 2.43, 15.6, 127, 2.8, 3.06, 0.28, 2.29, 5.64, 1.04, 3.92, 1065];
  expect(table.take([0]).matrix()).toEqual([first]);
});

test("each column of wine has a title and a description", async () => {
  const json = JSON.parse(await readFile(new URL("datapackage.json", folder), "utf8"));
  const fields = json.resources[0].schema.fields;
  expect(
    fields.filter((field: { title?: string; description?: string }) => field.title && field.description),
  ).toHaveLength(14);
});

test("every number on the data card is what the data give", async () => {
  let card = (await readCard("wine")).replaceAll(/[\s|]+/g, " ");
  for (const statement of [...sizes(), ...summaries(), ...oddities()]) {
    expect(card).toContain(statement);
    card = card.replace(statement, "");
  }
  // What is left has no numbers but those of the sources, which no data can give.
  const [aboutData] = card.split("## Where it comes from");
  const sourcesOwn = /R package|od280\/od315|BSD-3-Clause|forina1986/g;
  expect(aboutData?.replaceAll(sourcesOwn, "").match(/.{0,30}\d.{0,30}/g)).toBeNull();
});

function sizes(): string[] {
  const labels = table.target();
  const kinds = [...new Set(labels)].sort();
  const perKind = kinds.map((kind) => labels.filter((label) => label === kind).length);
  return [
    `${table.nRows} red wines`,
    `${table.featureNames.length} measurements of each`,
    `which of ${kinds.length} kinds`,
    ...perKind.map((n, i) => `${i} ${n} ${["Barolo", "Grignolino", "Barbera"][i]}`),
    `The file says ${kinds[0]}, ${kinds[1]} and ${kinds[2]}`,
  ];
}

/** The rows of the card's table, without the words in the middle. */
function summaries(): string[] {
  return table.featureNames.map((name) => {
    const values = column(name);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return `${least} ${mean(values).toFixed(2)} ${most} ${deviation(values).toFixed(2)} `;
  });
}

function oddities(): string[] {
  const variances = new Map(table.featureNames.map((name) => [name, deviation(column(name)) ** 2]));
  const share = (variances.get("proline") ?? 0) / sum([...variances.values()]);
  const labels = table.target();
  const raw = table.matrix();
  const standardised = raw.map((row) =>
    row.map((value, j) => standardise(value, column(table.featureNames[j] ?? ""))),
  );
  const more = column("flavanoids").map((value, i) => value > (column("total_phenols")[i] ?? 0));
  const isSorted = labels.every((label, i) => i === 0 || (labels[i - 1] ?? "") <= label);
  const lastKind = labels.filter((label) => label === labels.at(-1)).length;
  const colours = column("color_intensity").map(String);
  const decimals = colours.map((text) => text.split(".")[1]?.length ?? 0).sort((a, b) => a - b);
  const high = column("proline").filter((value) => value >= 1000);
  expect(isSorted).toBe(true);
  expect(new Set(raw.map(String)).size).toBe(table.nRows);
  expect(colours).toContain("9.899999");
  return [
    "mean 0 and deviation 1",
    `proline makes up ${(100 * share).toFixed(1)}%.`,
    `you are right for ${nearestIsRight(raw, labels)} wines`,
    `you are right for ${nearestIsRight(standardised, labels)}.`,
    `but ${more.filter(Boolean).length} wines have more flavanoids`,
    `${more.filter((isMore, i) => isMore && labels[i] === "0").length} of them of kind 0`,
    `the last ${lastKind} rows`,
    `9.899999, where no other has more than ${decimals.at(-2)} decimals. It is probably a 9.9 that`,
    `Of the ${high.length} wines with 1000 or more of proline, ${high.filter((value) => value % 5 === 0).length} have`,
    "ends in 0 or 5.",
  ];
}

function column(name: string): number[] {
  return table.matrix([name]).map(([value]) => value ?? Number.NaN);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function deviation(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
}

function standardise(value: number, values: readonly number[]): number {
  return (value - mean(values)) / deviation(values);
}

/** In how many rows the nearest other row has the same label. */
function nearestIsRight(rows: readonly number[][], labels: readonly string[]): number {
  return rows.filter((row, i) => {
    const distances = rows.map((other, j) =>
      i === j ? Number.POSITIVE_INFINITY : sum(row.map((value, k) => (value - (other[k] ?? 0)) ** 2)),
    );
    return labels[distances.indexOf(Math.min(...distances))] === labels[i];
  }).length;
}
