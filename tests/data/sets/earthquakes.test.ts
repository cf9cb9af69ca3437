import { beforeAll, expect, test } from "vitest";

import { openDataset } from "../../../src/data/index.ts";
import {
  cells,
  expectCardToSay,
  expectEachColumnDescribed,
  grouped,
  mean,
  numbers,
  type RawSet,
  readRawSet,
  root,
  sha256,
  tally,
} from "./raw-set.ts";
import { missingIn } from "./statistics.ts";

const missing = { felt: 1580, cdi: 1580, mmi: 1691, alert: 1695, nst: 465, dmin: 305, rms: 5, gap: 303 };

let quakes: RawSet;
let magnitudes: number[];
beforeAll(async () => {
  quakes = await readRawSet("earthquakes");
  magnitudes = numbers(quakes, "mag");
});

test("earthquakes is the file of the source, byte for byte", () => {
  expect(sha256(quakes.text)).toBe("d9e725e8cfb92f5f7ec5cbfe98273177674128955e8d20250683ebb178816d58");
});

test("earthquakes opens as a magnitude to guess, without the columns that follow from it", async () => {
  const { table, ...dataset } = await openDataset(root, "earthquakes");
  expect(dataset).toMatchObject({ task: "regression", target: "mag", split: "time" });
  expect(table.roles).toMatchObject({ groups: ["net"], time: "time" });
  expect(table.roles.leaks).toEqual(
    expect.arrayContaining(["sig", "title", "felt", "cdi", "mmi", "alert", "tsunami", "magType"]),
  );
  expect(table.nRows).toBe(1707);
  expect(table.featureNames).toEqual(["tz", "dmin", "rms", "gap", "longitude", "latitude", "depth"]);
  expect(missingIn(table)).toEqual(missing);
  expect(table.rows()[0]).toMatchObject({
    id: "ci37868143",
    mag: 2,
    place: "4km W of Castaic, CA",
    time: 1517966773840,
    ids: ",ci37868143,",
    felt: null,
    depth: 26.49,
  });
  await expectEachColumnDescribed("earthquakes", quakes.header);
});

test("the codes of earthquakes keep their leading zeros, all of one network", async () => {
  const { table } = await openDataset(root, "earthquakes");
  const [codes, networks] = [table.column("code").values, table.column("net").values];
  expect([...codes]).toEqual(cells(quakes, "code"));
  const ofZeros = [...networks].filter((_, i) => String(codes[i]).startsWith("0"));
  expect(tally(ofZeros)).toEqual(new Map([["nn", 260]]));
});

test("earthquakes come newest first, each with an id of its own", () => {
  const times = numbers(quakes, "time");
  expect(times).toEqual([...times].sort((a, b) => b - a));
  expect(tally(cells(quakes, "id")).size).toBe(quakes.records.length);
});

test("earthquakes flags 4 events at sea, and holds a modelled intensity of 0 beside the empty cells", () => {
  expect(tally(cells(quakes, "tsunami")).get("1")).toBe(4);
  expect(numbers(quakes, "mmi").filter((intensity) => intensity === 0)).toHaveLength(1);
});

test("every number on the data card of earthquakes is what the data give", () => {
  const statements = [...sizes(), ...gaps(), ...scales(), ...oddities(), ...giveaways(), ...places()];
  expectCardToSay(quakes.card, statements);
});

function sizes(): string[] {
  const minutes = numbers(quakes, "time").map((time) =>
    new Date(time).toISOString().slice(0, 16).replace("T", " "),
  );
  const greatest = magnitudes.indexOf(Math.max(...magnitudes));
  const status = tally(cells(quakes, "status"));
  expect(status.get("reviewed")).toBe(1214);
  return [
    `the earth shook ${grouped(quakes.records.length)} times`,
    `from ${minutes.at(-1)} to ${minutes[0]} UTC`,
    `of magnitude ${magnitudes[greatest]}, struck "${cells(quakes, "place")[greatest]}"`,
    `had ${signed(Math.min(...magnitudes))} and woke nobody`,
    `${status.get("automatic")} rows are marked automatic`,
  ];
}

function gaps(): string[] {
  const empty = (name: string) => cells(quakes, name).filter((cell) => cell === "").length;
  expect(Object.fromEntries(Object.keys(missing).map((name) => [name, empty(name)]))).toEqual(missing);
  const lacking = (name: string) =>
    tally(cells(quakes, "net").filter((_, i) => cells(quakes, name)[i] === ""));
  const networks = tally(cells(quakes, "net"));
  expect([...lacking("nst").keys()]).toEqual(["ak", "us"]);
  expect(lacking("nst").get("ak")).toBe(networks.get("ak"));
  expect(lacking("nst").get("us")).toBe(networks.get("us"));
  return [
    ...["nst", "dmin", "gap", "rms", "mmi", "alert"].map((name) => columnRow(name, empty(name))),
    columnRow("felt, cdi", empty("felt")),
    ...columnRowsWithoutGaps().map((names) => columnRow(names, 0)),
    `All ${networks.get("ak")} events of the network ak and all ${networks.get("us")} of us lack \`nst\`; ` +
      `ak alone makes ${lacking("dmin").get("ak")} of the ${empty("dmin")} empty \`dmin\`.`,
  ];
}

/** The first cell of those rows of the card's table that name columns without an empty cell. */
function columnRowsWithoutGaps(): string[] {
  const rows = quakes.card.matchAll(/^\| ([\w, ]+?) +\| .* 0 \|$/gm);
  const complete = [...rows].map(([, names = ""]) => names);
  const named = complete.flatMap((names) => names.split(", "));
  expect(named.sort()).toEqual(quakes.header.filter((name) => !Object.hasOwn(missing, name)).sort());
  return complete;
}

/** A row of the card's table, found by its first cell and ending with how many cells are empty. */
function columnRow(names: string, nEmpty: number): string {
  const row = quakes.card.split("\n").find((line) => line.startsWith(`| ${names} `)) ?? names;
  const words = row.split("|").slice(1, 3).join(" ").replaceAll(/\s+/g, " ");
  return `${words}${grouped(nEmpty)} `;
}

function scales(): string[] {
  const kinds = tally(cells(quakes, "magType"));
  return [
    `One word, ${kinds.size} measures.`,
    ...[...kinds].map(([kind, count]) => {
      const own = magnitudesWhere("magType", (cell) => cell === kind);
      const [least, most] = [Math.min(...own), Math.max(...own)].map(signed);
      return ` ${kind} ${count} ${least} ${mean(own).toFixed(2)} ${most} `;
    }),
  ];
}

function oddities(): string[] {
  const depths = numbers(quakes, "depth");
  const kinds = tally(cells(quakes, "type"));
  const blasts = magnitudesWhere("type", (cell) => cell !== "earthquake");
  const lists = ["ids", "sources", "types"].flatMap((name) => cells(quakes, name));
  expect(lists.filter((list) => !/^,.*,$/.test(list))).toEqual([]);
  expect(kinds.get("earthquake")).toBe(1679);
  return [
    `${magnitudes.filter((value) => value < 0).length} magnitudes are negative`,
    `${depths.filter((value) => value < 0).length} depths are negative too`,
    `${kinds.get("explosion")} explosions and ${kinds.get("quarry blast")} quarry blasts are among them, magnitudes ${Math.min(...blasts)} to ${Math.max(...blasts)}.`,
    `${depths.filter((value) => value === 10).length} events lie at exactly 10 km and ${depths.filter((value) => value === 0).length} at exactly 0:`,
    `${cells(quakes, "code").filter((code) => code.startsWith("0")).length} of \`code\` begin with 0.`,
  ];
}

function giveaways(): string[] {
  const felt = magnitudesWhere("felt", (cell) => cell !== "");
  const unfelt = magnitudesWhere("felt", (cell) => cell === "");
  const bySize = numbers(quakes, "sig").filter(
    (score, i) => score === Math.round((100 * (magnitudes[i] ?? 0) ** 2) / 6.5),
  );
  const several = magnitudesWhere("sources", (list) => list.split(",").length > 3);
  const single = magnitudesWhere("sources", (list) => list.split(",").length === 3);
  return [
    `\`felt\` is filled in ${felt.length} rows, with a mean magnitude of ${mean(felt).toFixed(2)}; the others have ${mean(unfelt).toFixed(2)}.`,
    `while ${cells(quakes, "felt").filter((cell) => cell === "0").length} rows hold a real 0.`,
    `\`sig\` is 100 · mag² / 6.5, rounded, in ${grouped(bySize.length)} rows.`,
    `${several.length} events with more than one in \`sources\` have a mean of ${mean(several).toFixed(2)}, the others ${mean(single).toFixed(2)}.`,
  ];
}

function places(): string[] {
  const names = cells(quakes, "place");
  const [short, long] = [", CA", ", California"].map((end) => names.filter((name) => name.endsWith(end)));
  const withoutDistance = names.filter((name) => !/^\d+km [NSEW]{1,3} of /.test(name));
  const longitudes = numbers(quakes, "longitude");
  expect(withoutDistance).toContain("Reykjanes Ridge");
  return [
    `${short?.length} end in "CA" and ${long?.length} in "California". ${withoutDistance.length} have no distance`,
    `${(short?.length ?? 0) + (long?.length ?? 0)} of the events are Californian`,
    "a magnitude of 1 is heard",
    `Longitudes run from ${signed(Math.min(...longitudes))} to ${Math.max(...longitudes)}`,
  ];
}

function magnitudesWhere(column: string, isChosen: (cell: string) => boolean): number[] {
  const chosen = cells(quakes, column);
  return magnitudes.filter((_, i) => isChosen(chosen[i] ?? ""));
}

/** As the card writes it, with a minus and no hyphen. */
function signed(value: number): string {
  return String(value).replace("-", "−");
}
