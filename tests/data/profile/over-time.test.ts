import { describe, expect, test } from "vitest";

import { profileOf } from "./make-source.ts";

/** A hundred days, one row each, with cells by the day's number. */
function days(...cells: readonly ((i: number) => string)[]): string[][] {
  return Array.from({ length: 100 }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
    return [day, ...cells.map((cell) => cell(i))];
  });
}

/** A number between 0 and 1 that seems to follow no order. */
const scattered = (i: number) => ((i * 7919) % 101) / 101;

describe("changes over time", () => {
  test("compare the first tenth of the rows with the last", async () => {
    const rows = days(
      (i) => String(i < 50 ? 10 + scattered(i) : 12 + scattered(i)),
      (i) => (i < 60 ? "old" : i % 2 === 0 ? "new" : "newer"),
      (i) => (i < 90 ? String(scattered(i)) : ""),
      (i) => String(scattered(i)),
    );
    const { overTime } = await profileOf(
      ["day:date", "level:number", "device:string", "lost:number", "noise:number"],
      rows.toReversed(),
      { time: "day" },
    );
    expect(overTime?.early).toEqual({ from: "2024-01-01", to: "2024-01-10", rows: 10 });
    expect(overTime?.late).toEqual({ from: "2024-03-31", to: "2024-04-09", rows: 10 });
    const shifts = overTime?.shifts.value ?? [];
    expect(overTime?.shifts.exact).toBe(true);
    expect(shifts.map(({ column, of }) => `${of} ${column}`).sort()).toEqual([
      "mean level",
      "missing lost",
      "share device",
    ]);
    const share = shifts.find(({ of }) => of === "share");
    expect([share?.value, share?.early, share?.late]).toEqual(["old", 1, 0]);
    const mean = shifts.find(({ of }) => of === "mean");
    // The mean of 10 + ((i * 7919) % 101) / 101 over the first ten i.
    const first = Array.from({ length: 10 }, (_, i) => 10 + scattered(i));
    expect(mean?.early).toBeCloseTo(first.reduce((sum, value) => sum + value, 0) / 10, 9);
  });

  test("keep the rows of one time together", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => [String(2000 + (i % 3)), String(i)]);
    const { overTime } = await profileOf(["year:integer", "x:integer"], rows, { time: "year" });
    expect(overTime?.early).toEqual({ from: 2000, to: 2000, rows: 20 });
    expect(overTime?.late).toEqual({ from: 2002, to: 2002, rows: 20 });
  });

  test("are not told where times are texts, all alike or missing", async () => {
    const rows = days(
      () => "soon",
      () => "2024",
    );
    const ofRole = async (time: string) =>
      (await profileOf(["day:date", "word:string", "year:integer"], rows, { time })).overTime;
    expect(await ofRole("word")).toBeNull();
    expect(await ofRole("year")).toBeNull();
    expect((await profileOf(["day:date"], [[""], [""]], { time: "day" })).overTime).toBeNull();
  });
});
