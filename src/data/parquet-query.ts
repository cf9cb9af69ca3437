import { type Bind, pathPattern, type Query, query } from "./query.ts";
import type { TableSource } from "./table-source.ts";

/** The table function that yields the rows of a Parquet file in columns c0, c1, … whatever the file calls them. */
export function parquetRows({ file, fields }: TableSource, bind: Bind): string {
  const names = fields.map((_, i) => `c${i}`);
  // Folders called a=1 are no columns, and old writers do not mark text as text.
  return `read_parquet(${bind(pathPattern(file))}, hive_partitioning = false, binary_as_string = true) AS t(${names})`;
}

/** The text of a cell of `parquetRows`, NULL where it stands for a missing value. */
export function parquetText(cell: string, codes: readonly string[], bind: Bind): string {
  const text = exactText(cell);
  return codes.length === 0 ? text : `CASE WHEN ${text} IN (${codes.map(bind)}) THEN NULL ELSE ${text} END`;
}

/** The exact text of a cell: as many digits as tell the number from its neighbours, times in ISO 8601. */
function exactText(cell: string): string {
  // Casts that a column's type does not know are NULL under TRY_CAST, and never reached for such a column.
  return `CASE typeof(${cell})
    WHEN 'FLOAT' THEN TRY_CAST(${cell} AS DOUBLE)::VARCHAR
    WHEN 'TIMESTAMP WITH TIME ZONE' THEN replace(timezone('UTC', TRY_CAST(${cell} AS TIMESTAMPTZ))::VARCHAR, ' ', 'T') || 'Z'
    WHEN 'TIMESTAMP' THEN replace(${cell}::VARCHAR, ' ', 'T')
    WHEN 'TIMESTAMP_NS' THEN replace(${cell}::VARCHAR, ' ', 'T')
    ELSE ${cell}::VARCHAR END`;
}

/** Asks for the cells of one row of a Parquet file as text, counted from 0. */
export function parquetRowQuery(source: TableSource, row: number): Query {
  return query((bind) => {
    const cells = source.fields.map((_, i) => exactText(`c${i}`));
    return `SELECT ${cells} FROM ${parquetRows(source, bind)} LIMIT 1 OFFSET ${row}`;
  });
}

/** Asks for the nodes of a Parquet file's schema, each before its children: the name in UTF-8, and how many children it has. */
export function parquetSchemaQuery({ file }: TableSource): Query {
  return query((bind) => `SELECT encode(name), num_children FROM parquet_schema(${bind(pathPattern(file))})`);
}
