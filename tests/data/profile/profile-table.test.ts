import path from "node:path";

import { describe, expect, test } from "vitest";

import { readDataPackage } from "../../../src/data/data-package.ts";
import { profileTable } from "../../../src/data/profile/profile-table.ts";
import { sourceIn } from "../../../src/data/table-source.ts";
import { makeSource, profileOf } from "./make-source.ts";

type Profile = Awaited<ReturnType<typeof profileOf>>;

async function profileOfDataset(name: string): Promise<Profile> {
  const folder = path.resolve(import.meta.dirname, "../../../datasets", name);
  const dataPackage = await readDataPackage(folder);
  return profileTable(sourceIn(folder, dataPackage), dataPackage.groundwork);
}

const column = ({ columns }: Profile, name: string) => columns.find((column) => column.name === name);

const exactly = (value: unknown) => ({ value, exact: true });
const near = (value: number) => exactly(expect.closeTo(value, 9));

describe("the profile of a data set that ships", () => {
  test("wine has pandas' figures", async () => {
    const wine = await profileOfDataset("wine");
    expect(wine).toMatchObject({
      rows: 178,
      sampledRows: null,
      unreadableRows: 0,
      duplicateRows: exactly(0),
    });
    // python3 -c "import pandas; print(pandas.read_csv('datasets/wine/data.csv').proline.describe().to_dict())"
    expect(column(wine, "proline")).toMatchObject({
      type: "integer",
      ...{ count: 178, missing: 0, distinct: exactly(121) },
      ...{ mean: near(746.8932584269663), deviation: near(314.9074742768489) },
      ...{ minimum: 278, maximum: 1680, quartiles: exactly([500.5, 673.5, 985]) },
    });
    expect(wine.target).toEqual({
      ...{ kind: "classes", column: "target", classes: exactly(3) },
      frequent: exactly([
        { value: 1, count: 71 },
        { value: 0, count: 59 },
        { value: 2, count: 48 },
      ]),
    });
  });

  test("birdstrikes keeps its mess: doubles, stray codes, blank speeds", async () => {
    const birds = await profileOfDataset("birdstrikes");
    // python3: b = pandas.read_csv('datasets/birdstrikes/data.csv', keep_default_na=False)
    // b.duplicated().sum(), b.nunique(), (b['Speed IAS in knots'] == '').sum(), pandas.to_datetime(b['Flight Date']).quantile(…)
    expect(birds.duplicateRows).toEqual(exactly(24));
    expect(column(birds, "Speed IAS in knots")).toMatchObject({ missing: 2836, distinct: exactly(122) });
    expect(column(birds, "Aircraft Make Model")).toMatchObject({ distinct: exactly(225) });
    expect(column(birds, "Flight Date")).toMatchObject({
      distinct: exactly(3625),
      quartiles: exactly(["1994-04-30", "1997-08-29", "2000-05-21"]),
    });
    const codes = birds.target?.kind === "classes" ? birds.target.frequent.value : [];
    expect(codes).toContainEqual({ value: "C", count: 14 });
    expect(birds.pairs.strongest.value[0]).toEqual({
      columns: ["Cost Repair", "Cost Total $"],
      correlation: expect.closeTo(0.984162, 6),
    });
    expect(birds.groups).toEqual([{ column: "Airport Name", groups: exactly(50) }]);
  });
});

describe("a column", () => {
  test("of texts has its most frequent values and its extremes in characters", async () => {
    const cells = ["b", "a", "", "b", "🦆🦆", '𝔘nicode, "quoted"\nand long', "a", "b"];
    const profile = await profileOf(
      ["text:string", "row:integer"],
      cells.map((cell, i) => [cell, String(i)]),
    );
    expect(column(profile, "text")).toMatchObject({
      ...{ count: 7, missing: 1, distinct: exactly(4) },
      shortest: { text: "b", length: 1 },
      longest: { text: '𝔘nicode, "quoted"\nand long', length: 26 },
    });
    expect(column(profile, "text")).toMatchObject({
      frequent: exactly([
        { value: "b", count: 3 },
        { value: "a", count: 2 },
        { value: '𝔘nicode, "quoted"\nand long', count: 1 },
        { value: "🦆🦆", count: 1 },
      ]),
    });
  });

  test("of texts tells apart what begins alike, however long, and what begins with U+FEFF", async () => {
    const long = "x".repeat(5000);
    const cells = [`${long}a`, `${long}b`, `${long}b`, "\uFEFFy", "y"];
    const profile = await profileOf(
      ["text:string", "row:integer"],
      cells.map((cell, i) => [cell, String(i)]),
    );
    const shown = `${"x".repeat(100)}…`;
    expect(column(profile, "text")).toMatchObject({
      distinct: exactly(4),
      ...{ shortest: { text: "y", length: 1 }, longest: { text: shown, length: 5001 } },
      frequent: exactly([
        { value: shown, count: 2 },
        { value: shown, count: 1 },
        { value: "y", count: 1 },
        { value: "\uFEFFy", count: 1 },
      ]),
    });
  });

  test("of booleans has both counts", async () => {
    const profile = await profileOf(
      ["flag:boolean", "row:integer"],
      [..."10011"].map((cell, i) => [cell, String(i)]),
    );
    expect(column(profile, "flag")).toMatchObject({
      distinct: exactly(2),
      frequent: exactly([
        { value: "true", count: 3 },
        { value: "false", count: 2 },
      ]),
    });
  });

  test("of dates is cut at days", async () => {
    const days = ["2024-01-01", "2024-01-04", "2024-02-01", "2024-03-10"];
    const profile = await profileOf(
      ["day:date", "row:integer"],
      days.map((day, i) => [day, String(i)]),
    );
    // python3 -c "import pandas; print(pandas.Series(pandas.to_datetime([…])).quantile([.25, .5, .75]))"
    expect(column(profile, "day")).toMatchObject({
      ...{ minimum: "2024-01-01", maximum: "2024-03-10" },
      quartiles: exactly(["2024-01-03", "2024-01-18", "2024-02-10"]),
    });
  });

  test("of times knows their offsets, with and without seconds", async () => {
    const times = [
      "2024-05-31T23:59:30.5+02:00",
      "2024-05-31 22:00",
      "2024-05-31T20:00-0130",
      "2024-05-31T21:45Z",
    ];
    const profile = await profileOf(
      ["at:datetime", "row:integer"],
      times.map((time, i) => [time, String(i)]),
    );
    // In UTC: 21:59:30.5, 22:00, 21:30, 21:45.
    expect(column(profile, "at")).toMatchObject({
      ...{ count: 4, minimum: "2024-05-31T21:30:00", maximum: "2024-05-31T22:00:00", distinct: exactly(4) },
      quartiles: exactly(["2024-05-31T21:41:15", "2024-05-31T21:52:15.250", "2024-05-31T21:59:37.875"]),
    });
  });

  test("takes 0 and −0 for one number", async () => {
    const profile = await profileOf(["x:number"], [["0"], ["-0"], ["-0.0"], ["1"]]);
    expect(profile.duplicateRows).toEqual(exactly(2));
    expect(column(profile, "x")).toMatchObject({ distinct: exactly(2), minimum: 0 });
    expect(Object.is(column(await profileOf(["x:number"], [["-0"]]), "x")?.missing, 0)).toBe(true);
  });

  test("at the edges of what a double holds has finite figures", async () => {
    const profile = await profileOf(
      ["x:number"],
      [["1.7976931348623157e308"], ["-1.7976931348623157e308"], ["5e-324"]],
    );
    expect(column(profile, "x")).toMatchObject({
      mean: exactly(expect.closeTo(0)),
      quartiles: exactly([expect.any(Number), 5e-324, expect.any(Number)]),
    });
    expect(JSON.stringify(profile)).not.toMatch(/NaN|Infinity/);
  });
});

describe("a table", () => {
  const header = ["n:number", "i:integer", "s:string", "b:boolean", "d:date", "t:datetime"];

  test.each([
    ["no rows", []],
    ["one row", [["1.5", "2", "x", "true", "2024-01-01", "2024-01-01T10:00"]]],
    ["one row with a single value", [["", "", "x", "", "", ""]]],
    [
      "rows that are all alike",
      new Array(5).fill(["0.1", "2", "x", "true", "2024-01-01", "2024-01-01T10:00"]),
    ],
  ])("of %s has no figure that is no number", async (_, rows) => {
    const profile = await profileOf(header, rows, { target: "s", time: "d", groups: ["i"] });
    expect(profile.rows).toBe(rows.length);
    expect(JSON.parse(JSON.stringify(profile))).toEqual(profile);
    const deviations = profile.columns.map(
      (column) => ("deviation" in column ? column.deviation?.value : 0) ?? 0,
    );
    expect(deviations.every((deviation) => deviation === 0)).toBe(true);
  });

  test("of one column that lacks every value says so", async () => {
    const profile = await profileOf(
      ["gone:number", "row:integer"],
      [
        ["", "1"],
        ["", "2"],
      ],
    );
    expect(column(profile, "gone")).toMatchObject({
      ...{ count: 0, missing: 2, distinct: exactly(0) },
      ...{ mean: null, deviation: null, minimum: null, maximum: null, quartiles: null, histogram: null },
    });
  });

  test("counts a cell that is not of its type as missing, and its row as unreadable", async () => {
    const profile = await profileOf(
      ["x:integer", "day:date"],
      [
        ["1", "2024-01-01"],
        ["2.5", "2024-02-30"],
        ["three", "2024-01-03"],
      ],
    );
    expect(profile.unreadableRows).toBe(2);
    expect(column(profile, "x")).toMatchObject({ count: 1, missing: 2, maximum: 1 });
    expect(column(profile, "day")).toMatchObject({ count: 2, missing: 1 });
  });

  test("may have columns of any name", async () => {
    const names = ['"; DROP TABLE t; --', "__proto__", "constructor", "\u001b[31mred", "a,b", "'"];
    const profile = await profileOf(
      names.map((name) => `${name}:integer`),
      [names.map((_, i) => String(i)), names.map((_, i) => String(-i))],
      { target: "__proto__", groups: ["constructor"] },
    );
    expect(profile.columns.map(({ name }) => name)).toEqual(names);
    expect(profile.target).toMatchObject({ column: "__proto__" });
    expect(profile.groups).toMatchObject([{ column: "constructor" }]);
  });

  test("of 5,000 columns compares as many with each other as it can", async () => {
    const names = Array.from({ length: 5000 }, (_, j) => `c${j}:number`);
    const rows = Array.from({ length: 20 }, (_, i) => names.map((_, j) => String((i * (j + 3)) % 17)));
    const last = rows[19]?.with(4500, "no number") ?? [];
    const profile = await profileOf(names, rows.with(19, last));
    expect(profile.columns).toHaveLength(5000);
    // Rows 17 and 18 are those of 0 and 1, since 17 divides their numbers' difference; 19 would be that of 2.
    expect(profile).toMatchObject({ rows: 20, duplicateRows: exactly(2), unreadableRows: 1 });
    expect(profile.pairs).toMatchObject({ compared: 300, leftOut: 4700 });
  });

  test("with rows of another length is refused with the line", async () => {
    const source = await makeSource(["a:integer", "b:integer"], [["1", "2"], ["3"]]);
    await expect(profileTable(source, {})).rejects.toMatchObject({
      code: "bad-dataset",
      message: expect.stringContaining("line 3"),
    });
  });

  test("with another header than its data package is refused", async () => {
    const source = await makeSource(["a:integer", "b:integer"], [["1", "2"]]);
    const fields = source.fields.toReversed();
    await expect(profileTable({ ...source, fields }, {})).rejects.toMatchObject({ code: "bad-dataset" });
  });

  test("tells how far it has come, and ends with all", async () => {
    const shares: number[] = [];
    const rows = Array.from({ length: 9000 }, (_, i) => [String(i)]);
    await profileTable(
      await makeSource(["x:integer"], rows),
      {},
      { onProgress: (share) => shares.push(share) },
    );
    expect(shares.at(-1)).toBeGreaterThan(0.9);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });
});
