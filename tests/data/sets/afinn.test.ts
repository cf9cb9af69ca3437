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
import { missingIn } from "./statistics.ts";

let afinn: RawSet;
let words: string[];
let scores: Map<string, number>;
beforeAll(async () => {
  afinn = await readRawSet("afinn");
  words = cells(afinn, "word");
  scores = new Map(numbers(afinn, "score").map((score, i) => [words[i] ?? "", score]));
});

test("afinn is the file of the source, byte for byte", () => {
  expect(sha256(afinn.text)).toBe("3de932998fbc47cd6de4d532bf2aff9413e439d3756e1d3f6819f0982df802c6");
});

test("afinn opens as words and scores under the author's own licence, no word taken for anything else", async () => {
  const { table, ...dataset } = await openDataset(root, "afinn");
  expect(dataset).toMatchObject({ task: "exploration", target: undefined });
  expect(dataset.licenses.map(({ name }) => name)).toEqual(["ODbL-1.0"]);
  expect(table.nRows).toBe(2477);
  expect(table.featureNames).toEqual(["score"]);
  expect(missingIn(table)).toEqual({});
  expect([...table.column("word").values]).toEqual(words);
  expect(words).toEqual(expect.arrayContaining(["true", "no", "naïve"]));
  await expectEachColumnDescribed("afinn", afinn.header);
});

test("the words of afinn come once each, sorted, in small letters, without blanks around them", () => {
  expect(scores.size).toBe(words.length);
  expect(words).toEqual([...words].sort());
  expect(words).toEqual(words.map((word) => word.trim().toLowerCase()));
});

test("every number on the data card of afinn is what the data give", () => {
  expectCardToSay(afinn.card, [...sizes(), ...spellings()], /ODC-BY-1\.0|CC-BY-4\.0|"n00b"/g);
});

function sizes(): string[] {
  const perScore = tally([...scores.values()]);
  const count = (isChosen: (score: number) => boolean) => [...scores.values()].filter(isChosen).length;
  const [negative, positive] = [count((score) => score < 0), count((score) => score > 0)];
  const table = [...perScore].sort(([a], [b]) => a - b);
  return [
    `${grouped(words.length)} English words and phrases, and for each a number from ${signed(Math.min(...perScore.keys()))} to ${Math.max(...perScore.keys())}`,
    ...table.map(([score, entries]) => ` ${signed(score)} ${entries} ${exampleOnCard(score)}`),
    `${grouped(negative)} are negative, ${positive} positive.`,
    `${percent(negative, words.length)} of the entries are negative.`,
    "A text of neutral words scores 0,",
    "Mostly ±2.",
    `${percent((perScore.get(-2) ?? 0) + (perScore.get(2) ?? 0), words.length)} of all scores are −2 or 2.`,
  ];
}

/** The word that the card's table shows for a score, which must have it; none for the worst. */
function exampleOnCard(score: number): string {
  if (score === -5) return "";
  const [, example = ""] =
    new RegExp(`^\\| +${signed(score)} \\| +\\d+ \\| (.*?) +\\|$`, "m").exec(afinn.card) ?? [];
  expect(scores.get(example)).toBe(score);
  return example;
}

function spellings(): string[] {
  const matching = (pattern: RegExp) => words.filter((word) => pattern.test(word));
  expect(matching(/'/)).toEqual(["can't stand"]);
  expect(matching(/[^\x20-\x7e]/)).toEqual(["naïve"]);
  expect(matching(/\d/)).toEqual(["n00b"]);
  expect(words).toEqual(expect.arrayContaining(["dont like", "abandon", "abandoned", "abandons"]));
  expect(scores.has("not")).toBe(false);
  return [
    `${matching(/ /).length} entries have blanks in them.** "not good" scores ${of("not good")} where "good" scores ${of("good")};`,
    `"no" has ${of("no")}.`,
    `${matching(/-/).length} entries have hyphens.`,
    `"haunt" has ${of("haunt")}, "haunting" ${of("haunting")}.`,
  ];
}

function of(word: string): string {
  return signed(scores.get(word) ?? Number.NaN);
}

/** As the card writes it, with a minus and no hyphen. */
function signed(value: number): string {
  return String(value).replace("-", "−");
}
