import { writeFile } from "node:fs/promises";
import path from "node:path";

import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";

import { type CsvRecord, cellsOf, forEachRecord } from "../../src/data/csv-records.ts";
import { makeRoot } from "./make-dataset.ts";

let file: string;
beforeAll(async () => {
  file = path.join(await makeRoot(), "data.csv");
});

async function recordsOf(csv: string | Buffer, delimiter = ",") {
  await writeFile(file, csv);
  const records: (Omit<CsvRecord, "bytes"> & { cells: string[] })[] = [];
  await forEachRecord(file, delimiter, ({ bytes, ...record }) => {
    records.push({ ...record, cells: cellsOf(bytes, delimiter) });
    return true;
  });
  return records;
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const text = fc
  .array(fc.constantFrom("a", '"', "\n", "\r\n", ",", "é", " ", "🌱"), { maxLength: 6 })
  .map((list) => list.join(""));

test("a record has the cells that were written, and its line is one more than the line ends before it", async () => {
  const rows = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.nat(2),
      async (cells, end, nEmptyLines) => {
        const lines = cells.map((record) => record.map(quoted).join(","));
        const separator = end.repeat(1 + nEmptyLines);
        const records = await recordsOf(lines.join(separator) + end);
        expect(records.map((record) => record.cells)).toEqual(cells);
        for (const [i, record] of records.entries()) {
          const before = lines.slice(0, i).map((line) => line + separator);
          const lineEnds =
            before
              .join("")
              .replaceAll("\r\n", "\n")
              .match(/[\r\n]/g) ?? [];
          expect(record).toMatchObject({
            line: 1 + lineEnds.length,
            nCells: 2,
            quotes: "closed",
            lineEnd: end,
          });
        }
      },
    ),
  );
});

test("a quote within a plain cell is a character like any other", async () => {
  expect((await recordsOf('a,5" pipe\n"b",c\n')).map(({ cells }) => cells)).toEqual([
    ["a", '5" pipe'],
    ["b", "c"],
  ]);
});

test("another delimiter, blanks around quotes, and empty cells at the end", async () => {
  expect((await recordsOf('\uFEFFa; "b;c" ;\n', ";"))[0]).toMatchObject({
    cells: ["a", "b;c", ""],
    nCells: 3,
  });
});

test.each([
  ['1,2\n"open,3\n', [2, "open"]],
  ['1,2\n"x"y,3\n4,5\n', [2, "broken"]],
] as const)("bad quotes are told: %j", async (csv, [line, quotes]) => {
  expect((await recordsOf(csv)).find((record) => record.quotes !== "closed")).toMatchObject({ line, quotes });
});

test("records over the edges of what is read at once are whole", async () => {
  const row = `${"x".repeat(699)},"${"y\r\n".repeat(233)}"\r\n`;
  const records = await recordsOf(row.repeat(3000));
  expect(records).toHaveLength(3000);
  expect(new Set(records.map(({ cells }) => cells.join()))).toHaveProperty("size", 1);
  expect(records.at(-1)?.line).toBe(2999 * 234 + 1);
});

test("a quote that is never closed is found without reading the rest of a long file again and again", async () => {
  const records = await recordsOf(`a,b\n"${"x,y\n".repeat(5_000_000)}`);
  expect(records).toHaveLength(2);
  expect(records[1]).toMatchObject({ line: 2, quotes: "open" });
});
