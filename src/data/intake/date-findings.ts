import { rowsOf } from "./cell-table.ts";
import type { Option } from "./examination.ts";
import { counted } from "./infer-column.ts";
import { allFound, askAbout, type Found, type Place, placesWhere, type Scene } from "./scene.ts";
import { showText } from "./show-text.ts";

/** How dates are written, where not in ISO 8601, in strptime's notation and in words. */
const dayFormats: readonly [format: string, words: string][] = [
  ["%d/%m/%Y", "day/month/year"],
  ["%m/%d/%Y", "month/day/year"],
  ["%d.%m.%Y", "day.month.year"],
  ["%m.%d.%Y", "month.day.year"],
  ["%d-%m-%Y", "day-month-year"],
  ["%m-%d-%Y", "month-day-year"],
  ["%Y/%m/%d", "year/month/day"],
  ["%Y.%m.%d", "year.month.day"],
];

const formats = ["", " %H:%M", " %H:%M:%S"].flatMap((time) =>
  dayFormats.map(
    ([format, words]) => ({ format: format + time, words, type: time === "" ? "date" : "datetime" }) as const,
  ),
);

/**
 * Columns of text that hold dates which are not ISO 8601. One that is in a single format, and can be in no other, may
 * become dates; who is asked decides.
 */
export async function findDates(scene: Scene): Promise<Found> {
  const places = placesWhere(scene, ({ column, facts }) => {
    const iso = (facts.kinds.get("date")?.n ?? 0) + (facts.kinds.get("datetime")?.n ?? 0);
    return column.type === "string" && facts.nDateLike + iso > 0.8 * (facts.present - facts.codes);
  });
  const found: Found[] = [];
  for (const place of places) found.push(await findIn(place, scene));
  return allFound(found);
}

async function findIn(place: Place, scene: Scene): Promise<Found> {
  const { column, position } = place;
  const { connection, placeName } = scene;
  const fits = formats.map(({ format }) => `count(*) FILTER (try_strptime(t, '${format}') IS NOT NULL)`);
  const [row = []] = await rowsOf(
    connection,
    `SELECT count(*), ${fits} FROM judged WHERE col = ${position} AND NOT code`,
  );
  const [nTexts = 0, ...nFits] = row.map(Number);
  const fitting = formats.filter((_, i) => nFits[i] === nTexts);
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return askForFormat(place, only, scene);
  const evidence = await twoDates(scene, position);
  const what =
    fitting.length > 1
      ? `holds dates that can be read as ${fitting.map(({ words }) => words).join(" or as ")}`
      : "holds dates in more than one form";
  return {
    findings: [
      {
        kind: "dates",
        column: column.name,
        text: `"${column.name}" ${what}, and stays text.`,
        evidence: evidence.map(([text, at]) => `${placeName} ${at} ${showText(text)}`),
      },
    ],
    questions: [],
  };
}

/** The first date and the first that is written with other marks or another number of digits, if there is one. */
async function twoDates({ connection }: Scene, position: number): Promise<[string, number][]> {
  const rows = await rowsOf(
    connection,
    `SELECT arg_min(t, place), min(place) FROM judged WHERE col = ${position} AND NOT code
     GROUP BY regexp_replace(t, '\\d+', '0', 'g'), regexp_matches(t, '^\\d{4}'),
       CASE WHEN try_strptime(t, '%d/%m/%Y') IS NULL THEN 1 WHEN try_strptime(t, '%m/%d/%Y') IS NULL THEN 2 END
     ORDER BY 2 LIMIT 2`,
  );
  return rows.map(([text, at]) => [String(text), Number(at)]);
}

function askForFormat(
  { column, facts }: Place,
  { format, words, type }: (typeof formats)[number],
  { roles }: Scene,
): Found {
  const { name } = column;
  const codes = facts.nCodeTexts > 0 ? "; codes for missing values stay words" : "";
  const text: Option = { name: "text", text: "Keep them as text.", effect: {} };
  const date: Option = {
    name: "date",
    text: `Store them as dates in ISO 8601, as in 2024-12-31${codes}.`,
    effect: { type, dateFormat: format },
  };
  const what = `"${name}" holds ${counted(facts.present - facts.codes)} dates, all written as ${words}`;
  const finding = { kind: "dates", column: name, text: `${what}.`, evidence: [] } as const;
  // A word for a missing value among them would not become a date.
  if (facts.codes > 0) return { findings: [finding], questions: [] };
  const isTime = roles.time === name;
  return {
    findings: [finding],
    questions: [
      askAbout(
        "dates",
        name,
        `${what}. Are they dates to be stored as such?`,
        [date, text],
        isTime ? date : text,
        isTime ? "As text they would not be in the order of time." : "Every cell stays as it is written.",
      ),
    ],
  };
}
