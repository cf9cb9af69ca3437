import { Problem } from "../../problem.ts";
import { literal, rowsOf } from "./cell-table.ts";
import type { ExaminedColumn, Finding } from "./examination.ts";
import type { Scene } from "./scene.ts";
import { showText } from "./show-text.ts";

/**
 * Refuses a first line that holds values instead of names: every column of numbers is named by a number such as its own
 * are, and every column of dates by a date. Since years and doses can be names of counts, one of the names must also be
 * a fraction or a date, or be a word of the column that it names.
 *
 * @throws Problem "bad-dataset"
 */
export async function checkIsHeader(scene: Scene, where: string): Promise<void> {
  const typed = scene.columns.filter(({ type }) => type !== "string");
  const [first] = typed;
  if (first === undefined || !typed.every(isLikeItsValues)) return;
  if (!typed.some(({ name }) => /\D/.test(name.trim())) && !(await isNamedByWord(scene))) return;
  throw new Problem(
    "bad-dataset",
    `${where}: the header seems to hold values, as ${showText(first.name)} above values of the same kind.`,
    "Put a header line with the columns' names first; names that are numbers need some letters.",
  );
}

/** Whether a column's name could be one of its values: it lies among them or not far outside. */
function isLikeItsValues({ name, type, range }: ExaminedColumn): boolean {
  if (type === "boolean") return /^(true|false)$/i.test(name.trim());
  if (type === "date" || type === "datetime") return isDate(name);
  if (range === undefined || !isNumber(name)) return false;
  const [least, greatest] = range.map(Number);
  const margin = 2 * (Number(greatest) - Number(least));
  return Number(name) >= Number(least) - margin && Number(name) <= Number(greatest) + margin;
}

/** Whether a column of words is named by one of them. */
async function isNamedByWord({ connection, columns }: Scene): Promise<boolean> {
  const words = columns.flatMap(({ name, type }, j) =>
    type === "string" ? [`(${j}, ${literal(name)})`] : [],
  );
  if (words.length === 0) return false;
  const [row] = await rowsOf(connection, `SELECT count(*) FROM judged WHERE (col, text) IN (${words})`);
  return Number(row?.[0]) > 0;
}

/** Names that are worth a look. */
export function findNames(columns: readonly ExaminedColumn[]): Finding[] {
  const spaced = columns.filter(({ name }) => name !== name.trim());
  const findings = spaced.map(({ name }): Finding => {
    return {
      kind: "names",
      column: name,
      text: `"${name}" has spaces around its name; they are kept.`,
      evidence: [],
    };
  });
  if (columns.length < 2 || !columns.every(({ name }) => isNumber(name))) return findings;
  const text = "The names of all columns are numbers; make sure that the first line is a header.";
  return [
    ...findings,
    { kind: "names", text, evidence: columns.slice(0, 3).map(({ name }) => showText(name)) },
  ];
}

function isDate(name: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(name.trim());
}

function isNumber(name: string): boolean {
  return /^[+-]?\d+(\.\d+)?$/.test(name.trim());
}
