import { gutterOf } from "./axes.ts";
import { type ColumnNames, columnNames, namesAlong } from "./column-names.ts";
import { isSameBothWays, type Matrix } from "./matrix.ts";
import type { Pen } from "./pen.ts";
import { cellsOf, padStart } from "./words.ts";

/** Row names give way to cells, down to this length. */
const LEAST_NAME = 8;
/** Cells are made no wider than this for the names above them. */
const ENOUGH = 16;
/** So few rows leave height for cells of three lines, where a line is wide enough to look like one cell. */
const FEW_ROWS = 8;
const WIDE = 6;

/** How a matrix lies in the lines and cells of a terminal. */
export interface Layout {
  readonly rowNames: readonly string[];
  readonly rowTitle: string;
  readonly header: ColumnNames;
  /** Cells for names and axis at the left. */
  readonly gutter: number;
  /** Cells and lines of the terminal for each cell of the matrix. */
  readonly across: number;
  readonly up: number;
  readonly isWritten: boolean;
}

interface Names {
  readonly rowTitle: string;
  /** Whether some column names tell of those between them. */
  readonly isOrdered: boolean;
}

/** Finds room for the values of a matrix first, then for the names of its rows, then for wide cells. */
export function layOut(matrix: Matrix, names: Names, pen: Pen): Layout {
  const roomy = Math.floor(pen.width * 0.35);
  const valueCells = valueCellsOf(matrix, pen);
  for (const cells of valueCells > 0 ? [valueCells, 0] : [0])
    for (const longest of [roomy, LEAST_NAME]) {
      const layout = tryOut(matrix, names, longest, cells, pen);
      if (layout.across >= Math.max(cells, 1)) return layout;
    }
  return tryOut(matrix, names, 1, 0, pen);
}

/** Cells that the longest value and its brackets take; 0 if values are not to be written. */
function valueCellsOf({ cells, pooled }: Matrix, pen: Pen): number {
  if (pooled.rows > 1 || pooled.columns > 1) return 0;
  const longest = cells.flat().reduce((most, { text }) => Math.max(most, cellsOf(pen.words(text))), 0);
  return longest === 0 ? 0 : longest + 2;
}

function tryOut(matrix: Matrix, names: Names, longest: number, valueCells: number, pen: Pen): Layout {
  const isBeside = isSameBothWays(matrix);
  const layout = (isNumbered: boolean): Layout => {
    const rowNames = matrix.rows.map((name, i) => rowName(name, i, matrix, longest, isNumbered, pen));
    const rowTitle = pen.fit(names.rowTitle, longest);
    const gutter = gutterOf([...rowNames, rowTitle]);
    const room = Math.floor((pen.width - gutter) / matrix.columns.length);
    const across = acrossOf(matrix.columns, room, valueCells, names.isOrdered);
    const header = names.isOrdered
      ? { lines: [namesAlong(matrix.columns, across)], isNumbered: false }
      : columnNames(matrix.columns, across, isBeside);
    const isWritten = valueCells > 0;
    const up = isWritten && matrix.rows.length <= FEW_ROWS && across >= WIDE ? 3 : 1;
    return { rowNames, rowTitle, header, gutter, across, up, isWritten };
  };
  const first = layout(false);
  return first.header.isNumbered && isBeside ? layout(true) : first;
}

function rowName(
  name: string,
  row: number,
  { rows }: Matrix,
  longest: number,
  isNumbered: boolean,
  pen: Pen,
): string {
  const short = pen.fit(name, longest);
  return isNumbered ? `${short} ${padStart(String(row + 1), String(rows.length).length)}` : short;
}

function acrossOf(names: readonly string[], room: number, valueCells: number, isOrdered: boolean): number {
  if (isOrdered) return Math.min(room, 4);
  const longest = names.reduce((most, name) => Math.max(most, cellsOf(name)), 0);
  if (valueCells > 0) return Math.min(room, Math.max(valueCells + 2, Math.min(longest + 2, ENOUGH)));
  return longest < room && longest < ENOUGH ? Math.max(longest + 1, 2) : Math.min(room, 2);
}
