import { beforeAll, expect, test } from "vitest";

import { openDataset } from "../../../src/data/index.ts";
import {
  cells,
  deviation,
  expectCardToSay,
  expectEachColumnDescribed,
  grouped,
  mean,
  percent,
  type RawSet,
  readRawSet,
  repeats,
  root,
  sha256,
  tally,
} from "./raw-set.ts";
import { missingIn } from "./statistics.ts";

let heights: RawSet;
let typed: readonly string[];
/** Those of the answers that are plain numbers. */
let plain: readonly number[];
beforeAll(async () => {
  heights = await readRawSet("reported-heights");
  typed = cells(heights, "height");
  plain = typed.filter((text) => /^\d+(\.\d+)?$/.test(text)).map(Number);
});

test("reported-heights is the file of the source, byte for byte", () => {
  expect(sha256(heights.text)).toBe("151252f9abdeaaf512b3933eaec825277f4232c32df4eaac3e3527237acd0dda");
});

test("reported-heights opens with the answers as text, none missing", async () => {
  const { table, ...dataset } = await openDataset(root, "reported-heights");
  expect(dataset).toMatchObject({ task: "exploration", target: undefined, split: "time" });
  expect(table.roles.time).toBe("time_stamp");
  expect(table.nRows).toBe(1095);
  expect(table.featureNames).toEqual([]);
  expect(missingIn(table)).toEqual({});
  await expectEachColumnDescribed("reported-heights", heights.header);
});

test("what was typed is kept to the last quote and blank", async () => {
  const { table } = await openDataset(root, "reported-heights");
  const answers = table.column("height").values;
  expect([...answers]).toEqual(typed);
  for (const text of ["5'7\"", "5' 7.78\"", "5'9''", "5 .11", "6 04", ">9000", "7,283,465", "1,70"]) {
    expect(answers).toContain(text);
  }
});

test("every number on the data card of reported-heights is what the data give", () => {
  const quoted = new Set(typed.map((text) => `\`${text}\``).filter((text) => heights.card.includes(text)));
  // Feet, inches and centimetres in the world at large.
  const outside =
    /5\.11 (is|feet)|5 feet 11 inches, it is 71|5 feet 1, or a 5\.10|only 12 inches|5 feet 3 inches|4 feet is 48 inches/g;
  expectCardToSay(heights.card, [...sizes(), ...kinds(), ...people(), ...conversions(), ...quoted], outside);
});

function sizes(): string[] {
  const times = cells(heights, "time_stamp");
  const sexes = tally(cells(heights, "sex"));
  expect(times).toEqual([...times].sort());
  expect(typed).toContain("yyy");
  expect(typed).toContain("Five foot eight inches");
  return [
    `${grouped(typed.length)} answered`,
    `claims to be ${Math.max(...plain)} inches`,
    `from ${times[0]} to ${times.at(-1)}`,
    `${sexes.get("Male")} Male, ${sexes.get("Female")} Female`,
    `${repeats(heights)} rows equal an earlier one in all ${heights.header.length} columns`,
    `up to ${tally(times).values().next().value} answers arrived within one second`,
  ];
}

/** What kinds of answers there are, and what becomes of them who takes them all for inches. */
function kinds(): string[] {
  const between = (least: number, most: number) =>
    plain.filter((value) => value >= least && value <= most).length;
  const inches = between(50, 84);
  const notNumbers = typed.length - plain.length;
  const wrong = plain.length - inches;
  const strange = plain.filter((value) => (value >= 10 && value < 50) || (value > 84 && value < 100));
  const small = tally(plain);
  const sorted = [...plain].sort((a, b) => a - b);
  expect([1.7, 1.6, 2, 1, 0].filter((value) => !small.has(value))).toEqual([]);
  return [
    `a number from 50 to 84 ${inches} inches`,
    `a number from 100 to 250 ${between(100, 250)} centimetres`,
    `a number below 10 ${plain.filter((value) => value < 10).length} feet`,
    `10 to 50 or 84 to 100 ${strange.length} who knows`,
    `a number above 250 ${plain.filter((value) => value > 250).length} nothing`,
    `no number at all ${notNumbers} see below`,
    `So ${notNumbers + wrong} of the answers, ${percent(notNumbers + wrong, typed.length)}, are not`,
    `loses ${notNumbers} answers and believes the ${wrong} wrong ones`,
    `a mean of ${mean(plain).toFixed(1)} inches and a deviation of ${deviation(plain).toFixed(1)}.`,
    `The middle value is ${((sorted[plain.length / 2 - 1] ?? 0) + (sorted[plain.length / 2] ?? 0)) / 2} all`,
    `${small.get(5.11)} students typed 5.11.`,
    `But what of 5.5, typed ${small.get(5.5)} times? And ${small.get(5.1)} entries are 5.1:`,
    "1.7 and 1.6 are. 2 and 1 may be, or may be a joke, as 0 surely is.",
  ];
}

function people(): string[] {
  const answers = heights.records.map(([time = "", sex, text]) => ({
    day: time.slice(0, 10),
    sex,
    value: Number(text),
  }));
  const of = (name: string) => answers.filter(({ sex }) => sex === name);
  const centimetres = (name: string) => {
    const metric = of(name).filter(({ value }) => value >= 100 && value <= 250);
    return percent(metric.length, of(name).length);
  };
  const inches = (name: string) => of(name).flatMap(({ value }) => (value >= 50 && value <= 84 ? value : []));
  const days = [...tally(answers.map(({ day }) => day))];
  return [
    `${centimetres("Male")} of the men and ${centimetres("Female")} of the women`,
    `Of the ${inches("Male").length + inches("Female").length} plain answers the women's mean is ${mean(inches("Female")).toFixed(1)} and the men's ${mean(inches("Male")).toFixed(1)} inches`,
    `${days[0]?.[1]} of the answers came on ${days[0]?.[0]} and ${days[1]?.[1]} on ${days[1]?.[0]}, in the two busiest of ${days.length} days`,
    "That 50 to 84 are inches",
  ];
}

function conversions(): string[] {
  expect(typed).toContain("708,661");
  return [
    `which is ${((11111 * 2.54) / 100).toFixed()} metres`,
    `a decimal that is ${(5.11 * 12).toFixed(1)} inches`,
    `is 180 cm turned into ${(180 / 2.54).toFixed(4)} inches`,
  ];
}
