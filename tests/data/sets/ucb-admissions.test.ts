import { beforeAll, expect, test } from "vitest";

import { openDataset } from "../../../src/data/index.ts";
import {
  cells,
  expectCardToSay,
  expectEachColumnDescribed,
  grouped,
  numbers,
  percent,
  type RawSet,
  readRawSet,
  root,
  sha256,
  tally,
} from "./raw-set.ts";
import { missingIn, sum } from "./statistics.ts";

const departments = ["A", "B", "C", "D", "E", "F"];

let admissions: RawSet;
beforeAll(async () => {
  admissions = await readRawSet("ucb-admissions");
});

test("ucb-admissions is the file of the source, byte for byte", () => {
  expect(sha256(admissions.text)).toBe("79ee37ee759943788202158a5d8936daa7cb5b58992dfd60c06967e5a669f552");
});

test("ucb-admissions opens as 24 counts, with nothing to predict from a count", async () => {
  const { table, ...dataset } = await openDataset(root, "ucb-admissions");
  expect(dataset).toMatchObject({ task: "exploration", target: undefined });
  expect(dataset.description).toContain("A row is a count of people, not a person");
  expect(dataset.licenses.map(({ name }) => name)).toEqual(["CC0-1.0"]);
  expect(table.roles.groups).toEqual(["Dept"]);
  expect(table.nRows).toBe(24);
  expect(table.featureNames).toEqual(["Freq"]);
  expect(missingIn(table)).toEqual({});
  expect(table.rows()[0]).toEqual({ Admit: "Admitted", Gender: "Male", Dept: "A", Freq: 512 });
  await expectEachColumnDescribed("ucb-admissions", admissions.header);
});

test("every number on the data card of ucb-admissions is what the data give", () => {
  expectCardToSay(admissions.card, [...sizes(), ...perDepartment(), ...paradox()], /autumn of 1973/g);
});

function sizes(): string[] {
  const counts = numbers(admissions, "Freq");
  const combinations = tally(admissions.records.map((row) => row.slice(0, 3).join()));
  const rowsAdmitted = cells(admissions, "Admit").filter((cell) => cell === "Admitted");
  expect(combinations.size).toBe(admissions.records.length);
  return [
    `${rate("Male", departments)} of the men who applied`,
    `and ${rate("Female", departments)} of the women.`,
    `${admissions.records.length} rows that can change`,
    `${grouped(sum(counts))} in all`,
    `that ${percent(rowsAdmitted.length, admissions.records.length)} were admitted in every group`,
    `from ${Math.min(...counts)} to ${Math.max(...counts)}`,
    `each of the ${combinations.size} combinations`,
  ];
}

/** The rows of the card's second table. */
function perDepartment(): string[] {
  const row = (name: string, chosen: readonly string[]) =>
    ` ${name} ${applied("Male", chosen)} ${rate("Male", chosen)} ${applied("Female", chosen)} ${rate("Female", chosen)} `;
  return [...departments.map((department) => row(department, [department])), row("all", departments)];
}

function paradox(): string[] {
  const lead = (chosen: readonly string[]) => 100 * (share("Female", chosen) - share("Male", chosen));
  const ahead = departments.filter((department) => lead([department]) > 0);
  const easy = (gender: string) => percent(applied(gender, ["A", "B"]), applied(gender, departments), 1);
  const one = 1 / applied("Female", ["B"]);
  return [
    `In ${ahead.length} of the ${departments.length} departments women were admitted more often than men; in A by ${lead(["A"]).toFixed(0)} points.`,
    `less often, by ${(-lead(departments)).toFixed(0)} points.`,
    `${easy("Male")} of the men applied to A or B, which took most; of the women ${easy("Female")}.`,
    `Only ${applied("Female", ["B"])} women applied to B. One decision more or less moves their rate by ${(100 * one).toFixed(0)} points.`,
  ];
}

function people(gender: string, chosen: readonly string[], decisions: readonly string[]): number {
  const rows = admissions.records.filter(
    ([decision = "", sex, department = ""]) =>
      sex === gender && chosen.includes(department) && decisions.includes(decision),
  );
  return sum(rows.map((row) => Number(row[3])));
}

function applied(gender: string, chosen: readonly string[]): number {
  return people(gender, chosen, ["Admitted", "Rejected"]);
}

function share(gender: string, chosen: readonly string[]): number {
  return people(gender, chosen, ["Admitted"]) / applied(gender, chosen);
}

function rate(gender: string, chosen: readonly string[]): string {
  return percent(share(gender, chosen), 1, 1);
}
