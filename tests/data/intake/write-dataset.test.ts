import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import path from "node:path";

import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";

import { readDataPackage } from "../../../src/data/data-package.ts";
import { openDataset } from "../../../src/data/dataset.ts";
import { land } from "../../../src/data/intake/landing.ts";
import { makeRoot } from "../make-dataset.ts";
import { addContent } from "./make-intake.ts";

const trees = `id,name,girth,email,when,kind,late
${Array.from({ length: 40 }, (_, i) => `${i + 1},${i % 7 ? "oak" : "None"},"${i},5",t${i}@x.org,${(i % 28) + 1}/05/2024,${i % 2 ? "a" : "b"},${i % 2 ? "A" : "B"}`).join("\n")}
`;

test("the safe choices leave personal data out, keep names of rows, and put what tells the target under leaks", async () => {
  const { root, folder, files } = await addContent(trees, { target: "kind", groups: ["name"] });
  expect(files).toEqual(["README.md", "data.csv", "datapackage.json"]);
  expect((await readdir(folder)).sort()).toEqual(files);
  expect((await readFile(path.join(folder, "data.csv"), "utf8")).split("\n").slice(0, 3)).toEqual([
    "id,name,girth,when,kind,late",
    "1,None,0.5,1/05/2024,b,B",
    "2,oak,1.5,2/05/2024,a,A",
  ]);
  const { groundwork, licenses, sources, resources } = await readDataPackage(folder);
  expect(groundwork).toEqual({
    task: "classification",
    target: "kind",
    groups: ["name"],
    leaks: ["late"],
    identifiers: ["id"],
    split: "group",
  });
  expect([licenses, sources]).toEqual([
    [{ name: "CC0-1.0", path: "https://spdx.org/licenses/CC0-1.0.html" }],
    [{ title: "A test" }],
  ]);
  expect(resources[0].schema.fields.map(({ type }) => type)).toEqual([
    "integer",
    "string",
    "number",
    "string",
    "string",
    "string",
  ]);
  const { table } = await openDataset(root, "made");
  expect([table.nRows, table.featureNames]).toEqual([40, ["girth"]]);
});

test("other answers change what is stored, and the card tells so", async () => {
  const { root, folder } = await addContent(
    trees,
    { target: "kind" },
    {
      "personal:email": "keep",
      "missing:name": "missing",
      "dates:when": "date",
      "identifier:id": "feature",
      "leak:late": "feature",
    },
  );
  const { table } = await openDataset(root, "made");
  expect(table.column("when").values[0]).toBe("2024-05-01");
  expect(table.column("name").values.slice(0, 2)).toEqual([null, "oak"]);
  expect(table.columnNames).toContain("email");
  expect(table.roles).not.toHaveProperty("leaks");
  const card = await readFile(path.join(folder, "README.md"), "utf8");
  expect(card).toContain("| `name` | string | 6 |");
  expect(card).toContain("They stand for missing values.");
});

test("no answer leaves no column", async () => {
  await expect(addContent("email\na@x.org\nb@x.org\n")).rejects.toMatchObject({
    code: "usage",
    message: "No column would be left.",
  });
});

test("a table above 5 MB is stored as Parquet, with the same values", async () => {
  const n = 120_000;
  const rows = Array.from(
    { length: n },
    (_, i) => `${i / 8},w ${i % 1000} and more words to fill it,${i % 3 ? i : "NA"},${i % 2}`,
  );
  const { root, files } = await addContent(`x,word,count,Kind "a"\n${rows.join("\n")}\n`);
  expect(files).toEqual(["README.md", "data.parquet", "datapackage.json"]);
  const { table } = await openDataset(root, "made");
  expect([table.nRows, table.columnNames]).toEqual([n, ["x", "word", "count", 'Kind "a"']]);
  const row = (i: number) => table.columnNames.map((name) => table.column(name).values[i]);
  expect(row(0)).toEqual([0, "w 0 and more words to fill it", Number.NaN, 0]);
  expect(row(119_999)).toEqual([119_999 / 8, "w 999 and more words to fill it", 119_999, 1]);
});

test("names that differ in letter case alone stay so, also in a large table", async () => {
  const row = `${"x".repeat(60)},${"y".repeat(60)}\n`;
  const { root, files } = await addContent(`a,A\n${row.repeat(50_000)}`);
  expect(files).toContain("data.csv");
  expect((await openDataset(root, "made")).table.columnNames).toEqual(["a", "A"]);
});

const cell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }).map((text) => text.replaceAll(/\0|\p{Surrogate}/gu, "")),
  fc.constantFrom(
    "",
    " ",
    '"',
    '""',
    ",",
    "\n",
    "\r",
    "\r\n",
    "'",
    "\\",
    "NA",
    "007",
    "1e5",
    "-0",
    "=1+1",
    "\u0001",
    "\ufeff",
  ),
  fc.double().map(String),
);

test("whatever text is in a cell, it comes back byte for byte", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), async (cells) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      // The word keeps the columns text, so that nothing may be changed at all.
      const all = [["a word, first", "a word, second"], ...cells];
      const csv = `"one","two"\n${all.map((row) => row.map(quoted).join()).join("\n")}\n`;
      const { root } = await addContent(csv, {}, {});
      const { table } = await openDataset(root, "made");
      for (const [j, name] of ["one", "two"].entries()) {
        expect(table.column(name).values).toEqual(all.map((row) => row[j] || null));
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);

test("numbers at the edges of float64 come back equal", async () => {
  // Whole numbers beyond 2⁵³ − 1, written in digits alone, are another matter: they stay text.
  const number = fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((value) => Number.isSafeInteger(value) || !/^-?\d+$/.test(String(value)));
  const numbers = fc.array(number, { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(numbers, async (values) => {
      const { root } = await addContent(`x,y\n${values.map((value) => `${value},0.5`).join("\n")}\n`);
      const column = (await openDataset(root, "made")).table.column("x");
      expect(column.type).toMatch(/number|integer/);
      expect([...column.values].map((value) => Number(value) + 0)).toEqual(values.map((value) => value + 0));
    }),
    { numRuns: 8 },
  );
}, 60_000);

test("the data card says nothing in Markdown that the file made it say", async () => {
  const { folder } = await addContent("`a|b`,<img src=x>\n[x](http://y),*b*\n[x](http://y),*c*\n", {
    title: "# <b>\n\n## T",
  });
  const card = await readFile(path.join(folder, "README.md"), "utf8");
  const outsideCode = card.replaceAll(/(?<![\\`])(`+)(?!`).+?(?<!`)\1(?!`)/g, "");
  expect(outsideCode).not.toMatch(/(?<!\\)[<`[]/);
  expect(card.match(/^#+ .*/gm)).toEqual([
    "# \\# \\<b\\> \\#\\# T",
    "## The columns",
    "## What was found",
    "## How the file was read",
  ]);
});

test("work that fails leaves nothing, and what killed processes left is swept away", async () => {
  const root = await makeRoot();
  const datasets = path.join(root, "datasets");
  const { pid: dead } = spawnSync(process.execPath, ["--version"]);
  const [killed, old] = [`.adding-${dead}-0123456789abcdef`, `.adding-${process.pid}-0123456789abcdef`];
  const [young, other] = [`.adding-${process.pid}-fedcba9876543210`, ".mine"];
  for (const name of [killed, old, young, other])
    await mkdir(path.join(datasets, name, "made"), { recursive: true });
  const longAgo = Date.now() / 1000 - 3700;
  for (const name of [old, other]) await utimes(path.join(datasets, name), longAgo, longAgo);
  const failing = land(root, "made", async (folder) => {
    await writeFile(path.join(folder, "data.csv"), "half");
    throw new Error("no more");
  });
  await expect(failing).rejects.toThrow("no more");
  expect((await readdir(datasets)).sort()).toEqual([young, other]);
});

test("who comes second with a name is refused, and changes nothing", async () => {
  const root = await makeRoot();
  const write = (text: string) =>
    land(root, "made", async (folder) => {
      await writeFile(path.join(folder, "data.csv"), text);
      if (text === "second")
        await land(root, "made", (first) => writeFile(path.join(first, "data.csv"), "first"));
    });
  await expect(write("second")).rejects.toThrow("datasets/made exists already.");
  expect(await readFile(path.join(root, "datasets", "made", "data.csv"), "utf8")).toBe("first");
  expect(await readdir(path.join(root, "datasets"))).toEqual(["made"]);
});

test.each(["data-package", "tabular-data-package"])(
  "every package holds to Frictionless' %s.json",
  async (schema) => {
    const ajv = new Ajv.default({ strict: false, allErrors: true, formats: { textarea: true } });
    addFormats.default(ajv);
    const fixture = path.resolve(import.meta.dirname, `../../fixtures/frictionless/${schema}.json`);
    const validate = ajv.compile(JSON.parse(await readFile(fixture, "utf8")));
    for (const licence of [
      "MIT",
      "https://example.org/terms",
      "other: free for teaching",
      "LicenseRef-mine",
    ]) {
      const wish = { target: "kind", licence, source: "https://example.org", time: "when" };
      const { folder } = await addContent(trees, wish);
      validate(JSON.parse(await readFile(path.join(folder, "datapackage.json"), "utf8")));
      expect(validate.errors ?? []).toEqual([]);
    }
  },
);
