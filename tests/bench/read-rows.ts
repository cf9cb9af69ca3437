import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { writeMixedRows } from "./mixed-rows.ts";
import { compileChild, pythonWith } from "./programs.ts";
import { median } from "./quantiles.ts";
import { tableOf, times, whole } from "./table.ts";

/** Milliseconds: medians of `runs` for ours and pandas, one run for the others. */
export interface ReadRows {
  readonly rows: number;
  readonly runs: number;
  readonly ours: number;
  /** Null where there is no Python with pandas. */
  readonly pandas: number | null;
  readonly papaparse: number;
  readonly danfojs: number;
}

const rows = 1_000_000;
const runs = 5;

const pandasReader = `
import json, sys, time, pandas
pandas.read_csv(sys.argv[1])
start = time.perf_counter()
frame = pandas.read_csv(sys.argv[1])
print(json.dumps({"milliseconds": (time.perf_counter() - start) * 1000, "rows": len(frame)}))
`;

/**
 * Times how a file of a million rows and six columns becomes values with types: by our reader and by pandas' `read_csv`
 * turn by turn, each in a fresh process that has read it once before; by papaparse and danfojs once.
 *
 * @param root the repository's folder
 */
export async function measureReadRows(root: string, say: (text: string) => void): Promise<ReadRows> {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-bench-read-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const child = await compileChild(root, "read-child", folder);
    const file = join(folder, "mixed.csv");
    say("reading: writing a million rows");
    writeMixedRows(file, rows);
    const python = pythonWith("pandas");
    const [ours, pandas]: [number[], number[]] = [[], []];
    for (let run = 1; run <= runs; run++) {
      say(`reading a million rows: run ${run} of ${runs}`);
      ours.push(await timeOf(process.execPath, [child, "groundwork", file, "2"]));
      if (python !== undefined) pandas.push(await timeOf(python, ["-c", pandasReader, file]));
    }
    say("reading a million rows: papaparse and danfojs");
    const papaparse = await timeOf(process.execPath, [child, "papaparse", file]);
    const danfojs = await timeOf(process.execPath, ["--max-old-space-size=8192", child, "danfojs", file]);
    return {
      rows,
      runs,
      ours: median(ours),
      pandas: python === undefined ? null : median(pandas),
      papaparse,
      danfojs,
    };
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** The times as a table, with how many times as long as ours each takes. */
export function readRowsTable({ ours, pandas, papaparse, danfojs, ...measured }: ReadRows): string {
  const row = (name: string, time: number, goal = "") => [`  ${name}`, whole(time), times(time / ours), goal];
  return tableOf([
    [`Reading ${whole(measured.rows)} rows of 6 columns`, "time", "to ours", "goal"],
    ["  Groundwork", whole(ours), "", ""],
    ...(pandas === null ? [] : [row("pandas, read_csv", pandas, "at least 1 ×")]),
    row("papaparse", papaparse),
    row("danfojs", danfojs),
  ]);
}

async function timeOf(command: string, args: readonly string[]): Promise<number> {
  const { stdout } = await promisify(execFile)(command, args);
  const answer = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  if (answer.rows !== rows)
    throw new Error(`${command} ${args.join(" ")} has read ${answer.rows} rows, not ${rows}.`);
  return answer.milliseconds;
}
