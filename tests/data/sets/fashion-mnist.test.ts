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
import { missingIn } from "./statistics.ts";

const kinds = [
  "T-shirt or top",
  "trousers",
  "pullover",
  "dress",
  "coat",
  "sandal",
  "shirt",
  "sneaker",
  "bag",
  "ankle boot",
];

interface Picture {
  readonly label: number;
  readonly split: string | undefined;
  readonly pixels: Int16Array;
}

let fashion: RawSet;
let pictures: readonly Picture[];
beforeAll(async () => {
  fashion = await readRawSet("fashion-mnist", "data.parquet");
  pictures = fashion.records.map(([split, , label, ...pixels]) => ({
    split,
    label: Number(label),
    pixels: Int16Array.from(pixels, Number),
  }));
});

test("fashion-mnist is the file of the source, value for value", () => {
  expect(sha256(fashion.text)).toBe("f08f7c2b6085bfc67164f63cf763d261f3e310b31cd4423531b07a30cf3be8d2");
});

test("fashion-mnist opens as 784 points to classify by, none missing", async () => {
  const { table, ...dataset } = await openDataset(root, "fashion-mnist");
  expect(dataset).toMatchObject({ task: "classification", target: "label", split: "stratified" });
  expect(table.roles.identifiers).toEqual(["source_row"]);
  expect(table.nRows).toBe(2500);
  expect(table.featureNames).toEqual(fashion.header.slice(3));
  expect(table.featureNames).toHaveLength(784);
  expect(table.take([7]).matrix()).toEqual([[...(pictures[7]?.pixels ?? [])]]);
  expect(missingIn(table)).toEqual({});
  await expectEachColumnDescribed("fashion-mnist", fashion.header);
});

test("each part of fashion-mnist holds every kind as often", () => {
  for (const [part, n] of [
    ["train", 200],
    ["test", 50],
  ] as const) {
    for (const label of kinds.keys()) {
      expect(pictures.filter((picture) => picture.split === part && picture.label === label)).toHaveLength(n);
    }
  }
});

test("every number on the data card of fashion-mnist is what the data give", () => {
  // What the whole original has.
  const ofSources = /70,000 pictures|learned from 60,000/g;
  expectCardToSay(fashion.card, [...sizes(), ...similar(), ...points()], ofSources);
});

function sizes(): string[] {
  const n = (part: string) => grouped(pictures.filter(({ split }) => split === part).length);
  const images = new Set(fashion.records.map((record) => record.slice(3).join()));
  expect(images.size).toBe(pictures.length);
  return [
    `${grouped(pictures.length)} grey pictures of clothes, 28 by 28 points each, ${pictures.length / kinds.length} of each of ${kinds.length} kinds`,
    `train (${n("train")}) or test (${n("test")})`,
    "counted from 0",
    `pixel0 to pixel${28 * 28 - 1} `,
    `These are ${grouped(pictures.length)} of`,
  ];
}

/** What the most similar training picture says of each test picture. */
function similar(): string[] {
  const training = pictures.filter(({ split }) => split === "train");
  const guesses = pictures
    .filter(({ split }) => split === "test")
    .map(({ label, pixels }) => ({ label, guess: labelOfNearest(pixels, training) }));
  const taken = (label: number, guessed: readonly number[]) =>
    guesses.filter((pair) => pair.label === label && guessed.includes(pair.guess)).length;
  const perKind = kinds.map((kind, label) => {
    const brightness = mean(
      pictures.filter((picture) => picture.label === label).map(({ pixels }) => mean([...pixels])),
    );
    return `${label} ${kind} ${taken(label, [label])} ${brightness.toFixed()} `;
  });
  const right = guesses.filter(({ label, guess }) => label === guess).length;
  const perTest = guesses.length / kinds.length;
  return [
    ...perKind,
    `how many of ${perTest} test pictures get`,
    `${right} of ${guesses.length} in all`,
    `Kind 6 overlaps`,
    `of ${perTest} test shirts, ${taken(6, [0, 2, 3, 4])} are taken`,
    `${taken(5, [7, 9])} of ${perTest} are taken for sneakers or boots`,
  ];
}

function labelOfNearest(pixels: Int16Array, training: readonly Picture[]): number {
  let least = Number.POSITIVE_INFINITY;
  let nearest = -1;
  for (const other of training) {
    let distance = 0;
    for (let k = 0; k < pixels.length && distance < least; k++) {
      distance += ((pixels[k] ?? 0) - (other.pixels[k] ?? 0)) ** 2;
    }
    if (distance < least) [least, nearest] = [distance, other.label];
  }
  return nearest;
}

function points(): string[] {
  const zeros = pictures.map(({ pixels }) => pixels.filter((value) => value === 0).length);
  const dark = fashion.header.slice(3).filter((name) => numbers(fashion, name).every((value) => value === 0));
  expect(dark).toHaveLength(1);
  expect(cells(fashion, "split").lastIndexOf("train")).toBe(1999);
  expect(pictures.reduce((most, { pixels }) => Math.max(most, ...pixels), 0)).toBe(255);
  return [
    "0 is the background, 255 the brightest",
    `is 0. Half of all values (${percent(mean(zeros), 784)}) are 0.`,
    "fed 0 to 255 learns slowly or not at all. Divide by 255 first",
    `${dark[0]} is 0 in every row`,
  ];
}
