import { beforeAll, expect, test } from "vitest";

import { openDataset } from "../../../src/data/index.ts";
import {
  cells,
  expectCardToSay,
  expectEachColumnDescribed,
  mean,
  type RawSet,
  readRawSet,
  repeats,
  root,
  rowsOf,
  sha256,
  tally,
} from "./raw-set.ts";
import { correlation, missingIn } from "./statistics.ts";

const measurements = [
  "Culmen Length (mm)",
  "Culmen Depth (mm)",
  "Flipper Length (mm)",
  "Body Mass (g)",
  "Delta 15 N (o/oo)",
  "Delta 13 C (o/oo)",
];

let penguins: RawSet;
let rows: readonly Readonly<Record<string, string>>[];
beforeAll(async () => {
  penguins = await readRawSet("penguins");
  rows = rowsOf(penguins);
});

test("penguins is the file of the source, byte for byte", () => {
  expect(sha256(penguins.text)).toBe("144f623143c9360fd77322a4f86acb06dc198814dbd2669724c63e6457b907bd");
});

test("penguins opens as 6 measurements to classify by, with groups and a time", async () => {
  const { table, ...dataset } = await openDataset(root, "penguins");
  expect(dataset).toMatchObject({ task: "classification", target: "Species", split: "group" });
  expect(table.roles).toMatchObject({ groups: ["Individual ID"], time: "Date Egg" });
  expect(table.nRows).toBe(344);
  expect(table.featureNames).toEqual(measurements);
  expect(table.take([0]).matrix(measurements.slice(0, 4))).toEqual([[39.1, 18.7, 181, 3750]]);
  expect(table.rows()[0]).toMatchObject({
    "Clutch Completion": true,
    Comments: "Not enough blood for isotopes.",
  });
  await expectEachColumnDescribed("penguins", penguins.header);
});

test("what the penguins' sheet calls NA is missing", async () => {
  const { table } = await openDataset(root, "penguins");
  const marked = penguins.header.map((name): [string, number] => [name, count(name, "NA")]);
  expect(missingIn(table)).toEqual(Object.fromEntries(marked.filter(([, n]) => n > 0)));
  expect(missingIn(table)).toEqual({
    "Culmen Length (mm)": 2,
    "Culmen Depth (mm)": 2,
    "Flipper Length (mm)": 2,
    "Body Mass (g)": 2,
    Sex: 11,
    "Delta 15 N (o/oo)": 14,
    "Delta 13 C (o/oo)": 13,
    Comments: 290,
  });
});

test("every number on the data card of the penguins is what the data give", () => {
  const statements = [...sizes(), ...summaries(), ...gaps(), ...birds(), ...oddities()];
  const ofSources = /Delta 1[35] [CN] \(o\/oo\)|PAL0708 is that of 2007 to 2008/g;
  expectCardToSay(penguins.card, statements, ofSources);
});

function sizes(): string[] {
  const perKind = [...tally(cells(penguins, "Species"))].map(([kind, n]) => {
    const ofKind = rows.filter((row) => row.Species === kind).map((row) => row.Island);
    const on = ["Biscoe", "Dream", "Torgersen"].map(
      (island) => ofKind.filter((name) => name === island).length,
    );
    return `${kind} ${n} ${on.join(" ")} `;
  });
  const days = cells(penguins, "Date Egg").sort();
  const islands = new Set(cells(penguins, "Island")).size;
  for (const name of ["Region", "Stage"]) expect(new Set(cells(penguins, name)).size).toBe(1);
  return [
    `${rows.length} grown penguins of ${perKind.length} species`,
    `in ${new Set(cells(penguins, "studyName")).size} summers`,
    ...perKind,
    `The last ${islands} columns count the birds on each island`,
    `seen with 2 eggs (${count("Clutch Completion", "No")} times No)`,
    `from ${days[0]} to ${days.at(-1)}`,
    `(${count("Sex", "MALE")} MALE, ${count("Sex", "FEMALE")} FEMALE, ${count("Sex", "NA")} missing)`,
    `The birds are from ${islands} islands`,
  ];
}

/** The rows of the card's table of measurements, without the words in the middle. */
function summaries(): string[] {
  const masses = cells(penguins, "Body Mass (g)").filter((cell) => cell !== "NA");
  expect(masses.every((mass) => Number(mass) % 25 === 0)).toBe(true);
  const rows = measurements.map((name) => {
    const values = cells(penguins, name)
      .filter((cell) => cell !== "NA")
      .map(Number);
    const digits = name.startsWith("Delta") ? 2 : undefined;
    const [least, most] = [Math.min(...values), Math.max(...values)].map((value) =>
      digits === undefined ? String(value) : value.toFixed(digits),
    );
    return `${count(name, "NA")} ${least} ${mean(values).toFixed(2)} ${most} `.replaceAll("-", "−");
  });
  return [...rows, "in steps of 25 g"];
}

function gaps(): string[] {
  const withMissing = penguins.header.filter((name) => count(name, "NA") > 0);
  const whole = rows.filter((row) => !Object.values(row).includes("NA"));
  const measured = rows.filter((row) => !Object.values({ ...row, Comments: "" }).includes("NA"));
  const noting = (remark: RegExp) => cells(penguins, "Comments").filter((text) => remark.test(text)).length;
  const unsexed = rows.filter((row) => row.Sex === "NA");
  expect(unsexed.every((row) => /sample|primers/.test(row.Comments ?? ""))).toBe(true);
  return [
    `missing in ${withMissing.length - 1} columns`,
    `it comes ${count("Comments", "NA")} times`,
    `${whole.length} birds are left of ${rows.length}; leave the comments out of it, and it is ${measured.length}.`,
    `${noting(/Not enough blood for isotopes/)} birds have the note`,
    `${noting(/primers did not amplify/)} that the sexing primers`,
    `${noting(/Adult not sampled/)} were not sampled`,
    `all ${unsexed.length} birds without a sex`,
    `${unsexed.filter((row) => row.studyName === "PAL0708").length} of them are from the first summer`,
  ];
}

/** What the numbers of nests and adults tell, and what they do not. */
function birds(): string[] {
  const ids = new Set(cells(penguins, "Individual ID"));
  const speciesAndIds = [...tally(rows.map((row) => `${row.Species} ${row["Individual ID"]}`))];
  const pairs = speciesAndIds
    .filter(([, n]) => n === 2)
    .map(([name]) => rows.filter((row) => `${row.Species} ${row["Individual ID"]}` === name));
  const differing = (name: string) => pairs.filter(([a, b]) => a?.[name] !== b?.[name]);
  const changedSex = differing("Sex").filter((pair) => pair.every((row) => row.Sex !== "NA"));
  // One row for each nest: its first adult, and the second by its side.
  const nests = rows.flatMap((row, i) => {
    const [nest, adult] = row["Individual ID"]?.split("A") ?? [];
    return adult === "1" ? { row, nest, mate: rows[i + 1] } : [];
  });
  for (const { row, nest, mate } of nests) {
    const { studyName, Species, Island, "Date Egg": day } = row;
    expect(mate).toMatchObject({ studyName, Species, Island, "Date Egg": day, "Individual ID": `${nest}A2` });
  }
  const couples = nests.filter(({ row, mate }) => [row.Sex, mate?.Sex].sort().join() === "FEMALE,MALE");
  expect(speciesAndIds[0]?.[1]).toBe(2);
  expect(differing("studyName")).toHaveLength(pairs.length);
  expect(nests).toHaveLength(rows.length / 2);
  return [
    "N22A1 is nest 22, adult 1.",
    `${ids.size} such numbers; ${speciesAndIds.length - ids.size} are used in two species`,
    `and ${pairs.length} of them come in two summers`,
    `in ${changedSex.length} of these pairs the sex changes, and in ${differing("Island").length} the island`,
    `The ${rows.length} birds are ${nests.length} nests in a summer with 2 adults each, and ${couples.length} of`,
  ];
}

function oddities(): string[] {
  const kinds = cells(penguins, "Species");
  const [overall, ...within] = [undefined, ...new Set(kinds)].map(correlationOfBill);
  const decimals = measurements
    .slice(4)
    .flatMap((name) => cells(penguins, name))
    .map((cell) => cell.split(".")[1]?.length ?? 0)
    .sort((a, b) => b - a);
  expect(repeats(penguins)).toBe(0);
  expect(kinds.filter((kind, i) => i > 0 && kind !== kinds[i - 1])).toHaveLength(2);
  expect(cells(penguins, "Delta 15 N (o/oo)")).toContain("8.3945900000000009");
  expect(decimals.slice(0, 6)).toEqual([16, 16, 16, 16, 15, 5]);
  return [
    `(correlation ${overall?.replace("-", "−")})`,
    `(${within[0]}, ${within[1]} and ${within[2]})`,
    "8.3945900000000009 and four others have 15 or 16 decimals, where the rest have at most 5.",
  ];
}

/** How length and depth of the bill go together in one species, or in all. */
function correlationOfBill(kind: string | undefined): string {
  const [length = "", depth = ""] = measurements;
  const measured = rows.filter((row) => (!kind || row.Species === kind) && row[length] !== "NA");
  return correlation(
    measured.map((row) => Number(row[length])),
    measured.map((row) => Number(row[depth])),
  ).toFixed(2);
}

function count(name: string, cell: string): number {
  return cells(penguins, name).filter((text) => text === cell).length;
}
