import { Problem } from "../../problem.ts";
import { rowsOf } from "./cell-table.ts";
import type { Place, Scene } from "./scene.ts";
import { placesWhere } from "./scene.ts";
import { showText } from "./show-text.ts";

/** A month, a week or a quarter of a year, as in 1949-01, 2024-W05 and 2024-Q3: they sort as they are written. */
const PARTS_OF_YEARS = "\\d{4}-(0[1-9]|1[0-2]|W[0-5]\\d|Q[1-4])";

/**
 * Refuses a time that tells no time and a group that holds all rows.
 *
 * @param datable the columns of dates that are not ISO 8601, which an answer can make dates
 * @throws Problem "bad-dataset" with the column
 */
export async function checkRoles(scene: Scene, file: string, datable: ReadonlySet<string>): Promise<void> {
  const { time, groups } = scene.roles;
  for (const place of placesWhere(
    scene,
    ({ column }) => column.name === time || groups.includes(column.name),
  )) {
    const { name, type, distinct } = place.column;
    const where = `${file}, column ${place.position + 1} (${showText(name)})`;
    if (distinct === 0)
      throw unusable(`${where}: the column is missing in every row.`, name === time ? "time" : "group");
    if (name !== time) {
      if (distinct === 1 && place.column.empty === 0 && scene.nRows > 1)
        throw unusable(`${where}: there is only one group.`, "group");
    } else if (type === "boolean" || (type === "string" && !datable.has(name)))
      await checkTime(place, scene, where);
  }
}

async function checkTime(
  { position }: Place,
  { connection, placeName }: Scene,
  where: string,
): Promise<void> {
  const [cell] = await rowsOf(
    connection,
    `SELECT t, place FROM judged WHERE col = ${position} AND NOT code AND NOT date AND NOT datetime
       AND NOT regexp_full_match(t, '${PARTS_OF_YEARS}') ORDER BY place LIMIT 1`,
  );
  if (cell === undefined) return;
  throw new Problem(
    "bad-dataset",
    `${where}: the column named by --time tells no time: ${placeName} ${Number(cell[1])} ${showText(String(cell[0]))}.`,
    "Write dates as in ISO 8601, YYYY-MM-DD, or name a column of dates or numbers.",
  );
}

function unusable(message: string, option: string): Problem {
  return new Problem("bad-dataset", message, `Name another column as --${option}, or none.`);
}
