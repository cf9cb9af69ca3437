import { rowsOf } from "./cell-table.ts";
import type { Option } from "./examination.ts";
import { counted } from "./infer-column.ts";
import { allFound, askAbout, type Found, type Place, placesWhere, type Scene } from "./scene.ts";

/** Fewer rows than this tell nothing about what is unique. */
const FEWEST_ROWS = 10;

const certainName = /(^|[\s_.-])(id|ids|uuid|guid|rowid|row ?names?|unnamed: 0)$|[a-z](Id|ID|UUID)$/i;
const likelyName =
  /(^|[\s_.-])(key|code|number|num|no|nr|index|record|row|ref|serial|ticket|isbn|doi|url|link)$|#$/i;

/** Columns that name rows instead of measuring them: a model could learn them by heart. */
export async function findIdentifiers(scene: Scene): Promise<Found> {
  const { target, time, groups } = scene.roles;
  const places = placesWhere(
    scene,
    ({ column }) =>
      column.name !== target &&
      column.name !== time &&
      !groups.includes(column.name) &&
      (column.type === "string" || column.type === "integer") &&
      column.distinct > 1 &&
      scene.nRows >= FEWEST_ROWS,
  );
  const counting = await countingColumns(
    scene,
    places.filter((place) => isUnique(place, scene)),
  );
  const compact = await compactColumns(scene);
  return allFound(
    places.map((place) => {
      const reason = reasonOf(place, scene, counting, compact);
      return reason === null ? { findings: [], questions: [] } : asIdentifier(place, reason);
    }),
  );
}

function isUnique({ column, facts }: Place, { nRows }: Scene): boolean {
  return (
    column.distinct === facts.present - (column.missingCodes.length > 0 ? facts.codes : 0) &&
    facts.present >= 0.95 * nRows
  );
}

function reasonOf(
  place: Place,
  scene: Scene,
  counting: ReadonlySet<number>,
  compact: ReadonlySet<number>,
): string | null {
  const { name, type, distinct } = place.column;
  if (!isUnique(place, scene)) {
    return certainName.test(name)
      ? `is called an identifier and has ${counted(distinct)} different values`
      : null;
  }
  if (counting.has(place.position)) return "counts the rows";
  if (certainName.test(name) || likelyName.test(name))
    return "has a value of its own in every row, and its name says so too";
  return type === "string" && compact.has(place.position) ? "has a word of its own in every row" : null;
}

/** Which columns go up by one from row to row, beginning with 0 or 1. */
async function countingColumns({ connection }: Scene, places: readonly Place[]): Promise<Set<number>> {
  const counting = new Set<number>();
  for (const { column, position, facts } of places) {
    if (column.type !== "integer" || !/^[01]$/.test(facts.least ?? "")) continue;
    const [row] = await rowsOf(
      connection,
      `SELECT count(*) FROM (SELECT value - lag(value) OVER (ORDER BY place) AS step FROM judged WHERE col = ${position} AND integer)
       WHERE step <> 1`,
    );
    if (Number(row?.[0]) === 0) counting.add(position);
  }
  return counting;
}

/** Which columns' texts are short and of one word, nearly all: codes rather than sentences. */
async function compactColumns({ connection }: Scene): Promise<Set<number>> {
  const rows = await rowsOf(
    connection,
    `SELECT col FROM judged GROUP BY col
     HAVING count(*) FILTER (length(t) <= 40 AND NOT regexp_matches(t, '\\s')) >= 0.9 * count(*)
       AND bool_and(NOT date AND NOT datetime) AND count(*) FILTER (number) < 0.8 * count(*)`,
  );
  return new Set(rows.map(([col]) => Number(col)));
}

function asIdentifier({ column: { name } }: Place, reason: string): Found {
  const identifier: Option = {
    name: "identifier",
    text: "Keep it as an identifier, from which no model learns.",
    effect: { role: "identifiers" },
  };
  const feature: Option = { name: "feature", text: "It is a measurement like the others.", effect: {} };
  return {
    findings: [{ kind: "identifier", column: name, text: `"${name}" ${reason}.`, evidence: [] }],
    questions: [
      askAbout(
        "identifier",
        name,
        `"${name}" ${reason}. Does it only name the rows?`,
        [identifier, feature],
        identifier,
        "A model that learns names by heart knows nothing of new rows. If rows with the same value belong together, add the file with --group.",
      ),
    ],
  };
}
