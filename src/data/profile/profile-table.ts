import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import type { DuckDBConnection } from "@duckdb/node-api";

import { withDuckDB } from "../duckdb.ts";
import type { Roles } from "../table.ts";
import type { TableSource } from "../table-source.ts";
import { describeColumn } from "./describe-column.ts";
import { estimateRows } from "./estimate-rows.ts";
import { changesOverTime } from "./over-time.ts";
import { pairsOf } from "./pairs.ts";
import { type ColumnRole, columnRoles, type Profile } from "./profile.ts";
import { readRows } from "./read-rows.ts";
import type { Sample } from "./sample.ts";
import { readTotals, type TableTotals } from "./table-totals.ts";
import { targetOf } from "./target.ts";

export interface ProfileOptions {
  /** Told from time to time which share of the work is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** How much memory DuckDB takes before it writes to `temporaryFolder`: "512MB". */
  readonly memoryLimit?: string;
  /** Where it may put what does not fit; without one, a folder of its own that is removed at the end. */
  readonly temporaryFolder?: string;
}

/** Up to so many rows everything is computed from all of them; fewer where there are many columns. */
const MOST_ROWS = 200_000;
const MOST_CELLS = 2e7;

/** A table that is expected to have this many times as many is looked into only this far before it is summed up. */
const FAR_MORE = 2;
const HEAD_ROWS = 20_000;

/** Of a larger table so many rows are picked, and less where there are many columns. */
const SAMPLE_ROWS = 100_000;
const SAMPLE_CELLS = 5e6;

/** What was read of a table; the totals are those of a table too large to be held. */
interface Found {
  readonly rows: number;
  readonly sample: Sample;
  readonly unreadableRows: number;
  readonly duplicateRows: number;
  readonly totals?: TableTotals;
}

/**
 * Describes every column of a table, and the table itself.
 *
 * A table of up to 200,000 rows (or 20 million cells, or 128 MB of different texts) is described exactly. A longer one
 * may be larger than memory: it is summed up in one pass, and what needs all values at once (quartiles, histograms,
 * frequent texts, correlations) is estimated from about 100,000 rows picked at random. Each estimate says that it is one,
 * and differs a little from run to run.
 *
 * @throws Problem "bad-dataset" if the file cannot be read as a table
 * @example
 * const { columns } = await profileTable(sourceIn(folder, dataPackage), dataPackage.groundwork);
 */
export async function profileTable(
  source: TableSource,
  roles: Roles,
  { onProgress = () => undefined, memoryLimit = "512MB", temporaryFolder }: ProfileOptions = {},
): Promise<Profile> {
  const ownFolder = temporaryFolder ?? (await mkdtemp(path.join(tmpdir(), "groundwork-profile-")));
  try {
    const work = (connection: DuckDBConnection) => readTable(connection, source, onProgress);
    return toProfile(await withDuckDB(work, { memoryLimit, temporaryFolder: ownFolder }), roles);
  } finally {
    if (temporaryFolder === undefined) await rm(ownFolder, { recursive: true, force: true });
  }
}

async function readTable(
  connection: DuckDBConnection,
  source: TableSource,
  onProgress: (share: number) => void,
): Promise<Found> {
  const expected = await estimateRows(connection, source);
  const most = Math.min(MOST_ROWS, Math.floor(MOST_CELLS / source.fields.length));
  const isFarLarger = expected > FAR_MORE * most;
  const report = (rows: number) => onProgress(Math.min(1, rows / expected));
  const first = await readRows(connection, source, isFarLarger ? HEAD_ROWS : most, report);
  if (first.sample.isWhole) return { ...first, rows: first.sample.rows };
  const sampleRows = Math.min(SAMPLE_ROWS, Math.ceil(SAMPLE_CELLS / source.fields.length));
  const outlook = { head: first.sample, rows: Math.max(expected, first.sample.rows), sampleRows };
  const totals = await withProgress(connection, onProgress, () => readTotals(connection, source, outlook));
  if (totals.rows > most) return { ...totals, totals };
  const again = await readRows(connection, source, most, report);
  return again.sample.isWhole ? { ...again, rows: again.sample.rows } : { ...totals, totals };
}

/** Tells how far DuckDB's query has come for as long as some work takes. */
async function withProgress<Result>(
  connection: DuckDBConnection,
  onProgress: (share: number) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  await connection.run("SET enable_progress_bar = true");
  await connection.run("SET enable_progress_bar_print = false");
  const timer = setInterval(() => onProgress(clip(connection.progress.percentage / 100)), 100);
  return work().finally(() => clearInterval(timer));
}

/** DuckDB says −1 where it does not know. */
function clip(share: number): number {
  return Math.max(0, Math.min(1, share));
}

function toProfile({ rows, sample, unreadableRows, duplicateRows, totals }: Found, roles: Roles): Profile {
  const columns = sample.columns.map((column, i) =>
    describeColumn(column, rows, rolesOf(column.field.name, roles), totals?.columns[i]),
  );
  const { identifiers = [], groups = [], time } = roles;
  const measured = new Set(columns.map(({ name }) => name).filter((name) => !identifiers.includes(name)));
  return {
    rows,
    sampledRows: sample.isWhole ? null : sample.rows,
    unreadableRows,
    duplicateRows: { value: duplicateRows, exact: sample.isWhole },
    columns,
    pairs: pairsOf(sample, measured),
    target: targetOf(columns),
    groups: columns
      .filter(({ name }) => groups.includes(name))
      .map(({ name, distinct }) => ({ column: name, groups: distinct })),
    overTime: time === undefined ? null : changesOverTime(sample, time, measured),
  };
}

function rolesOf(name: string, { target, groups, time, leaks, identifiers }: Roles): ColumnRole[] {
  const named: Record<ColumnRole, boolean> = {
    target: target === name,
    group: groups?.includes(name) === true,
    time: time === name,
    leak: leaks?.includes(name) === true,
    identifier: identifiers?.includes(name) === true,
  };
  return columnRoles.filter((role) => named[role]);
}
