import { beforeAll, expect, test } from "vitest";

import { openDataset } from "../../../src/data/index.ts";
import {
  cells,
  expectCardToSay,
  expectEachColumnDescribed,
  percent,
  type RawSet,
  readRawSet,
  repeats,
  root,
  sha256,
  tally,
} from "./raw-set.ts";
import { missingIn } from "./statistics.ts";

let pathology: RawSet;
beforeAll(async () => {
  pathology = await readRawSet("pathology");
});

test("pathology is the file of the source, byte for byte", () => {
  expect(sha256(pathology.text)).toBe("aacd7e33f596fda5d4fdd95fc192da76b5a9f04960209e4ec0c97b6ee2d6f55b");
});

test("pathology opens as 344 patients and what the tissue said, with none missing", async () => {
  const { table, ...dataset } = await openDataset(root, "pathology");
  expect(dataset).toMatchObject({ task: "classification", target: "pathology", split: "stratified" });
  expect(dataset.licenses.map(({ name }) => name)).toEqual(["MIT"]);
  expect(table.nRows).toBe(344);
  expect(table.featureNames).toEqual([]);
  expect(missingIn(table)).toEqual({});
  expect(table.rows()[0]).toEqual({ pathology: "abnorm", scan: "abnorm" });
  await expectEachColumnDescribed("pathology", pathology.header);
});

test("every number on the data card of pathology is what the data give", () => {
  expectCardToSay(pathology.card, [...counts(), ...rates()]);
});

function counts(): string[] {
  const pairs = tally(pathology.records.map(([truth, scan]) => `${truth} ${scan}`));
  const [truths, scans] = ["pathology", "scan"].map((name) => tally(cells(pathology, name)));
  const truthsInOrder = cells(pathology, "pathology");
  expect(truthsInOrder).toEqual([...truthsInOrder].sort());
  return [
    `${pathology.records.length} patients had a scan`,
    ...[...pairs].map(([pair, count]) => ` ${pair} ${count} `),
    `the target: ${truths?.get("abnorm")} abnorm, ${truths?.get("norm")} norm.`,
    `the scan said: ${scans?.get("abnorm")} abnorm, ${scans?.get("norm")} norm.`,
    `${repeats(pathology)} rows are "duplicates".`,
    `Only ${pairs.size} different rows exist.`,
  ];
}

function rates(): string[] {
  const found = patients("abnorm", "abnorm");
  const calmed = patients("norm", "norm");
  const ill = found + patients("abnorm", "norm");
  const well = calmed + patients("norm", "abnorm");
  const abnormal = found + patients("norm", "abnorm");
  const normal = calmed + patients("abnorm", "norm");
  const rare = 0.01 * (found / ill);
  const falseAlarms = 0.99 * (1 - calmed / well);
  return [
    `finds ${percent(found, ill, 1)} (sensitivity, ${found} of ${ill})`,
    `calms ${percent(calmed, well, 1)} (specificity, ${calmed} of ${well}).`,
    `Yes in ${percent(found, abnormal, 1)} (${found} of ${abnormal}).`,
    `In ${percent(calmed, normal, 1)} (${calmed} of ${normal}).`,
    `Here ${percent(ill, ill + well, 1)} are ill. Give the same scan to people of whom 1% are, and an abnormal one means illness in ${percent(rare, rare + falseAlarms, 1)}.`,
  ];
}

function patients(truth: string, scan: string): number {
  return pathology.records.filter((row) => row[0] === truth && row[1] === scan).length;
}
