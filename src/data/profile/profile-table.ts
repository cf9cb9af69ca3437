import type { DuckDBConnection } from "@duckdb/node-api";

import { Problem } from "../../problem.ts";
import { checkHeader } from "../check-header.ts";
import { isNumberType } from "../column.ts";
import { withDuckDB } from "../duckdb.ts";
import { readHeader, unreadable } from "../read-table.ts";
import type { Roles } from "../table.ts";
import type { TableSource } from "../table-source.ts";
import { describeColumn } from "./describe-column.ts";
import { estimateRows } from "./estimate-rows.ts";
import { changesOverTime } from "./over-time.ts";
import { type Correlations, correlationsOf, pairsOf } from "./pairs.ts";
import { type ColumnProfile, type ColumnRole, columnRoles, type Profile } from "./profile.ts";
import { readSample } from "./read-sample.ts";
import type { Sample } from "./sample.ts";
import { targetOf } from "./target.ts";

export interface ProfileOptions {
  /** Told from time to time which share of the work is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** How much memory DuckDB takes before it writes to `temporaryFolder`: "512MB". */
  readonly memoryLimit?: string;
  /** Where it may put what does not fit; without one, what does not fit is an error. */
  readonly temporaryFolder?: string;
}

/** A table's profile, and what it was made from: pictures need more than it holds. */
export interface ProfiledTable {
  readonly profile: Profile;
  readonly sample: Sample;
  readonly correlations: Correlations;
}

/** Up to so many rows everything is computed from all of them; fewer where there are many columns. */
const MOST_ROWS = 2 ** 17;
const MOST_CELLS = 2e7;

/**
 * Describes every column of a table, and the table itself.
 *
 * A table of up to 131,072 rows and 20 million cells is described exactly. A longer one may be larger than memory: counts,
 * means, deviations and extremes are still those of all rows, while what needs all values at once (quartiles, histograms,
 * correlations) is estimated from about 30,000 rows. Each estimate says that it is one.
 *
 * @throws Problem "bad-dataset" if the file cannot be read as a table
 * @example
 * const { columns } = await profileTable(sourceIn(folder, dataPackage), dataPackage.groundwork);
 */
export async function profileTable(
  source: TableSource,
  roles: Roles,
  options: ProfileOptions = {},
): Promise<Profile> {
  return (await profileWithSample(source, roles, options)).profile;
}

/**
 * Describes a table as `profileTable` does, and gives the rows that it was described from too.
 *
 * @throws Problem "bad-dataset" if the file cannot be read as a table
 * @example
 * const { profile, sample } = await profileWithSample(sourceIn(folder, dataPackage), dataPackage.groundwork);
 */
export async function profileWithSample(
  source: TableSource,
  roles: Roles,
  { onProgress = () => undefined, memoryLimit = "512MB", temporaryFolder }: ProfileOptions = {},
): Promise<ProfiledTable> {
  const options = { memoryLimit, ...(temporaryFolder === undefined ? {} : { temporaryFolder }) };
  try {
    const work = (connection: DuckDBConnection) => readTable(connection, source, onProgress);
    return describe(await withDuckDB(work, options), roles);
  } catch (error) {
    throw unreadable(error, source) ?? error;
  }
}

async function readTable(
  connection: DuckDBConnection,
  source: TableSource,
  onProgress: (share: number) => void,
): Promise<Sample> {
  refuseOtherHeader(await readHeader(connection, source), source);
  const expected = await estimateRows(connection, source);
  const most = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_CELLS / source.fields.length)));
  const first = await readSample(connection, source, { most, expected }, onProgress);
  const isTooSmall = !first.isWhole && first.tableRows <= most;
  // Far more rows were expected than there are.
  return isTooSmall ? readSample(connection, source, { most, expected: first.tableRows }, onProgress) : first;
}

function refuseOtherHeader(header: readonly string[], { shownAs, fields }: TableSource): void {
  if (header.length === fields.length && fields.every(({ name }, j) => header[j] === name)) return;
  const [fault] = checkHeader(header, fields).faults;
  if (fault === undefined) return;
  throw new Problem(
    "bad-dataset",
    `${shownAs}, line 1: the column "${fault.column}" ${fault.what}.`.replace(/([.?])\.$/, "$1"),
    "Give the columns the same names, in the same order, in both files.",
  );
}

function describe(sample: Sample, roles: Roles): ProfiledTable {
  const { tableRows, isWhole, rows, unreadableRows, distinctRows } = sample;
  const columns = sample.columns.map((column) =>
    describeColumn(column, sample, rolesOf(column.field.name, roles)),
  );
  const { groups = [], time } = roles;
  const measured = new Set(columns.filter(isMeasured).map(({ name }) => name));
  const correlations = correlationsOf(sample, measured);
  const profile: Profile = {
    rows: tableRows,
    sampledRows: isWhole ? null : rows,
    unreadableRows,
    duplicateRows: { value: tableRows - distinctRows.value, exact: distinctRows.exact },
    columns,
    pairs: pairsOf(correlations),
    target: targetOf(columns),
    groups: columns
      .filter(({ name }) => groups.includes(name))
      .map(({ name, distinct }) => ({ column: name, groups: distinct })),
    overTime: time === undefined ? null : changesOverTime(sample, time, measured),
  };
  return { profile, sample, correlations };
}

/** Whether a column's values are more than names, which numbers can be too. */
function isMeasured({ roles, type }: ColumnProfile): boolean {
  return !roles.includes("identifier") && !(roles.includes("group") && isNumberType(type));
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
