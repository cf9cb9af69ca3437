import type { DuckDBConnection } from "@duckdb/node-api";

import { Problem } from "../../problem.ts";
import { allowMemory, literal, pathLiteral, rowGroups, rowsOf } from "./cell-table.ts";
import { refused } from "./file-kind.ts";
import { checkHeader } from "./header.ts";
import { showText } from "./show-text.ts";
import { emptyTextRemarks, type Staged } from "./staging.ts";
import { LONGEST_CELL, LONGEST_RECORD } from "./strict-records.ts";

/**
 * Brings a Parquet file's values into one with all of them as exact texts.
 *
 * @throws Problem "bad-dataset" with the column and the row of what is wrong
 */
export async function stageParquet(
  connection: DuckDBConnection,
  file: string,
  shownAs: string,
  target: string,
): Promise<Staged & { nested: readonly string[] }> {
  const source = `read_parquet(${pathLiteral(file)}, hive_partitioning = false, binary_as_string = true)`;
  try {
    const described = await rowsOf(connection, `DESCRIBE SELECT * FROM ${source}`);
    const names = await columnNames(connection, file);
    checkHeader(names, shownAs);
    const columns = described.map(([, type], j) => ({ name: names[j] ?? "", type: String(type) }));
    await allowMemory(connection, columns.length);
    // Positional names, since the file's own may differ in nothing but case.
    const aliases = columns.map((_, j) => `c${j}`);
    await refuseBytes(connection, file, names, shownAs);
    const texts = columns.map(({ type }, j) => `nullif(${textOf(`c${j}`, type)}, '') AS c${j}`);
    await connection.run(`COPY (
        SELECT row_number() OVER () AS place, ${texts} FROM ${source} AS source(${aliases})
      ) TO ${literal(target)} (FORMAT parquet${rowGroups(columns.length)})`);
    const copied = `read_parquet(${pathLiteral(target)})`;
    const [[nRows] = []] = await rowsOf(connection, `SELECT count(*) FROM ${copied}`);
    if (Number(nRows) === 0) throw refused(shownAs, "has no rows", "It needs at least one.");
    await checkCells(connection, copied, names, shownAs);
    const empty = columns.flatMap(({ type }, j) =>
      type === "VARCHAR" ? [`count(*) FILTER (c${j} = '')`] : [],
    );
    const [counts = []] =
      empty.length === 0
        ? []
        : await rowsOf(connection, `SELECT ${empty} FROM ${source} AS source(${aliases})`);
    const nEmpty = counts.reduce<number>((sum, count) => sum + Number(count), 0);
    const nested = columns.filter(({ type }) => isNested(type)).map(({ name }) => name);
    return { names, nRows: Number(nRows), remarks: emptyTextRemarks(nEmpty), nested };
  } catch (error) {
    if (error instanceof Problem || !(error instanceof Error)) throw error;
    const cause = error.message.split("\n")[0];
    throw refused(
      shownAs,
      `is a Parquet file that cannot be read: ${cause}`,
      "Write it again, or save it as CSV.",
    );
  }
}

/** A value's text, from which the very same value can be read again. */
function textOf(cell: string, type: string): string {
  if (type === "FLOAT") return `CAST(CAST(${cell} AS DOUBLE) AS VARCHAR)`;
  if (type === "TIMESTAMP WITH TIME ZONE") {
    return `CAST(make_timestamp(epoch_us(${cell})) AS VARCHAR) || 'Z'`;
  }
  return isNested(type) ? `CAST(to_json(${cell}) AS VARCHAR)` : `CAST(${cell} AS VARCHAR)`;
}

function isNested(type: string): boolean {
  return /\[\d*\]$|^(STRUCT|MAP|UNION)\b/.test(type);
}

/** Refuses bytes that are no text; old writers do not mark text as text, so that only the bytes can tell. */
async function refuseBytes(
  connection: DuckDBConnection,
  file: string,
  names: readonly string[],
  shownAs: string,
): Promise<void> {
  const aliases = names.map((_, j) => `c${j}`);
  const raw = `read_parquet(${pathLiteral(file)}, hive_partitioning = false) AS source(${aliases})`;
  const described = await rowsOf(connection, `DESCRIBE SELECT * FROM ${raw}`);
  for (const [j, [, type]] of described.entries()) {
    if (type !== "BLOB") continue;
    const [row] = await rowsOf(
      connection,
      `SELECT place FROM (SELECT row_number() OVER () AS place, c${j} AS bytes FROM ${raw})
       WHERE bytes IS NOT NULL AND TRY(decode(bytes)) IS NULL ORDER BY place LIMIT 1`,
    );
    if (row === undefined) continue;
    throw new Problem(
      "bad-dataset",
      `${shownAs}, row ${Number(row[0])}, column ${j + 1} (${showText(names[j] ?? "")}): the cell holds bytes that are no text.`,
      "Leave the column out, or write what it holds as text.",
    );
  }
}

/** The names as the file has them; DuckDB itself would call the second of "a" and "A" "A_1". */
async function columnNames(connection: DuckDBConnection, file: string): Promise<string[]> {
  const schema = `SELECT name, num_children FROM parquet_schema(${pathLiteral(file)})`;
  const [, ...nodes] = await rowsOf(connection, schema);
  const names: string[] = [];
  let nested = 0;
  for (const [name, nChildren] of nodes) {
    if (nested === 0) names.push(String(name));
    else nested--;
    nested += Number(nChildren ?? 0);
  }
  return names;
}

async function checkCells(
  connection: DuckDBConnection,
  source: string,
  names: readonly string[],
  shownAs: string,
): Promise<void> {
  const cells = names.map((_, j) => `c${j}`);
  const bad = (cell: string) => `strlen(${cell}) > ${LONGEST_CELL} OR contains(${cell}, chr(0))`;
  const [found] = await rowsOf(
    connection,
    `SELECT place, CASE ${cells.map((cell, j) => `WHEN ${bad(cell)} THEN ${j}`).join(" ")} END AS col
     FROM ${source} WHERE col IS NOT NULL ORDER BY place LIMIT 1`,
  );
  if (found === undefined) {
    await checkLengths(connection, source, cells, shownAs);
    return;
  }
  const [row, j] = found.map(Number);
  throw new Problem(
    "bad-dataset",
    `${shownAs}, row ${row}, column ${Number(j) + 1} ("${names[Number(j)]}"): the cell holds a zero byte (NUL), or more ` +
      `than ${LONGEST_CELL.toLocaleString("en")} bytes.`,
    "Correct the cell, or leave the column out.",
  );
}

async function checkLengths(
  connection: DuckDBConnection,
  source: string,
  cells: readonly string[],
  shownAs: string,
): Promise<void> {
  const [long] = await rowsOf(
    connection,
    `SELECT place FROM ${source} WHERE strlen(concat_ws(',', ${cells})) > ${LONGEST_RECORD} ORDER BY place LIMIT 1`,
  );
  if (long === undefined) return;
  const most = LONGEST_RECORD.toLocaleString("en");
  throw new Problem(
    "bad-dataset",
    `${shownAs}, row ${Number(long[0])}: the record is longer than ${most} bytes.`,
    "Keep such content in files of its own and name them in the table.",
  );
}
