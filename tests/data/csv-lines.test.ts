import fc from "fast-check";
import { expect, test } from "vitest";

import { lineOfRecord } from "../../src/data/csv-lines.ts";

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const text = fc
  .array(fc.constantFrom("a", '"', "\n", ",", "é"), { maxLength: 6 })
  .map((list) => list.join(""));

test("the line of a record is one more than the line ends before it, within quotes or not", () => {
  const records = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(records, fc.constantFrom("\n", "\r\n", "\r"), fc.nat(2), (cells, end, nEmptyLines) => {
      const lines = cells.map((record) => record.map(quoted).join(","));
      const separator = end.repeat(1 + nEmptyLines);
      const file = Buffer.from(lines.join(separator) + end);
      for (const i of lines.keys()) {
        const before = lines.slice(0, i).map((line) => line + separator);
        const lineEnds =
          before
            .join("")
            .replaceAll("\r\n", "\n")
            .match(/[\r\n]/g) ?? [];
        expect(lineOfRecord(file, i, 2)).toBe(1 + lineEnds.length);
      }
    }),
  );
});

test("an empty line is a record where there is one column", () => {
  expect(lineOfRecord(Buffer.from("a\n\n2\nx\n"), 3, 1)).toBe(4);
});
