import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";
import { afterAll, expect, it } from "vitest";

import { readLines } from "../../src/course/lines.ts";

const folder = mkdtempSync(join(tmpdir(), "groundwork-lines-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("readLines gives the lines that splitting the whole file gives, however small its chunks", () => {
  const text = fc
    .array(fc.constantFrom("\n", "a", "é", "😀", "\r\n", '{"a":1}'))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (content, chunkSize) => {
      const file = join(folder, "text");
      writeFileSync(file, content);
      const lines = [...readLines(file, chunkSize)].map((line) => line.toString());
      expect(lines).toEqual(content.split("\n").filter((line) => line !== ""));
    }),
  );
});

it("readLines finds no lines in a file that is not there", () => {
  expect([...readLines(join(folder, "nothing"))]).toEqual([]);
});
