import type { HeatCell } from "../heatmap-spec.ts";

/** Cells in rows from the top, with the names of their rows and columns. */
export interface Matrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly HeatCell[])[];
  /** How many rows and columns of the figure make one of these. */
  readonly pooled: { readonly rows: number; readonly columns: number };
}

/** The cells of a heatmap, which lie row by row. */
export function matrixOf(
  values: readonly HeatCell[],
  rows: readonly string[],
  columns: readonly string[],
): Matrix {
  const cells = rows.map((_, i) => values.slice(i * columns.length, (i + 1) * columns.length));
  return { rows, columns, cells, pooled: { rows: 1, columns: 1 } };
}

/** Whether rows and columns are the same things in the same order. */
export function isSameBothWays({ rows, columns }: Matrix): boolean {
  return rows.length === columns.length && rows.every((name, i) => name === columns[i]);
}

/**
 * Neighbours as one cell that shows the value farthest from a middle, so that there are at most so many rows and columns.
 * Rows and columns that are the same things stay so, and a diagonal stays one.
 */
export function pool(matrix: Matrix, most: { rows: number; columns: number }, middle: number): Matrix {
  const perRow = Math.max(1, Math.ceil(matrix.rows.length / most.rows));
  const perColumn = Math.max(1, Math.ceil(matrix.columns.length / most.columns));
  const both = Math.max(perRow, perColumn);
  const pooled = isSameBothWays(matrix)
    ? { rows: both, columns: both }
    : { rows: perRow, columns: perColumn };
  if (pooled.rows === 1 && pooled.columns === 1) return matrix;
  const [rows, columns] = [inGroups(matrix.rows, pooled.rows), inGroups(matrix.columns, pooled.columns)];
  const cells = rows.map((_, i) => columns.map((_, j) => farthest(matrix.cells, i, j, pooled, middle)));
  return { rows: rows.map(groupName), columns: columns.map(groupName), cells, pooled };
}

function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}

function groupName(names: readonly string[]): string {
  const [first = "", last = first] = [names[0], names.at(-1)];
  return first === last ? first : `${first} – ${last}`;
}

/** Of the cells that become the one at a place, the farthest from the middle. */
function farthest(
  cells: Matrix["cells"],
  row: number,
  column: number,
  { rows, columns }: Matrix["pooled"],
  middle: number,
): HeatCell {
  let best: HeatCell = { row: "", column: "", value: null, text: "" };
  let most = -1;
  for (let i = row * rows; i < Math.min((row + 1) * rows, cells.length); i++)
    for (let j = column * columns; j < (column + 1) * columns; j++) {
      const cell = cells[i]?.[j];
      const distance = cell === undefined || cell.value === null ? -1 : Math.abs(cell.value - middle);
      if (cell === undefined || distance <= most) continue;
      best = cell;
      most = distance;
    }
  return best;
}
