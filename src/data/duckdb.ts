import type { DuckDBConnection } from "@duckdb/node-api";

export interface DuckDBOptions {
  /** How much memory DuckDB takes before it writes to `temporaryFolder`: "512MB". */
  readonly memoryLimit?: string;
  /** Where it may put what does not fit; without one, what does not fit is an error. */
  readonly temporaryFolder?: string;
}

/**
 * Opens an empty database in memory for as long as some work takes.
 *
 * It loads no extension, so nothing is ever fetched; loading DuckDB itself takes 160 ms, which is why it is loaded here
 * and nowhere else.
 *
 * @example
 * await withDuckDB(async (connection) => (await connection.run("SELECT 42")).getRows());
 */
export async function withDuckDB<Result>(
  work: (connection: DuckDBConnection) => Promise<Result>,
  { memoryLimit, temporaryFolder = "" }: DuckDBOptions = {},
): Promise<Result> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    autoload_known_extensions: "false",
    autoinstall_known_extensions: "false",
    temp_directory: temporaryFolder,
    ...(memoryLimit === undefined ? {} : { memory_limit: memoryLimit }),
  });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
