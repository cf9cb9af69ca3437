import { createInterface } from "node:readline";

import { profileTable } from "../../src/data/profile/profile-table.ts";
import { mixedFields } from "./mixed-rows.ts";

/**
 * Profiles each file by `writeMixedRows` that standard input names, and writes a line for it: the milliseconds that it
 * took, and this process's largest resident memory so far in bytes.
 */
async function answer(): Promise<void> {
  for await (const file of createInterface({ input: process.stdin })) {
    const from = performance.now();
    await profileTable(
      { file, shownAs: "mixed.csv", format: "csv", fields: [...mixedFields], missingValues: [""] },
      { target: "group", time: "day" },
    );
    const milliseconds = performance.now() - from;
    console.log(`${milliseconds} ${process.resourceUsage().maxRSS * 1024}`);
  }
}

answer().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
