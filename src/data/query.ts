/** A statement for DuckDB and the values of its parameters $1, $2, … */
export interface Query {
  readonly sql: string;
  readonly values: string[];
}

/** Puts a value among the parameters and gives the parameter's name. */
export type Bind = (value: string) => string;

/**
 * A statement in which every value is bound, each once.
 *
 * @example
 * query((bind) => `SELECT * FROM t WHERE a = ${bind("x")}`); // { sql: "SELECT * FROM t WHERE a = $1", values: ["x"] }
 */
export function query(write: (bind: Bind) => string): Query {
  const places = new Map<string, number>();
  const sql = write((value) => {
    const place = places.get(value) ?? places.size + 1;
    places.set(value, place);
    return `$${place}`;
  });
  return { sql, values: [...places.keys()] };
}

/** A path as DuckDB takes it: a pattern, in which brackets make the characters `[`, `*` and `?` stand for themselves. */
export function pathPattern(file: string): string {
  return file.replace(/[[*?]/g, "[$&]");
}
