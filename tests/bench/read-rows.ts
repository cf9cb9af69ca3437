import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { loadEsbuild } from "../../src/compile.mjs";
import { writeMixedRows } from "./mixed-rows.ts";
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
    const child = await compileChild(root, folder);
    const file = join(folder, "mixed.csv");
    say("reading: writing a million rows");
    writeMixedRows(file, rows);
    const python = findPandas();
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

/** `read-child.ts` as one file that finds the repository's packages. */
async function compileChild(root: string, folder: string): Promise<string> {
  const outfile = join(folder, "read-child.mjs");
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  await loadEsbuild().build({
    entryPoints: [join(root, "tests/bench/read-child.ts")],
    ...{ bundle: true, platform: "node", format: "esm", packages: "external", outfile },
  });
  return outfile;
}

/** A Python that has pandas, if there is one. */
function findPandas(): string | undefined {
  const names = ["python3", "python", "/usr/bin/python3"];
  return names.find((name) => spawnSync(name, ["-c", "import pandas"]).status === 0);
}

async function timeOf(command: string, args: readonly string[]): Promise<number> {
  const { stdout } = await promisify(execFile)(command, args);
  const answer = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  if (answer.rows !== rows)
    throw new Error(`${command} ${args.join(" ")} has read ${answer.rows} rows, not ${rows}.`);
  return answer.milliseconds;
}
