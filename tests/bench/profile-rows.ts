import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { writeMixedRows } from "./mixed-rows.ts";
import { compileChild, pythonWith } from "./programs.ts";
import { median } from "./quantiles.ts";
import { tableOf, times, whole } from "./table.ts";

/** Medians in milliseconds, memory in bytes. */
export interface ProfileRows {
  readonly rows: number;
  readonly runs: number;
  /** The full profile of a CSV file of six mixed columns. */
  readonly profile: number;
  /** pandas' `read_csv` of the same file alone; null where there is no Python with pandas. */
  readonly pandas: number | null;
  /** The file of which memory was measured, how long its profile took, and the largest resident memory. */
  readonly largeFile: number;
  readonly largeProfile: number;
  readonly peakMemory: number;
}

const rows = 1_000_000;
const runs = 5;

/** About two gigabytes. */
const largeRows = 39_000_000;

const pandasReader = `
import sys, time, pandas
for line in sys.stdin:
    start = time.perf_counter()
    pandas.read_csv(line.rstrip("\\n"))
    print((time.perf_counter() - start) * 1000, 0, flush=True)
`;

/** A process that takes a file's path on each line and answers with two numbers. */
interface Answering {
  ask(file: string): Promise<readonly [milliseconds: number, peak: number]>;
  end(): void;
}

/**
 * Times the profile of a million rows turn by turn with pandas' `read_csv` of the same file, each in a process that has
 * done it once before, and measures the memory that the profile of a far larger file takes.
 *
 * @param root the repository's folder
 */
export async function measureProfileRows(root: string, say: (text: string) => void): Promise<ProfileRows> {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-bench-profile-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const child = await compileChild(root, "profile-child", folder);
    const file = join(folder, "mixed.csv");
    say("profile: writing a million rows");
    writeMixedRows(file, rows);
    const times = await timeTurns(child, file, say);
    rmSync(file);
    say("profile: writing a file of 2 GB");
    writeMixedRows(file, largeRows);
    say("profile: the memory that a file of 2 GB takes");
    const { milliseconds, peak } = await onlyAnswer(child, file);
    return {
      ...{ rows, runs, ...times },
      ...{ largeFile: statSync(file).size, largeProfile: milliseconds, peakMemory: peak },
    };
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** The times and the memory as tables, with their goals. */
export function profileRowsTable(measured: ProfileRows): string {
  const { profile, pandas, largeFile, largeProfile, peakMemory } = measured;
  const megabytes = (bytes: number) => whole(bytes / 1e6);
  return [
    tableOf([
      [`Profile of ${whole(measured.rows)} rows of 6 columns`, "time", "ratio", "goal"],
      ...(pandas === null ? [] : [["  pandas, read_csv alone", whole(pandas), "", ""]]),
      [
        "  Groundwork, the full profile",
        whole(profile),
        pandas === null ? "" : times(profile / pandas),
        "at most 1 ×",
      ],
    ]),
    tableOf([
      [`Profile of a file of ${megabytes(largeFile)} MB`, "time", "memory, MB", "goal"],
      ["  Groundwork", whole(largeProfile), megabytes(peakMemory), "at most 1000"],
    ]),
  ].join("\n\n");
}

async function timeTurns(child: string, file: string, say: (text: string) => void) {
  const ours = start([process.execPath, child]);
  const python = pythonWith("pandas");
  const theirs = python === undefined ? undefined : start([python, "-c", pandasReader]);
  try {
    const [profile, pandas]: [number[], number[]] = [[], []];
    for (let run = 0; run <= runs; run++) {
      say(`profile of a million rows: ${run > 0 ? `run ${run} of ${runs}` : "warming up"}`);
      const [ourTime] = await ours.ask(file);
      const [theirTime] = (await theirs?.ask(file)) ?? [Number.NaN];
      if (run > 0) profile.push(ourTime);
      if (run > 0) pandas.push(theirTime);
    }
    return { profile: median(profile), pandas: theirs ? median(pandas) : null };
  } finally {
    ours.end();
    theirs?.end();
  }
}

async function onlyAnswer(child: string, file: string) {
  const fresh = start([process.execPath, child]);
  try {
    const [milliseconds, peak] = await fresh.ask(file);
    return { milliseconds, peak };
  } finally {
    fresh.end();
  }
}

function start([command, ...args]: readonly [string, ...string[]]): Answering {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    ask: async (file) => {
      child.stdin.write(`${file}\n`);
      const { value, done } = await lines.next();
      const [milliseconds, peak] = String(value).split(" ").map(Number);
      if (done || milliseconds === undefined || peak === undefined)
        throw new Error(`\`${command}\` ended without an answer.`);
      return [milliseconds, peak];
    },
    end: () => child.stdin.end(),
  };
}
