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
  repeats,
  root,
  rowsOf,
  sha256,
  tally,
} from "./raw-set.ts";
import { missingIn } from "./statistics.ts";

const damage = "Effect Amount of damage";
const speed = "Speed IAS in knots";
const costs = ["Cost Other", "Cost Repair", "Cost Total $"];

let strikes: RawSet;
let rows: readonly Readonly<Record<string, string>>[];
beforeAll(async () => {
  strikes = await readRawSet("birdstrikes");
  rows = rowsOf(strikes);
});

test("birdstrikes is the file of the source, byte for byte", () => {
  expect(sha256(strikes.text)).toBe("b2a934ab7ddca6e6164db5ab54e0c53f8a0270f968bed06e9564605de7ed32ae");
});

test("birdstrikes opens for classification in time, its costs no features", async () => {
  const { table, ...dataset } = await openDataset(root, "birdstrikes");
  expect(dataset).toMatchObject({ task: "classification", target: damage, split: "time" });
  expect(table.roles).toMatchObject({ groups: ["Airport Name"], time: "Flight Date", leaks: costs });
  expect(table.nRows).toBe(10_000);
  expect(table.featureNames).toEqual([speed]);
  expect(missingIn(table)).toEqual({ [speed]: 2836 });
  await expectEachColumnDescribed("birdstrikes", strikes.header);
});

test("damage None is a class, and not a missing value", async () => {
  const { table } = await openDataset(root, "birdstrikes");
  expect(Object.fromEntries(tally(table.target()))).toEqual({
    None: 8939,
    Minor: 549,
    Substantial: 311,
    Medium: 186,
    C: 14,
    B: 1,
  });
});

test("every number on the data card of birdstrikes is what the data give", () => {
  const statements = [...sizes(), ...columns(), ...speeds(), ...money(), ...names(), ...years()];
  expectCardToSay(strikes.card, statements, /B-737 is|from B-737 |B-737-300/g);
});

function sizes(): string[] {
  const beasts = rows.filter((row) => /^(White-tailed deer|Coyote)$/.test(row["Wildlife Species"] ?? ""));
  const inTheAir = beasts.filter((row) => /^(Climb|Descent|Approach)$/.test(row["Phase of flight"] ?? ""));
  const classes = [...tally(cells(strikes, damage))];
  const perClass = classes.map(([name, n]) => {
    const withCost = rows.filter((row) => row[damage] === name && row["Cost Total $"] !== "0");
    return `${name} ${grouped(n)} ${withCost.length} `;
  });
  return [
    `${grouped(rows.length)} reports of aircraft that struck an animal at one of ${distinct("Airport Name")} airports`,
    `${beasts.length} times a deer or a coyote, ${inTheAir.length} of these`,
    `right for ${percent(classes[0]?.[1] ?? 0, rows.length, 1)} of the rows`,
    ...perClass,
    `${grouped(rows.length)} rows were picked`,
  ];
}

/** What the card's table of columns says after each name. */
function columns(): string[] {
  const days = cells(strikes, "Flight Date");
  const knots = numbers(strikes, speed);
  expect(days).toEqual([...days].sort());
  return [
    `from ${days[0]} to ${days.at(-1)}`,
    `from ${Math.min(...knots)} to ${Math.max(...knots)}, mean ${mean(knots).toFixed(1)} ${new Set(knots).size} `,
    ...[
      "Flight Date",
      "Aircraft Make Model",
      "Airport Name",
      "Aircraft Airline Operator",
      "Origin State",
    ].map((name) => ` ${grouped(distinct(name))} `),
    `from Parked to Landing Roll ${distinct("Phase of flight")} `,
    `Small, Medium or Large ${distinct("Wildlife Size")} `,
    `as reported ${distinct("Wildlife Species")} `,
    `Dawn, Day, Dusk or Night ${distinct("Time of day")} `,
    `Cost Other US dollars ${distinct("Cost Other")} `,
    `Cost Repair US dollars ${distinct("Cost Repair")} `,
    `the sum of the two ${distinct("Cost Total $")} `,
  ];
}

function speeds(): string[] {
  const empty = strikes.header.filter((name) => cells(strikes, name).includes(""));
  expect(empty).toEqual([speed]);
  const missingIn = (year: string) => {
    const ofYear = rows.filter((row) => row["Flight Date"]?.startsWith(year));
    return percent(ofYear.filter((row) => row[speed] === "").length, ofYear.length);
  };
  const zero = rows.filter((row) => row[speed] === "0");
  const knots = numbers(strikes, speed);
  return [
    `missing in ${grouped(rows.length - knots.length)} rows`,
    `In 1990 it lacked in ${missingIn("1990")} of the reports, in 1999 in ${missingIn("1999")}.`,
    `not a speed of 0; there are ${zero.length} of those too, and only ${zero.filter((row) => row["Phase of flight"] === "Parked").length} of`,
    `${percent(knots.filter((value) => value % 10 === 0).length, knots.length)} of them end in 0`,
  ];
}

function money(): string[] {
  const [other = [], repair = [], total = []] = costs.map((name) => numbers(strikes, name));
  expect(total).toEqual(other.map((cost, i) => cost + (repair[i] ?? Number.NaN)));
  const stray = rows.filter((row) => /^[BC]$/.test(row[damage] ?? ""));
  expect(new Set(stray.map((row) => row["Aircraft Airline Operator"]))).toEqual(new Set(["MILITARY"]));
  expect(stray.filter((row) => row["Cost Total $"] === "0")).toEqual([]);
  const substantial = rows.filter((row) => row[damage] === "Substantial");
  const known = total.filter((cost) => cost > 0).sort((a, b) => a - b);
  const greatest = known.at(-1) ?? 0;
  return [
    `C and B, ${stray.length} rows`,
    `Yet 0 is no news: ${substantial.filter((row) => row["Cost Total $"] === "0").length} of the ${substantial.length} aircraft`,
    "cost 0, so 0 often means",
    `${grouped(total.length - known.length)} totals are 0; of the other ${known.length} the middle one is ${grouped(known[(known.length - 1) / 2] ?? 0)} dollars`,
    `greatest ${grouped(greatest)}, which is ${percent(greatest, known.length * mean(known))} of all the money`,
  ];
}

function names(): string[] {
  const groups = [...tally(strikes.records.map(String)).values()].filter((n) => n > 1);
  const makes = tally(cells(strikes, "Aircraft Make Model"));
  const boeings = [...makes.keys()].filter((name) => name.startsWith("B-737"));
  const unknown = cells(strikes, "Wildlife Species").filter((name) => name.startsWith("Unknown bird"));
  const phases = tally(cells(strikes, "Phase of flight"));
  expect(cells(strikes, "Aircraft Airline Operator")).toContain("US AIRWAYS*");
  return [
    `${repeats(strikes)} rows equal an earlier one in every cell, in ${groups.length} groups, one of them ${groups[0]} times`,
    `${grouped(unknown.length)} rows name no species`,
    `in ${boeings.length} spellings`,
    `(${makes.get("B-737")})`,
    `(${makes.get("B-737-300")})`,
    `an operator, ${tally(cells(strikes, "Aircraft Airline Operator")).get("UNKNOWN")} times`,
    `${[...makes.values()].filter((n) => n === 1).length} come in a single row`,
    `${phases.get("Taxi")} rows are Taxi and ${phases.get("Parked")} are Parked`,
  ];
}

function years(): string[] {
  const military = (year: string) => {
    const ofYear = rows.filter((row) => row["Flight Date"]?.startsWith(year));
    return percent(
      ofYear.filter((row) => row["Aircraft Airline Operator"] === "MILITARY").length,
      ofYear.length,
    );
  };
  const [[month, n] = []] = tally(cells(strikes, "Flight Date").map((day) => day.slice(5, 7)));
  expect(month).toBe("10");
  return [
    `That October has most rows (${grouped(n ?? 0)})`,
    `${military("1990")} in 1990 and ${military("2000")} in 2000, and 2002 ends in July`,
  ];
}

function distinct(name: string): number {
  return tally(cells(strikes, name).filter((cell) => cell !== "")).size;
}
