import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { readColumns } from "../../src/data/read-table.ts";
import { mixedFields } from "./mixed-rows.ts";

const require = createRequire(import.meta.url);

/** Ways to read a file by `writeMixedRows` as values with types. */
const readers: Readonly<Record<string, () => Promise<(file: string) => Promise<number>>>> = {
  groundwork: async () => async (file) => {
    const source = {
      file,
      shownAs: "mixed.csv",
      format: "csv",
      fields: [...mixedFields],
      missingValues: [""],
    } as const;
    return (await readColumns(source))[0]?.values.length ?? 0;
  },
  papaparse: async () => {
    const { parse } = require("papaparse");
    return async (file) =>
      parse(readFileSync(file, "utf8"), { header: true, dynamicTyping: true, skipEmptyLines: true }).data
        .length;
  },
  danfojs: async () => {
    const { readCSV } = require("danfojs-node");
    return async (file) => (await readCSV(file)).shape[0];
  },
};

/** Reads a file some times in one way, and writes the milliseconds that the last time took, and the number of rows. */
async function answer([, , reader = "", file = "", times = "1"]: readonly string[]): Promise<void> {
  const read = await readers[reader]?.();
  if (read === undefined) throw new RangeError(`There is no reader "${reader}".`);
  for (let time = 1; time < Number(times); time++) await read(file);
  const from = performance.now();
  const rows = await read(file);
  console.log(JSON.stringify({ milliseconds: performance.now() - from, rows }));
}

answer(process.argv).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
