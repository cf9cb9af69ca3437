import { readFileSync, writeFileSync } from "node:fs";

import { withDuckDB } from "../../../../src/data/duckdb.ts";
import { acceptsAll, refusesAll } from "./bad-file.ts";

const query = (sql: string) => (file: string) =>
  withDuckDB((connection) =>
    connection.run(`COPY (${sql}) TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`),
  );

/** A Parquet file of 1,000 rows, its bytes changed. */
const changed = (change: (bytes: Buffer) => Buffer) => async (file: string) => {
  await query("SELECT i, i * 0.5 AS half, 'word ' || i AS word FROM range(1000) t(i)")(file);
  writeFileSync(file, change(readFileSync(file)));
};

refusesAll([
  {
    what: "a text that begins as Parquet does",
    content: "PAR1 and so on PAR1",
    message: /made\.csv is a Parquet file that cannot be read/,
    hint: /Write it again/,
  },
  {
    what: "Parquet cut in half",
    content: changed((bytes) => bytes.subarray(0, bytes.length / 2)),
    message: /is a Parquet file that cannot be read/,
  },
  {
    what: "Parquet cut within its last bytes",
    content: changed((bytes) => bytes.subarray(0, -2)),
    message: /is a Parquet file that cannot be read/,
  },
  {
    what: "Parquet with its pages overwritten",
    content: changed((bytes) =>
      Buffer.concat([bytes.subarray(0, 4), Buffer.alloc(2000, 0xff), bytes.subarray(2004)]),
    ),
    message: /is a Parquet file that cannot be read/,
  },
  {
    what: "Parquet with its description overwritten",
    content: changed((bytes) =>
      Buffer.concat([bytes.subarray(0, -40), Buffer.alloc(32, 0xff), bytes.subarray(-8)]),
    ),
    message: /is a Parquet file that cannot be read/,
  },
  {
    what: "Parquet whose description is said to be larger than the file",
    content: changed((bytes) =>
      Buffer.concat([bytes.subarray(0, -8), Buffer.from([0xff, 0xff, 0xff, 0x7f]), bytes.subarray(-4)]),
    ),
    message: /is a Parquet file that cannot be read/,
  },
  { what: "Parquet without rows", content: query("SELECT 1 AS a WHERE false"), message: /has no rows/ },
  {
    what: "Parquet with a zero character",
    content: query("SELECT 'x' AS a, 'y' AS b UNION ALL SELECT 'x', 'y' || chr(0)"),
    message: /row 2, column 2 \("b"\): the cell holds a zero byte/,
  },
  {
    what: "Parquet with a cell of 4 MB",
    content: query("SELECT repeat('x', 4000000) AS a"),
    message: /row 1, column 1 \("a"\): .*1,000,000 bytes/,
  },
  {
    what: "Parquet with a row of 2.7 MB",
    content: query("SELECT repeat('x', 900000) AS a, repeat('y', 900000) AS b, repeat('z', 900000) AS c"),
    message: /row 1: the record is longer than 2,000,000 bytes/,
  },
  {
    what: "Parquet with bytes that are no text",
    content: query("SELECT 'x'::BLOB AS a, 1 AS b UNION ALL SELECT '\\xFF\\xD8'::BLOB, 2"),
    message: /column 1 \("a"\).* bytes that are no text/,
  },
]);

acceptsAll([
  {
    what: "Parquet with lists, objects and maps",
    content: query(`SELECT [1, 2] AS list, {'x': 1, 'y': 'z'} AS object, MAP {'k': 2} AS map, 1 AS "after"`),
    columns: [
      ["list", "string", ["[1,2]"]],
      ["object", "string", ['{"x":1,"y":"z"}']],
      ["map", "string", ['{"k":2}']],
      ["after", "integer", [1]],
    ],
    tells: /"list" holds lists or objects/,
  },
  {
    what: "Parquet with decimals",
    content: query(
      "SELECT 1.50::DECIMAL(10, 2) AS a, 123456789012345678.25::DECIMAL(38, 2) AS b UNION ALL SELECT -0.05, 1",
    ),
    columns: [
      ["a", "number", [1.5, -0.05]],
      ["b", "number", [123456789012345680, 1]],
    ],
    tells: /more digits than a computer's number keeps/,
  },
  {
    what: "Parquet with times",
    content: query(
      "SELECT TIMESTAMP '2024-05-31 10:00:00.5' AS a, TIMESTAMPTZ '2024-05-31 10:00:00+02' AS b, DATE '2024-02-29' AS c, TIME '10:30:00' AS d",
    ),
    columns: [
      ["a", "datetime", ["2024-05-31 10:00:00.5"]],
      ["b", "datetime", ["2024-05-31 08:00:00Z"]],
      ["c", "date", ["2024-02-29"]],
      ["d", "string", ["10:30:00"]],
    ],
  },
  {
    what: "Parquet with days at no time",
    content: query(
      "SELECT 'infinity'::DATE AS a, 'infinity'::TIMESTAMP AS b UNION ALL SELECT DATE '2024-01-01', TIMESTAMP '2024-01-01'",
    ),
    columns: [
      ["a", "string", ["infinity", "2024-01-01"]],
      ["b", "string", ["infinity", "2024-01-01 00:00:00"]],
    ],
  },
  {
    what: "Parquet with whole numbers of 64 bits",
    content: query(
      "SELECT 9223372036854775807 AS a, 18446744073709551615::UBIGINT AS b UNION ALL SELECT 1, 2::UBIGINT",
    ),
    columns: [
      ["a", "string", ["9223372036854775807", "1"]],
      ["b", "string", ["18446744073709551615", "2"]],
    ],
  },
  {
    what: "Parquet with numbers of 32 bits, NaN and no value",
    content: query(
      "SELECT 0.1::FLOAT AS a, 'nan'::DOUBLE AS b, NULL::INTEGER AS c UNION ALL SELECT 1, 0.25, 7",
    ),
    columns: [
      ["a", "number", [0.10000000149011612, 1]],
      ["b", "number", [null, 0.25]],
      ["c", "integer", [null, 7]],
    ],
    tells: /missing where it says "nan" once/,
  },
  {
    what: "Parquet with infinities",
    content: query("SELECT 'inf'::DOUBLE AS a UNION ALL SELECT -2.5"),
    columns: [["a", "string", ["inf", "-2.5"]]],
    tells: /"inf"/,
  },
  {
    what: "Parquet with digits as texts, zeros in front,",
    content: query("SELECT '007' AS a, '1' AS b UNION ALL SELECT '12', '2'"),
    columns: [
      ["a", "string", ["007", "12"]],
      ["b", "integer", [1, 2]],
    ],
  },
  {
    what: "Parquet with empty texts and none",
    content: query("SELECT '' AS a, 1 AS b UNION ALL SELECT NULL, 2 UNION ALL SELECT 'x', 3"),
    columns: [
      ["a", "string", [null, null, "x"]],
      ["b", "integer", [1, 2, 3]],
    ],
    tells: /Empty texts were taken for missing values: 1\./,
  },
  {
    what: "Parquet with names that differ in case alone",
    content: query(`SELECT * FROM (SELECT 1 AS a) , (SELECT 'x' AS b)`),
    columns: [
      ["a", "integer", [1]],
      ["b", "string", ["x"]],
    ],
  },
  {
    what: "Parquet with names that are SQL or every object's",
    content: query(`SELECT 1 AS """; DROP TABLE x; --", 'x' AS "__proto__", true AS "constructor"`),
    columns: [
      ['"; DROP TABLE x; --', "integer", [1]],
      ["__proto__", "string", ["x"]],
      ["constructor", "boolean", ["true"]],
    ],
  },
  { what: "Parquet that is called .csv", content: query("SELECT 1 AS a"), columns: [["a", "integer", [1]]] },
  {
    what: "CSV that is called .parquet",
    fileName: "made.parquet",
    content: "a,b\n1,2\n",
    columns: [
      ["a", "integer", [1]],
      ["b", "integer", [2]],
    ],
  },
  {
    what: "CSV that is called .gz",
    fileName: "made.csv.gz",
    content: "a,b\n1,2\n",
    columns: [
      ["a", "integer", [1]],
      ["b", "integer", [2]],
    ],
  },
  {
    what: "Parquet in a folder called a=1 and a file named as a pattern",
    fileName: "a=1 [x] *?.parquet",
    content: query("SELECT 5 AS b"),
    columns: [["b", "integer", [5]]],
  },
]);
