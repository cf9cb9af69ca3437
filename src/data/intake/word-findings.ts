import { rowsOf } from "./cell-table.ts";
import type { Option } from "./examination.ts";
import { counted } from "./infer-column.ts";
import { allFound, askAbout, type Found, placesWhere, type Scene } from "./scene.ts";
import { showText } from "./show-text.ts";

/** A column with more words than this is text to read, not categories. */
const MOST_CATEGORIES = 1000;

/** Columns of words: codes for missing values among them, and words that differ in case or spaces alone. */
export async function findWords(scene: Scene): Promise<Found> {
  return allFound([await findCodes(scene), await findVariants(scene)]);
}

/** In a column of words "None" can be a word like any other; only a person knows. */
async function findCodes(scene: Scene): Promise<Found> {
  const places = placesWhere(
    scene,
    ({ column, facts }) => column.type === "string" && facts.codes > 0 && facts.codes < facts.present,
  );
  const rows = await rowsOf(
    scene.connection,
    `SELECT col, text, n, place FROM judged WHERE code AND lower(t) NOT IN ('unknown', 'missing') ORDER BY col, place`,
  );
  return allFound(
    places.map(({ column: { name }, position }) => {
      const codes = rows.filter(([col]) => Number(col) === position);
      if (codes.length === 0) return { findings: [], questions: [] };
      const texts = codes.map(([, text]) => String(text));
      const shown = codes
        .map(([, text, n]) => `${showText(String(text))} (${counted(Number(n))})`)
        .join(", ");
      const evidence = codes.map(
        ([, text, , place]) => `${scene.placeName} ${Number(place)} ${showText(String(text))}`,
      );
      const value: Option = { name: "value", text: "They are words like the others.", effect: {} };
      const missing: Option = {
        name: "missing",
        text: "They stand for missing values.",
        effect: { missing: texts },
      };
      return {
        findings: [
          {
            kind: "missing-codes",
            column: name,
            text: `"${name}" says ${shown} among other words.`,
            evidence,
          },
        ],
        questions: [
          askAbout(
            "missing",
            name,
            `"${name}" says ${shown}. Do they stand for missing values?`,
            [missing, value],
            value,
            'Among words they can be words: no damage is "None".',
          ),
        ],
      };
    }),
  );
}

async function findVariants(scene: Scene): Promise<Found> {
  const places = placesWhere(
    scene,
    ({ column }) => column.type === "string" && column.distinct > 1 && column.distinct <= MOST_CATEGORIES,
  );
  if (places.length === 0) return { findings: [], questions: [] };
  const rows = await rowsOf(
    scene.connection,
    `SELECT col, list(text ORDER BY n DESC, place), list(n ORDER BY n DESC, place)
     FROM judged WHERE col IN (${places.map(({ position }) => position)})
     GROUP BY col, lower(regexp_replace(t, '\\s+', ' ', 'g')) HAVING count(*) > 1 ORDER BY col, sum(n) DESC`,
  );
  const findings = places.flatMap(({ column: { name }, position }) => {
    const groups = rows
      .filter(([col]) => Number(col) === position)
      .map(([, texts, n]) => variantsText(texts, n));
    if (groups.length === 0) return [];
    const text = `"${name}" has words that differ in letter case or spaces alone; they are kept as they are.`;
    return [{ kind: "variants", column: name, text, evidence: groups } as const];
  });
  return { findings, questions: [] };
}

function variantsText(texts: unknown, counts: unknown): string {
  const [words, numbers] = [itemsOf(texts), itemsOf(counts)];
  return words.map((word, i) => `${showText(word)} ${counted(Number(numbers[i]))}`).join(", ");
}

/** The items of a DuckDB list, as text. */
function itemsOf(list: unknown): string[] {
  const items = typeof list === "object" && list !== null && "items" in list ? list.items : [];
  return Array.isArray(items) ? items.map(String) : [];
}
