import { open } from "node:fs/promises";

import type { DuckDBConnection } from "@duckdb/node-api";

import { parquetRows } from "../parquet-query.ts";
import { query } from "../query.ts";
import type { TableSource } from "../table-source.ts";

const LOOKED_AT = 2 ** 18;
const LINE_FEED = 0x0a;

/**
 * About how many rows a file has: as many as its size and the length of its first lines let expect; exact for Parquet,
 * which says so.
 */
export async function estimateRows(connection: DuckDBConnection, source: TableSource): Promise<number> {
  if (source.format === "parquet") {
    const { sql, values } = query((bind) => `SELECT count(*) FROM ${parquetRows(source, bind)}`);
    return Number((await (await connection.run(sql, values)).getRows())[0]?.[0]);
  }
  const file = await open(source.file);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, LOOKED_AT)), 0);
    const lines = buffer
      .subarray(0, bytesRead)
      .reduce((count, byte) => (byte === LINE_FEED ? count + 1 : count), 0);
    return bytesRead === 0 ? 0 : Math.ceil((Math.max(1, lines) * size) / bytesRead);
  } finally {
    await file.close();
  }
}
