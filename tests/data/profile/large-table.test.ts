import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { beforeAll, describe, expect, test } from "vitest";

import type { Profile } from "../../../src/data/profile/profile.ts";
import { profileTable } from "../../../src/data/profile/profile-table.ts";
import { mixedFields, writeMixedRows } from "../../bench/mixed-rows.ts";
import { makeFolder } from "./make-source.ts";

const nRows = 300_000;

let file: string;
let profile: Profile;
/** The cells as text; no cell of these rows holds a comma. */
let cells: string[][];

const source = (file: string) =>
  ({ file, shownAs: "mixed.csv", format: "csv", fields: [...mixedFields], missingValues: [""] }) as const;

beforeAll(async () => {
  file = path.join(await makeFolder(), "mixed.csv");
  writeMixedRows(file, nRows);
  profile = await profileTable(source(file), { target: "group", time: "day" });
  const lines = (await readFile(file, "utf8")).trimEnd().split("\n").slice(1);
  cells = lines.map((line) => line.split(","));
});

const column = (name: string) => profile.columns.find((column) => column.name === name);
const present = (j: number) => cells.map((row) => row[j] ?? "").filter((cell) => cell !== "");

describe("a table that is not held as a whole", () => {
  test("says from how many rows it makes its estimates", () => {
    expect(profile.rows).toBe(nRows);
    expect(profile.sampledRows).toBeGreaterThan(30_000);
    expect(profile.sampledRows).toBeLessThan(nRows);
  });

  test("has the counts, means, deviations and extremes of all rows", () => {
    const values = present(2).map(Number);
    const mean = values.reduce((sum, value) => sum + value / values.length, 0);
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    expect(column("value")).toMatchObject({
      ...{ count: values.length, missing: nRows - values.length },
      mean: { value: expect.closeTo(mean, 9), exact: true },
      deviation: { value: expect.closeTo(Math.sqrt(squares / (values.length - 1)), 9), exact: true },
      minimum: values.reduce((least, value) => Math.min(least, value)),
      maximum: values.reduce((most, value) => Math.max(most, value)),
    });
  });

  test("has the frequencies of few texts exactly", () => {
    const groups = present(1);
    const counts = [...new Set(groups)].map((value) => ({
      value,
      count: groups.filter((group) => group === value).length,
    }));
    expect(column("group")).toMatchObject({
      distinct: { value: 8, exact: true },
      frequent: { value: counts.sort((one, other) => other.count - one.count), exact: true },
    });
    const trues = present(5).filter((cell) => cell === "true").length;
    expect(column("flag")).toMatchObject({
      frequent: { value: [{ value: "false" }, { value: "true", count: trues }], exact: true },
    });
  });

  test("estimates quartiles to within a hundredth of the rows", () => {
    const sorted = Float64Array.from(present(2), Number).sort();
    const found = column("value");
    const quartiles = found && "mean" in found ? found.quartiles : null;
    expect(quartiles?.exact).toBe(false);
    for (const [i, value] of (quartiles?.value ?? []).entries()) {
      const rank = sorted.findIndex((other) => other >= value) / sorted.length;
      expect(Math.abs(rank - (i + 1) / 4)).toBeLessThan(0.01);
    }
    expect(quartiles?.value).toHaveLength(3);
  });

  test("estimates the histogram, on the edges of all values", () => {
    const found = column("count");
    const histogram = found && "mean" in found ? found.histogram : null;
    expect(histogram?.exact).toBe(false);
    expect([histogram?.value.edges[0], histogram?.value.edges.at(-1)]).toEqual([0, 1000]);
    const low = present(3).filter((cell) => Number(cell) < 50).length;
    expect(Math.abs((histogram?.value.counts[0] ?? 0) - low)).toBeLessThan(0.05 * low);
  });

  test("estimates how many values are different, and knows when all are", () => {
    expect(column("id")).toMatchObject({ distinct: { value: nRows, exact: false } });
    expect(column("value")).toMatchObject({ distinct: { value: present(2).length, exact: false } });
    expect(profile.duplicateRows).toEqual({ value: 0, exact: false });
    expect(column("day")).toMatchObject({ distinct: { value: 3653, exact: true } });
  });

  test("has the same profile each time", async () => {
    expect(await profileTable(source(file), { target: "group", time: "day" })).toEqual(profile);
  });
});

test("a short table is described exactly, though its first line lets a long one expect", async () => {
  const long = path.join(await makeFolder(), "long.csv");
  const rows = Array.from(
    { length: 3000 },
    (_, i) => `r${i},${i < 2000 ? "" : "x".repeat(20_000)},1,2,2024-01-01,true`,
  );
  await writeFile(long, `${mixedFields.map(({ name }) => name).join(",")}\n${rows.join("\n")}\n`);
  const found = await profileTable(source(long), {});
  expect(found).toMatchObject({ rows: 3000, sampledRows: null, duplicateRows: { value: 0, exact: true } });
});
