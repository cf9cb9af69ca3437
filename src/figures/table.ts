import { formatNumber } from "./numbers.ts";
import { moreNotes } from "./sample.ts";
import { type FigureOf, figureOf } from "./spec.ts";

export interface TableOptions {
  readonly title?: string | undefined;
  readonly caption?: string | undefined;
}

/** One cell, with its number or word as a reader sees it. */
export interface Cell {
  /** The row's place, from 0. */
  readonly row: number;
  readonly column: string;
  readonly text: string;
  readonly isNumber: boolean;
}

export type TableFigure = FigureOf<
  "table",
  Cell,
  { readonly encoding: { readonly x: { readonly sort: readonly string[] } } }
>;

/** More rows than this are not read. */
const MOST_ROWS = 60;

/**
 * A small table. Columns are all the keys, in the order in which they first come; a row without a key has an empty cell.
 * Of more than 60 rows the first are shown, and the figure says so.
 *
 * @example table([{ k: 1, accuracy: 0.75 }, { k: 5, accuracy: 0.8123 }], { title: "Accuracy by k" })
 */
export function table(
  rows: readonly Readonly<Record<string, string | number>>[],
  { title = "", caption }: TableOptions = {},
): TableFigure {
  const shown = rows.slice(0, MOST_ROWS);
  const columns = [...new Set(shown.flatMap((row) => Object.keys(row)))];
  const cells = shown.flatMap((row, i) =>
    Object.entries(row).map(([column, value]) => cellOf(i, column, value)),
  );
  const nothing = cells.length === 0 ? ["Nothing to show: no cells."] : [];
  const notes = [...nothing, ...moreNotes(rows.length - shown.length, "row")];
  return figureOf("table", { title, caption }, notes, cells, {
    width: { step: 100 },
    height: { step: 20 },
    mark: { type: "text" },
    encoding: {
      x: {
        field: "column",
        type: "nominal",
        title: null,
        sort: columns,
        axis: { orient: "top", labelAngle: 0, ticks: false, domain: false },
      },
      y: { field: "row", type: "ordinal", axis: null },
      text: { field: "text", type: "nominal" },
    },
    config: { view: { stroke: null } },
  });
}

function cellOf(row: number, column: string, value: string | number): Cell {
  return typeof value === "number"
    ? { row, column, text: formatNumber(value), isNumber: true }
    : { row, column, text: String(value), isNumber: false };
}
