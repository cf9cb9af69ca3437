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
  repeats,
  root,
  sha256,
  tally,
} from "./raw-set.ts";
import { missingIn } from "./statistics.ts";

/** The row, counted from 0, whose digit is not what the form asks for. */
const slip = 385;

let digits: RawSet;
let labels: readonly string[];
let forms: readonly number[];
beforeAll(async () => {
  digits = await readRawSet("digits");
  labels = cells(digits, "label");
  forms = numbers(digits, "form");
});

test("digits without the column form is the file of the source, byte for byte", () => {
  const asInSource = digits.text.replaceAll(/^[^,\n]*,/gm, "");
  expect(sha256(asInSource)).toBe("7a93e51f73dadeb4429b4fc0718b334d12864332b906bdf44f9da7599a7e0e01");
});

test("digits opens as 64 blocks to classify by, in groups", async () => {
  const { table, ...dataset } = await openDataset(root, "digits");
  expect(dataset).toMatchObject({ task: "classification", target: "label", split: "group" });
  expect(table.roles.groups).toEqual(["form"]);
  expect(table.nRows).toBe(1797);
  expect(table.featureNames).toEqual(digits.header.slice(1, -1));
  expect(table.featureNames).toHaveLength(64);
  expect(missingIn(table)).toEqual({});
  await expectEachColumnDescribed("digits", digits.header);
});

test("each form begins where the text of the sheet cannot go on", () => {
  const sheet = labels.slice(0, 130);
  let form = 1;
  let at = 0;
  const expected = labels.map((label, i) => {
    if (i === slip) return form;
    const found = sheet.indexOf(label, at);
    if (found < 0) form++;
    at = found < 0 ? sheet.indexOf(label) + 1 : found + 1;
    return form;
  });
  expect(forms).toEqual(expected);
});

test("every form begins with the digits in their order", () => {
  for (const form of new Set(forms)) {
    const start = labels.slice(forms.indexOf(form)).slice(0, 10).join("");
    expect("0123456789").toContain(start.slice(0, 5));
  }
});

test("every number on the data card of digits is what the data give", () => {
  const statements = [image(), ...sizes(), ...sheets(), ...neighbours(), ...oddities()];
  expectCardToSay(digits.card, statements, /pixel_\d_\d/g);
});

/** The image in the card, line by line with the words beside it. */
function image(): string {
  const [first = "", ...others] = Array.from({ length: 8 }, (_, i) =>
    (digits.records[slip] ?? [])
      .slice(1 + 8 * i, 9 + 8 * i)
      .map((count) => (count === "0" ? "." : count))
      .join(" "),
  );
  const words = [
    "The row of the file at which a hand slipped: the form asks for an 8, and this",
    "was written. The label says 3, and so do the eyes. A number is how many of the",
    "16 dots in a block of 4 by 4 are dark; a point is a 0.",
  ];
  expect([labels[slip], labels[129]]).toEqual(["3", "8"]);
  return [first, ...others].map((line, i) => (words[i] ? `${line} ${words[i]}` : line)).join(" ");
}

function sizes(): string[] {
  const perLabel = [...tally(labels).values()];
  const dots = digits.records.flatMap((record) => record.slice(1, -1).map(Number));
  expect(repeats(digits)).toBe(0);
  return [
    `${grouped(labels.length)} digits, written by hand into the boxes of a paper form, scanned, and shrunk to 8 by 8 points. Which of ${perLabel.length} digits`,
    `form 1 to ${new Set(forms).size},`,
    `${digits.header.length - 2} blocks, row by row from the top, each with 0 to ${Math.max(...dots)} dark dots`,
    `the digit, 0 to 9, between ${perLabel.at(-1)} and ${perLabel[0]} times each`,
    `${percent(dots.filter((count) => count === 0).length, dots.length)} of all values are 0`,
  ];
}

function sheets(): string[] {
  const text = labels.slice(0, 130).join("");
  const lengths = [...tally(forms).values()];
  const [most = 0, least] = [lengths[0], lengths.at(-1)];
  const shown = [text.slice(0, 10), text.slice(10, 20), text.slice(20, 30), text.slice(30, 68)].join(" ");
  expect(most).toBe(text.length);
  expect([forms[slip], forms[slip + 1]]).toEqual([3, 4]);
  return [
    `${shown}…`,
    `the same form of ${text.length} digits`,
    `there are ${lengths.length} sheets, with ${least} to ${most} digits each`,
    "the 3 above, the last digit of sheet 3",
    `13 writers, but 13 sheets of ${text.length} digits would be ${grouped(13 * text.length)} at most. Either there were ${lengths.length} writers`,
    `there are ${lengths.length} sheets to learn from`,
  ];
}

/** What the most similar digit says, among all others and among those of other sheets. */
function neighbours(): string[] {
  const rows = digits.records.map((record) => Int16Array.from(record.slice(1, -1), Number));
  const nearest = rows.map((_, i) => nearestOf(rows, i, (j) => j !== i));
  const elsewhere = rows.map((_, i) => nearestOf(rows, i, (j) => forms[j] !== forms[i]));
  const wrong = (found: readonly number[], form?: number) =>
    found.filter((j, i) => labels[j] !== labels[i] && (form === undefined || forms[i] === form)).length;
  const n = rows.length;
  const ofSameForm = nearest.filter((j, i) => forms[j] === forms[i]).length;
  expect(wrong(elsewhere, 2)).toBe(0);
  const byChance = [...tally(forms).values()].reduce((total, size) => total + size * (size - 1), 0);
  return [
    `for ${grouped(n - wrong(nearest))} of the ${grouped(n)}. Look only among other sheets, and it is ${grouped(n - wrong(elsewhere))}. Mistakes go from ${wrong(nearest)} to ${wrong(elsewhere)},`,
    `${ofSameForm} of those most similar digits, ${percent(ofSameForm, n)}, come`,
    `By chance it would be ${percent(byChance, n * (n - 1))}`,
    `Sheet 2 is read without a mistake by what the others teach; of sheet 1, ${wrong(elsewhere, 1)} digits`,
  ];
}

/** The row most like row `i`, the first of equally near ones, among those that are allowed. */
function nearestOf(rows: readonly Int16Array[], i: number, isAllowed: (j: number) => boolean): number {
  const row = rows[i] ?? new Int16Array();
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [j, other] of rows.entries()) {
    if (!isAllowed(j)) continue;
    let distance = 0;
    for (let k = 0; k < row.length && distance < least; k++)
      distance += ((row[k] ?? 0) - (other[k] ?? 0)) ** 2;
    if (distance < least) [best, least] = [j, distance];
  }
  return best;
}

function oddities(): string[] {
  const dead = digits.header.filter((name) => numbers(digits, name).every((value) => value === 0));
  return [`${dead[0]}, ${dead[1]} and ${dead[2]} are always 0`];
}
