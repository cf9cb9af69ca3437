import { rowsOf } from "./cell-table.ts";
import type { Finding } from "./examination.ts";
import { counted } from "./infer-column.ts";
import type { Found, Scene } from "./scene.ts";

/** Rows that equal another row in every cell. */
export async function findDuplicates({ connection, columns, nRows, placeName }: Scene): Promise<Found> {
  const cells = columns.map((_, j) => `c${j}`);
  // All columns are wanted, so there is nothing to optimise, and to find that out takes long where they are many.
  await connection.run("PRAGMA disable_optimizer");
  await connection.run(`CREATE TABLE hashes AS SELECT place, hash(${cells}) AS h FROM cells`);
  await connection.run("PRAGMA enable_optimizer");
  const rows = await rowsOf(
    connection,
    `WITH twins AS (SELECT h, count(*) AS n, min(place) AS place FROM hashes GROUP BY h HAVING count(*) > 1)
     SELECT twins.place, min(hashes.place), (SELECT sum(n - 1) FROM twins)
     FROM twins JOIN hashes ON hashes.h = twins.h AND hashes.place > twins.place
     GROUP BY twins.place ORDER BY twins.place LIMIT 3`,
  );
  if (rows.length === 0) return { findings: [], questions: [] };
  const n = Number(rows[0]?.[2]);
  const finding: Finding = {
    kind: "duplicate-rows",
    text: `${counted(n)} of ${counted(nRows)} rows ${n === 1 ? "repeats another" : "repeat others"} in every cell; they are kept.`,
    evidence: rows.map(([one, other]) => `${placeName}s ${Number(one)} and ${Number(other)} are equal`),
  };
  return { findings: [finding], questions: [] };
}
