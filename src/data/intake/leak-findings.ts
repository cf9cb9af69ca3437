import { isNumberType } from "../column.ts";
import { columnsAtOnce, literal, rowsOf } from "./cell-table.ts";
import type { Option } from "./examination.ts";
import { allFound, askAbout, type Found, type Place, placesWhere, type Scene } from "./scene.ts";

/** Fewer rows than this can agree by chance. */
const FEWEST_ROWS = 30;

/** More rows tell nothing more. */
const MOST_ROWS = 1_000_000;

/** A column that predicts the target so well by itself is suspected. */
const NEAR_PERFECT = 0.99;
const NEAR_LINEAR = 0.995;

/** Columns that predict the target almost perfectly by themselves, and may be known only after it. */
export async function findLeaks(scene: Scene): Promise<Found> {
  const [target] = placesWhere(scene, ({ column }) => column.name === scene.roles.target);
  if (target === undefined || scene.nRows < FEWEST_ROWS) return { findings: [], questions: [] };
  const { target: _, time, groups, leaks } = scene.roles;
  const others = placesWhere(
    scene,
    ({ column }) =>
      (column.distinct > 1 || column.empty > 0) &&
      ![target.column.name, time, ...groups, ...leaks].includes(column.name),
  );
  const isRegression = isNumberType(target.column.type) && target.column.distinct > 20;
  const found: Found[] = [];
  const atOnce = columnsAtOnce(Math.min(scene.nRows, MOST_ROWS));
  for (let from = 0; from < others.length; from += atOnce) {
    const some = others.slice(from, from + atOnce);
    await pairWithTarget(scene, target, some);
    const scores = isRegression ? await correlations(scene) : await accuracies(scene);
    await scene.connection.run("DROP TABLE pairs");
    found.push(...some.map((place) => asLeak(place, target, scores.get(place.position))));
  }
  return allFound(found);
}

/** Makes the table `pairs`: how often which text of which column meets which target; missing is a text like others. */
async function pairWithTarget(
  { connection, nRows }: Scene,
  target: Place,
  places: readonly Place[],
): Promise<void> {
  const step = Math.ceil(nRows / MOST_ROWS);
  const positions = places.map(({ position }) => position);
  const codes = target.column.missingCodes.map(({ text }) => literal(text));
  const known = `c${target.position} IS NOT NULL${codes.length === 0 ? "" : ` AND trim(c${target.position}) NOT IN (${codes})`}`;
  const numeric = places.filter(({ column }) => isNumberType(column.type)).map(({ position }) => position);
  await connection.run(`CREATE TABLE pairs AS
    SELECT col, text, target, count(*) AS n,
      CASE WHEN col IN (${numeric.length === 0 ? "-1" : numeric}) THEN TRY_CAST(replace(text, ',', '.') AS DOUBLE) END AS value
    FROM (SELECT unnest([${positions}]) AS col, unnest([${positions.map((j) => `c${j}`)}]) AS text, c${target.position} AS target
      FROM cells WHERE ${known} AND (${step} = 1 OR hash(place) % ${step} = 0))
    GROUP BY col, text, target`);
}

/**
 * The share of rows whose class one would guess from each column alone: from its levels, if each comes often; from
 * stretches of its values, in their order; 1 if every class has a stretch of its own.
 */
async function accuracies({ connection }: Scene): Promise<Map<number, number>> {
  const rows = await rowsOf(
    connection,
    `WITH totals AS (SELECT col, sum(n) AS total, count(DISTINCT text) AS levels FROM pairs GROUP BY col),
     base AS (SELECT col, max(n) AS most FROM (SELECT col, target, sum(n) AS n FROM pairs GROUP BY ALL) GROUP BY col),
     byLevel AS (SELECT col, sum(most) AS hits FROM (SELECT col, text, max(n) AS most FROM pairs GROUP BY ALL) GROUP BY col),
     ranked AS (
       SELECT col, value, target, n, sum(n) OVER (PARTITION BY col ORDER BY value RANGE UNBOUNDED PRECEDING EXCLUDE GROUP) AS before
       FROM pairs WHERE value IS NOT NULL),
     stretches AS (
       SELECT col, target, floor(coalesce(before, 0) * least(200, floor(total / 20)) / total) AS stretch, sum(n) AS n
       FROM ranked JOIN totals USING (col) WHERE total >= 40 GROUP BY ALL),
     byStretch AS (SELECT col, sum(most) AS hits FROM (SELECT col, stretch, max(n) AS most FROM stretches GROUP BY ALL) GROUP BY col),
     spans AS (SELECT col, target, min(value) AS least, max(value) AS greatest FROM pairs WHERE value IS NOT NULL GROUP BY ALL),
     apart AS (
       SELECT col, bool_and(coalesce(before < least, true)) AND count(*) > 1 AS isApart
       FROM (SELECT *, max(greatest) OVER (PARTITION BY col ORDER BY least, greatest ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM spans)
       GROUP BY col),
     complete AS (SELECT col FROM pairs GROUP BY col HAVING count(*) FILTER (value IS NULL) = 0)
     SELECT col, most / total,
       greatest(
         CASE WHEN levels <= total / 5 THEN byLevel.hits / total ELSE 0 END,
         coalesce(byStretch.hits / total, 0),
         CASE WHEN isApart AND complete.col IS NOT NULL THEN 1 ELSE 0 END)
     FROM totals JOIN base USING (col) JOIN byLevel USING (col) LEFT JOIN byStretch USING (col)
       LEFT JOIN apart USING (col) LEFT JOIN complete USING (col)`,
  );
  const better = rows.filter(([, base, hits]) => 1 - Number(hits) <= 0.1 * (1 - Number(base)));
  return new Map(better.map(([col, , hits]) => [Number(col), Number(hits)]));
}

/** How closely each column follows a numeric target: by value, by rank, or by the means of its levels. */
async function correlations({ connection }: Scene): Promise<Map<number, number>> {
  const rows = await rowsOf(
    connection,
    `WITH numbers AS (
       SELECT col, text, value, n, TRY_CAST(replace(target, ',', '.') AS DOUBLE) AS y FROM pairs),
     every AS (SELECT col, text, value, y, unnest(range(n)) FROM numbers WHERE y IS NOT NULL),
     ranks AS (
       SELECT col, rank() OVER (PARTITION BY col ORDER BY value) AS rankOfValue, rank() OVER (PARTITION BY col ORDER BY y) AS rankOfY
       FROM every WHERE value IS NOT NULL),
     byRank AS (SELECT col, abs(corr(rankOfValue, rankOfY)) AS r FROM ranks GROUP BY col),
     byValue AS (SELECT col, abs(corr(value, y)) AS r FROM every WHERE value IS NOT NULL GROUP BY col),
     levels AS (SELECT col, text, count(*) AS n, var_pop(y) * count(*) AS within FROM every GROUP BY ALL),
     byLevel AS (
       SELECT col, CASE WHEN count(*) <= sum(levels.n) / 5 THEN 1 - sum(within) / nullif(any_value(whole), 0) ELSE 0 END AS r2
       FROM levels JOIN (SELECT col, var_pop(y) * count(*) AS whole FROM every GROUP BY col) USING (col) GROUP BY col)
     SELECT col, coalesce(CASE WHEN isfinite(byValue.r) THEN byValue.r END, 0),
       coalesce(CASE WHEN isfinite(byRank.r) THEN byRank.r END, 0), sqrt(greatest(coalesce(r2, 0), 0))
     FROM byLevel LEFT JOIN byRank USING (col) LEFT JOIN byValue USING (col)`,
  );
  const best = rows.map(([col, ...scores]): [number, number] => [
    Number(col),
    Math.max(...scores.map(Number)),
  ]);
  return new Map(best.filter(([, score]) => score >= NEAR_LINEAR));
}

function asLeak({ column: { name } }: Place, target: Place, score: number | undefined): Found {
  if (score === undefined || score < NEAR_PERFECT) return { findings: [], questions: [] };
  const what = `"${name}" alone tells "${target.column.name}" almost perfectly (${score.toFixed(3)} of 1)`;
  const leak: Option = {
    name: "leak",
    text: "It is known only after the target; no model learns from it.",
    effect: { role: "leaks" },
  };
  const feature: Option = {
    name: "feature",
    text: "It is known before, and a fair measurement.",
    effect: {},
  };
  return {
    findings: [{ kind: "leak", column: name, text: `${what}.`, evidence: [] }],
    questions: [
      askAbout(
        "leak",
        name,
        `${what}. When is it known?`,
        [leak, feature],
        leak,
        "A model that is given the answer learns nothing.",
      ),
    ],
  };
}
