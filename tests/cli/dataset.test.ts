import { existsSync, readdirSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { hasTerminals, openTerminal } from "./support/pseudo-terminal.ts";
import { temporaryCourse } from "./support/temporary-course.ts";

const course = await temporaryCourse();

describe("dataset list", () => {
  it("names every data set with its rows, columns, task and target", async () => {
    const { code, stdout } = await course.groundwork("dataset", "list");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^wine +178 +14 +classification +target/m);
    expect(stdout).toContain("npm run dataset show");
  });

  it("is one line of JSON with --json", async () => {
    const { stdout } = await course.groundwork("dataset", "list", "--json");
    const entries = JSON.parse(stdout);
    expect(entries.map(({ name }: { name: string }) => name)).toContain("wine");
  });

  it("says of one that can't be read why, and lists the others", async () => {
    const broken = await temporaryCourse();
    broken.write("datasets/tiny/datapackage.json", "{");
    const { code, stdout } = await broken.groundwork("dataset", "list");
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, " ")).toMatch(/can’t be read: datasets.tiny.datapackage\.json/);
    expect(stdout).toContain("wine");
  });
});

describe("dataset fit", () => {
  it("names the lessons that can run on a set, and what the others lack", async () => {
    const { code, stdout } = await course.groundwork("dataset", "fit", "wine");
    expect(code).toBe(0);
    expect(stdout).toMatch(/✓ Lesson 6, Put features on one scale$/m);
    expect(stdout).toMatch(/npm run lesson \d+ -- --dataset wine/);
  });

  it("asks whether another name was meant", async () => {
    const { code, stderr } = await course.groundwork("dataset", "fit", "wime");
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean "wine"?');
  });
});

describe("dataset remove", () => {
  it("refuses where nobody can confirm, and removes nothing", async () => {
    const { code, stderr } = await course.groundwork("dataset", "remove", "tiny");
    expect(code).toBe(2);
    expect(stderr).toContain("npm run dataset remove tiny -- --yes");
    expect(existsSync(course.path("datasets/tiny/data.csv"))).toBe(true);
  });

  it("takes the folder away with --yes, and leaves nothing of it", async () => {
    const own = await temporaryCourse();
    expect((await own.groundwork("dataset", "remove", "tiny", "--yes")).code).toBe(0);
    expect(readdirSync(own.path("datasets")).filter((name) => name.includes("tiny"))).toEqual([]);
  });

  it("removes nothing outside datasets/, whatever the name", async () => {
    for (const name of ["../lessons", ".", "", "/", "..", "wine/.."]) {
      expect((await course.groundwork("dataset", "remove", name, "--yes")).code).toBe(2);
    }
    expect(existsSync(course.path("datasets/wine/data.csv"))).toBe(true);
    expect(existsSync(course.path("lessons"))).toBe(true);
  });

  it.runIf(hasTerminals)("asks, and keeps the data set on Enter", async () => {
    const session = openTerminal(course, ["dataset", "remove", "tiny"]);
    await session.see("Remove the folder datasets/tiny");
    session.press("\r");
    await session.see("tiny stays");
    expect((await session.ended()).code).toBe(0);
    expect(existsSync(course.path("datasets/tiny/data.csv"))).toBe(true);
  });
});

it("names the help of the very command that was given wrongly", async () => {
  const { code, stderr } = await course.groundwork("dataset", "add", "oaks.csv");
  expect(code).toBe(2);
  expect(stderr).toContain("`npm run dataset add -- --help`");
});

describe("dataset show", () => {
  it("sets the profile within the width", async () => {
    const { code, stdout } = await course.groundwork("dataset", "show", "wine");
    expect(code).toBe(0);
    expect(stdout).toMatch(/178 rows of 14 columns/);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("ends with pictures of the whole table, after the words", async () => {
    const { stdout } = await course.groundwork("dataset", "show", "wine");
    expect(stdout).toContain("Target: target, 3 classes, the largest with 39.9% of the rows");
    expect(stdout.indexOf("total_phenols and flavanoids go together most: correlation 0.86")).toBeGreaterThan(
      stdout.indexOf("The deviation is"),
    );
    expect(stdout).not.toMatch(/Gaps in/);
  });

  it("draws the columns that it is asked for, by class of the target", async () => {
    const { code, stdout } = await course.groundwork("dataset", "show", "wine", "--columns", "proline,hue");
    expect(code).toBe(0);
    expect(stdout).toContain("Half of proline lies from 500.5 to 985");
    expect(stdout).toContain("hue by target: median from ");
    expect(stdout).not.toContain("alcohol");
  });

  it("is one line of JSON with --json", async () => {
    const { stdout } = await course.groundwork("dataset", "show", "wine", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ name: "wine", rows: 178, duplicateRows: { value: 0 } });
  });

  it("takes a file that is no data set yet, and leaves no trace of it", async () => {
    const before = readdirSync(course.path("datasets"));
    course.write("mails.csv", "who;girth\nanna@example.org;1,5\nbert@example.org;2,5\n");
    const { code, stdout } = await course.groundwork("dataset", "show", "mails.csv");
    expect(code).toBe(0);
    expect(stdout).toMatch(/2 rows of 2 columns/);
    expect(stdout).toMatch(/^who .*text/m);
    expect(stdout).toMatch(/mean 2\b/);
    expect(readdirSync(course.path("datasets"))).toEqual(before);
  });

  it("asks whether another name was meant", async () => {
    const { code, stderr } = await course.groundwork("dataset", "show", "wime");
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean "wine"?');
  });
});

describe("dataset check", () => {
  it("ends with 0 where data and package agree", async () => {
    const { code, stdout } = await course.groundwork("dataset", "check", "wine");
    expect([code, stdout]).toEqual([0, "✓ wine\n"]);
  });

  it("names every fault by line and column, and ends with 1", async () => {
    const own = await temporaryCourse();
    const lines = own.read("datasets/wine/data.csv").split("\n");
    lines[2] = `much${lines[2]?.slice(lines[2].indexOf(",")) ?? ""}`;
    lines[4] = `-1${lines[4]?.slice(lines[4].indexOf(",")) ?? ""}`;
    own.write("datasets/wine/data.csv", lines.join("\n"));
    const { code, stdout } = await own.groundwork("dataset", "check", "wine");
    expect(code).toBe(1);
    expect(stdout).toContain("✗ wine: 2 faults");
    expect(stdout).toMatch(/line 3, column "alcohol": needs a finite number, got\s+"much"/);
    expect(stdout).toMatch(/line 5, column "alcohol": needs at least 0, got "-1"/);
    const json = await own.groundwork("dataset", "check", "wine", "--json");
    expect(JSON.parse(json.stdout)).toMatchObject([
      { name: "wine", count: 2, faults: [{ line: 3 }, { line: 5 }] },
    ]);
  });
});
