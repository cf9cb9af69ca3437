import { formatNumber } from "../numbers.ts";
import type { Pen } from "./pen.ts";
import { alignPoints, cellsOf, padStart } from "./words.ts";

/** Columns of numbers under their names, one line for each row, points below one another. */
export function numberColumns(
  columns: Readonly<Record<string, readonly number[]>>,
  pen: Pen,
): { header: string; rows: string[] } {
  const set = Object.entries(columns).map(([name, values]) => {
    const texts = alignPoints(values.map((value) => pen.words(formatNumber(value))));
    const cells = Math.max(name.length, ...texts.map(cellsOf));
    return { header: padStart(name, cells), texts: texts.map((text) => padStart(text, cells)) };
  });
  return {
    header: set.map(({ header }) => header).join("  "),
    rows: (set[0]?.texts ?? []).map((_, i) => set.map(({ texts }) => texts[i]).join("  ")),
  };
}
