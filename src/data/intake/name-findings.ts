import { Problem } from "../../problem.ts";
import { isNumberType } from "../column.ts";
import type { ExaminedColumn, Finding } from "./examination.ts";
import { showText } from "./show-text.ts";

/**
 * Refuses a first line that holds values instead of names: dates above dates, numbers above numbers, unless these go up
 * as years and wavelengths do.
 *
 * @throws Problem "bad-dataset"
 */
export function checkIsHeader(columns: readonly ExaminedColumn[], where: string): void {
  const dates = columns.filter(({ name, type }) => isDate(name) && type === "date");
  const numbers = columns.filter(({ name, type }) => isNumber(name) && isNumberType(type));
  const value = goUp(dates.map(({ name }) => Date.parse(name)))
    ? (numbers.find(() => !goUp(numbers.map(({ name }) => Number(name)))) ?? null)
    : (dates[0] ?? null);
  if (value === null) return;
  throw new Problem(
    "bad-dataset",
    `${where}: the header seems to hold values, as ${showText(value.name)} above values of the same kind.`,
    "Put a header line with the columns' names first; names that are numbers need some letters.",
  );
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
  return /^\d{4}-\d{2}-\d{2}$/.test(name.trim());
}

function isNumber(name: string): boolean {
  return /^[+-]?\d+(\.\d+)?$/.test(name.trim());
}

/** Whether values rise, each by as much as the one before; a year may be alone. */
function goUp(values: readonly number[]): boolean {
  if (values.length === 1)
    return Number.isInteger(values[0]) && (values[0] ?? 0) >= 1000 && (values[0] ?? 0) < 2200;
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  const isEven = (i: number) =>
    Math.abs((values[i] ?? 0) - (values[i - 1] ?? 0) - step) <= 1e-6 * Math.abs(step);
  return values.length === 0 || (step > 0 && values.every((_, i) => i === 0 || isEven(i)));
}
