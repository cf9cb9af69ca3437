import { closeSync, openSync, writeSync } from "node:fs";

import { Random } from "../../src/ml/random.ts";

/** The columns of a file by `writeMixedRows`, as a data package describes them. */
export const mixedFields = [
  { name: "id", type: "string" },
  { name: "group", type: "string" },
  { name: "value", type: "number" },
  { name: "count", type: "integer" },
  { name: "day", type: "date" },
  { name: "flag", type: "boolean" },
] as const;

const groups = ["ash", "birch", "cedar", "elm", "larch", "maple", "oak", "willow"];
const days = Array.from({ length: 3653 }, (_, i) =>
  new Date(Date.UTC(2015, 0, 1 + i)).toISOString().slice(0, 10),
);
const rowsPerPiece = 20_000;

/**
 * Writes a CSV file of six columns with a header line: the same bytes for the same number of rows. In each column but
 * the first, one cell in a hundred is empty. A row takes about 50 bytes.
 */
export function writeMixedRows(file: string, nRows: number): void {
  const random = new Random(0);
  const descriptor = openSync(file, "w");
  try {
    writeSync(descriptor, `${mixedFields.map(({ name }) => name).join(",")}\n`);
    for (let from = 0; from < nRows; from += rowsPerPiece) {
      let piece = "";
      for (let i = from; i < Math.min(nRows, from + rowsPerPiece); i++) piece += rowOf(i, random);
      writeSync(descriptor, piece);
    }
  } finally {
    closeSync(descriptor);
  }
}

function rowOf(i: number, random: Random): string {
  const isEmpty = () => random.uniform() < 0.01;
  const group = isEmpty() ? "" : groups[Math.floor(random.uniform() * groups.length)];
  const value = isEmpty() ? "" : 200 * (random.uniform() + random.uniform() + random.uniform() - 1.5);
  const count = isEmpty() ? "" : Math.floor(1000 * random.uniform() ** 3);
  const day = isEmpty() ? "" : days[Math.floor(random.uniform() * days.length)];
  const flag = isEmpty() ? "" : random.uniform() < 0.3;
  return `r${String(i + 1).padStart(6, "0")},${group},${value},${count},${day},${flag}\n`;
}
