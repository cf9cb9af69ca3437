import { beforeAll, expect, test } from "vitest";

import { openDataset } from "../../../src/data/index.ts";
import {
  expectCardToSay,
  expectEachColumnDescribed,
  grouped,
  mean,
  percent,
  type RawSet,
  readRawSet,
  root,
  sha256,
} from "./raw-set.ts";
import { missingIn } from "./statistics.ts";

interface Reading {
  readonly reading: number;
  readonly mote: string;
  readonly indoor: string;
  readonly humidity: number;
  readonly temperature: number;
  readonly isEvent: boolean;
}

let motes: RawSet;
let readings: Reading[];
beforeAll(async () => {
  motes = await readRawSet("sensor-motes");
  readings = motes.records.map(([reading, mote = "", indoor = "", humidity, temperature, label]) => ({
    reading: Number(reading),
    mote,
    indoor,
    humidity: Number(humidity),
    temperature: Number(temperature),
    isEvent: label === "1",
  }));
});

test("sensor-motes is the file of the source, byte for byte", () => {
  expect(sha256(motes.text)).toBe("d9e373a2b95eb5ed9eacd242ab4f0f4ef86c98bb1d766750eb0d6e60290ecf17");
});

test("sensor-motes opens as 2 measurements of 4 motes, told apart neither by the number nor by the mote", async () => {
  const { table, ...dataset } = await openDataset(root, "sensor-motes");
  expect(dataset).toMatchObject({ task: "classification", target: "label", split: "group" });
  expect(dataset.licenses.map(({ name }) => name)).toEqual(["ODC-BY-1.0", "CC-BY-4.0"]);
  expect(table.roles).toMatchObject({
    groups: ["mote_id"],
    time: "reading",
    leaks: ["reading", "mote_id", "indoor"],
  });
  expect(table.nRows).toBe(18_914);
  expect(table.featureNames).toEqual(["humidity", "temperature"]);
  expect(missingIn(table)).toEqual({});
  expect(table.rows()[0]).toEqual({
    reading: 1,
    mote_id: 1,
    indoor: true,
    humidity: 45.93,
    temperature: 27.97,
    label: 0,
  });
  await expectEachColumnDescribed("sensor-motes", motes.header);
});

test("the readings of each mote are numbered from 1 without a gap", () => {
  for (const mote of ["1", "2", "3", "4"]) {
    expect(ofMote(mote).map(({ reading }) => reading)).toEqual(ofMote(mote).map((_, i) => i + 1));
  }
});

test("every number on the data card of sensor-motes is what the data give", () => {
  expectCardToSay(motes.card, [...sizes(), ...perMote(), ...events(), ...sameness()]);
});

function sizes(): string[] {
  const nEvents = readings.filter(({ isEvent }) => isEvent).length;
  const n = readings.length;
  return [
    '("motes"), 2 in a room and 2 outdoors, reported humidity and temperature about every 5 seconds',
    `${grouped(n)} readings, of which ${nEvents} belong to an event: ${percent(nEvents, n, 2)}.`,
    `Doing nothing scores ${percent(n - nEvents, n, 1)}.`,
    `${nEvents} rows, two events.`,
    "running number inside a mote, from 1, without a gap. There is no clock: reading 100 of two",
    "1 for motes 1 and 2, 0 for 3 and 4",
    "1 while the event lasts, else 0",
    `every 5 seconds for about six hours; ${grouped(Math.max(...readings.map(({ reading }) => reading)))} steps of 5 seconds are seven`,
  ];
}

/** The rows of the card's table. */
function perMote(): string[] {
  return ["1", "2", "3", "4"].map((mote) => {
    const own = ofMote(mote);
    const [indoor, ...others] = new Set(own.map((reading) => reading.indoor));
    expect(others).toEqual([]);
    const humidity = range(own.map((reading) => reading.humidity));
    const temperature = range(own.map((reading) => reading.temperature));
    return ` ${mote} ${indoor} ${own.length} ${own.filter(({ isEvent }) => isEvent).length} ${humidity} ${temperature} `;
  });
}

function events(): string[] {
  const [first, last] = ["1", "4"].map((mote) => ofMote(mote).filter(({ isEvent }) => isEvent));
  const numbers = (run: readonly Reading[] = []) => run.map(({ reading }) => reading);
  for (const run of [first, last]) {
    expect(numbers(run)).toEqual(numbers(run).map((_, i) => (run?.[0]?.reading ?? 0) + i));
  }
  const isEvent = readings.filter((reading) => reading.isEvent);
  const high = readings.filter(({ humidity }) => humidity > 60);
  expect(high.every((reading) => reading.isEvent)).toBe(true);
  const calm = readings.filter((reading) => !reading.isEvent).map(({ humidity }) => humidity);
  const end = ofMote("1").slice(first?.at(-1)?.reading).at(0);
  const [from, to] = [Math.min(...numbers(isEvent)), Math.max(...numbers(isEvent))];
  return [
    `mote 1, readings ${range(numbers(first))}, and mote 4, readings ${range(numbers(last))}.`,
    `No reading before ${from} or after ${to} is an event`,
    `All ${high.length} readings above 60% humidity belong to an event. The other ${isEvent.length - high.length} event readings`,
    `it reaches ${Math.max(...calm)}%.`,
    `The last labelled reading of mote 1 has ${first?.at(-1)?.humidity}% and ${first?.at(-1)?.temperature} °C,`,
    `without a label, ${end?.humidity}% and ${end?.temperature} °C.`,
  ];
}

function sameness(): string[] {
  const steps = ["1", "2", "3", "4"].flatMap((mote) => {
    const humidities = ofMote(mote).map(({ humidity }) => humidity);
    return humidities.slice(1).map((humidity, i) => Math.abs(humidity - (humidities[i] ?? Number.NaN)));
  });
  const withoutNumber = motes.records.map((record) => record.slice(1).join());
  return [
    `humidity moves by ${mean(steps).toFixed(2)} from one reading to the next on average`,
    `${grouped(withoutNumber.length - new Set(withoutNumber).size)} rows repeat an earlier row`,
  ];
}

function ofMote(mote: string): Reading[] {
  return readings.filter((reading) => reading.mote === mote);
}

function range(values: readonly number[]): string {
  return `${Math.min(...values)} to ${Math.max(...values)}`;
}
