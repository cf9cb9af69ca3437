import { readdirSync } from "node:fs";

import { beforeAll, describe, expect, it } from "vitest";

import { temporaryCourse, temporaryFolder } from "./support/temporary-course.ts";

const course = await temporaryCourse();
const temporary = temporaryFolder();
const about = ["--licence", "CC0-1.0", "--source", "Our own walks, 2024"];

function add(file: string, name: string, ...more: string[]) {
  const args = ["dataset", "add", file, "--name", name, ...about, ...more];
  return course.node(args, [], { TMPDIR: temporary });
}

/** 60 trees of two kinds, in three measurements and a note that has no order. */
function oaks(): string {
  const rows = Array.from({ length: 60 }, (_, i) => {
    const kind = i % 2 ? "red" : "white";
    return `${10 + ((i * 7) % 13)}.5;${i % 4 === 3 ? "" : (i * 11) % 17};${kind};${(i * 5) % 19}`;
  });
  return `height;girth;kind;rings\n${rows.join("\n")}\n`;
}

/** What could move a terminal's cursor, colour it, or name its window. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
const raw = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/;

beforeAll(() => {
  course.write("oaks.csv", oaks());
});

describe("a file that can be added", () => {
  it("becomes a data set, with what was found and the command that comes next", async () => {
    const { code, stdout, stderr } = await add("oaks.csv", "oaks", "--target", "kind", "--yes");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/oaks\.csv: 60 rows, 4 columns; CSV, UTF-8, cells divided by semicolons/);
    expect(stdout).toMatch(/^girth +integer +15 /m);
    expect(stdout).toContain("datasets/oaks: README.md, data.csv, datapackage.json, 4 pictures in figures");
    expect(stdout).toMatch(/npm run lesson \d+ -- --dataset oaks/);
    expect(readdirSync(course.path("datasets/oaks"))).toEqual([
      ...["README.md", "data.csv", "datapackage.json", "figures"],
    ]);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("has pictures of the data on its card, and passes the check with them", async () => {
    const files = ["target.svg", "columns.svg", "gaps.svg", "correlation.svg"];
    const card = course.read("datasets/oaks/README.md");
    expect([...card.matchAll(/^!\[.*\]\(figures\/(.*)\)$/gm)].map(([, file]) => file)).toEqual(files);
    expect(card).toContain(
      "![Target: kind, 2 classes, all of one size. All 2 values are 30.](figures/target.svg)",
    );
    expect(readdirSync(course.path("datasets/oaks/figures"))).toEqual(files.toSorted());
    for (const file of files)
      expect(course.read(`datasets/oaks/figures/${file}`)).toMatch(/^<svg .*<\/svg>$/s);
    expect((await course.groundwork("dataset", "check", "oaks")).stdout).toBe("✓ oaks\n");
  });

  it("carries lesson 6: the solution gets all points on it", async () => {
    course.write("lessons/06-normalization/exercise.ts", course.read("lessons/06-normalization/solution.ts"));
    const { code, stdout } = await course.groundwork("grade", "6", "--dataset", "oaks");
    expect(stdout).toMatch(/on oaks +10 of 10 points/);
    expect(code).toBe(0);
  });

  it("carries lesson 6: a mistake is told by its name", async () => {
    const [mistake, solution] = ["mistakes/sample-deviation.ts", "solution.ts"].map((file) =>
      course.read(`lessons/06-normalization/${file}`),
    );
    const own = mistake?.slice(mistake.indexOf("export function fitStandardScaler"));
    const others = solution?.replace("export function fitStandardScaler", "function unused");
    course.write("lessons/06-normalization/exercise.ts", `${others}\n${own}`);
    const { code, stdout } = await course.groundwork("grade", "6", "--dataset", "oaks");
    expect(code).toBe(1);
    expect(stdout).toContain("You divide by n − 1.");
  });

  it("shows a lesson's demo on it", async () => {
    const { code, stdout } = await course.groundwork("lesson", "6", "--dataset", "oaks");
    expect(code).toBe(0);
    expect(stdout).toContain("height");
  });

  it("says with --yes which safe choices were taken", async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i + 1},p${i}@example.org,${(i * 7) % 5}.5,${i % 3}`);
    course.write("people.csv", `nr,mail,height,kind\n${rows.join("\n")}\n`);
    const { code, stdout } = await add("people.csv", "people", "--target", "kind", "--yes");
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, " ")).toContain("→ Leave the column out. What tells who somebody is");
    expect(stdout.replace(/\s+/g, " ")).toContain("→ Keep it as an identifier, from which no model learns.");
    const { resources, groundwork } = JSON.parse(course.read("datasets/people/datapackage.json"));
    const names = resources[0].schema.fields.map(({ name }: { name: string }) => name);
    expect(names).toEqual(["nr", "height", "kind"]);
    expect(groundwork.identifiers).toEqual(["nr"]);
  });

  it("never sends its control characters to the terminal", async () => {
    const evil = "\x1b]0;owned\x07\x1b[2J\x1b[31mred\u202e";
    course.write("evil.csv", `"${evil}",b\n1,${evil}\n2,\x9b31mx\n3,${evil}\n`);
    const asked = [["--yes"], ["--yes", "--target", evil], ["--target", `${evil}x`], ["--leaks", evil]];
    for (const [i, more] of asked.entries()) {
      const { stdout, stderr } = await add("evil.csv", `evil-${i}`, ...more);
      expect(stdout + stderr).not.toMatch(raw);
    }
    course.write("mail.csv", `"${evil}",b\na@example.org,1\nb@example.org,2\n`);
    const { code, stderr } = await add("mail.csv", "mail");
    expect([code, stderr]).toEqual([2, expect.stringContaining("holds e-mail addresses")]);
    expect(stderr).not.toMatch(raw);
    expect((await add("evil.csv", `evil${evil}`)).stderr).not.toMatch(raw);
    expect(course.read("datasets/evil-0/data.csv")).toContain(evil);
    expect(course.read("datasets/evil-0/README.md")).not.toMatch(raw);
    for (const file of readdirSync(course.path("datasets/evil-1/figures")))
      expect(course.read(`datasets/evil-1/figures/${file}`)).not.toMatch(raw);
  });
});

describe("a file that can't be added", () => {
  it("is refused with 2, the place, the cause and what to do, and leaves nothing", async () => {
    course.write("bad.csv", "a,b\n1,2\n3\n");
    const before = readdirSync(course.path("datasets"));
    const { code, stdout, stderr } = await add("bad.csv", "bad", "--yes");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/bad\.csv, line 3, column 1: the row has 1 cell, the header 2 cells\./);
    expect(stderr).toContain("Every row needs one cell a column");
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(readdirSync(course.path("datasets"))).toEqual(before);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("is refused where questions are open and nobody can answer", async () => {
    const { code, stderr } = await add("people.csv", "people-2", "--target", "kind");
    expect(code).toBe(2);
    expect(stderr).toMatch(/\d questions are open, and nobody is here to answer:/);
    expect(stderr).toContain('"mail" holds e-mail addresses');
    expect(stderr).toContain("--yes");
    expect(readdirSync(course.path("datasets"))).not.toContain("people-2");
  });

  it("is refused under a name that leads out of datasets/", async () => {
    for (const name of ["../lessons/x", "/tmp/x", "..", ""]) {
      expect((await add("oaks.csv", name, "--yes")).code).toBe(2);
    }
    expect(readdirSync(course.root)).not.toContain("x");
  });

  it("is refused without its control characters", async () => {
    course.write("twice.csv", "\x1b[2Ja,\x1b[2Ja\n1,2\n");
    const { code, stdout, stderr } = await add("twice.csv", "twice", "--yes");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/line 1, column 2: .* is the name of column 1 already/);
    expect(stderr).not.toMatch(raw);
  });
});
