import type { DuckDBConnection } from "@duckdb/node-api";

import { query } from "./query.ts";
import type { TableSource } from "./table-source.ts";
import { typedCells } from "./typed-cells.ts";
import { forEachText } from "./vectors.ts";

/** The commonest texts of a column: those of its first rows, if they are few. */
export interface Dictionary {
  /** The name of the ENUM type that holds them. */
  readonly type: string;
  /** In the order of their codes. */
  readonly texts: readonly string[];
}

const ROWS = 10_000;
const MOST_TEXTS = 500;

/**
 * Makes an ENUM type of the texts in the first rows of each column of text that has few different ones. To take a text
 * over from DuckDB costs up to a microsecond; to look one up by its code costs nothing.
 *
 * @returns for each field its dictionary, or null
 */
export async function makeDictionaries(
  connection: DuckDBConnection,
  source: TableSource,
): Promise<(Dictionary | null)[]> {
  const chosen = textFields(source);
  const dictionaries: (Dictionary | null)[] = source.fields.map(() => null);
  if (chosen.length === 0) return dictionaries;
  const { sql, values } = query((bind) => {
    const texts = chosen.map((i) => `t${i}`);
    return `CREATE TEMP TABLE sample AS SELECT ${texts} FROM ${typedCells(source, bind)} LIMIT ${ROWS}`;
  });
  await connection.run(sql, values);
  for (const i of chosen) dictionaries[i] = await makeDictionary(connection, i);
  return dictionaries;
}

async function makeDictionary(connection: DuckDBConnection, i: number): Promise<Dictionary | null> {
  const [counts = []] = await (await connection.run(`SELECT count(DISTINCT t${i}) FROM sample`)).getRows();
  const nTexts = Number(counts[0]);
  if (nTexts === 0 || nTexts > MOST_TEXTS) return null;
  const type = `dictionary${i}`;
  await connection.run(
    `CREATE TYPE ${type} AS ENUM (SELECT DISTINCT t${i} FROM sample WHERE t${i} IS NOT NULL)`,
  );
  const result = await connection.run(`SELECT encode(unnest(enum_range(NULL::${type}))::VARCHAR)`);
  const chunk = await result.fetchChunk();
  if (chunk === null) return null;
  const texts: string[] = [];
  forEachText(chunk.getColumnVector(0), (text) => texts.push(text ?? ""));
  return { type, texts };
}

function textFields({ fields }: TableSource): number[] {
  return fields.flatMap(({ type }, i) => (type === "string" || type === "datetime" ? i : []));
}
