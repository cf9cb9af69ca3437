import type { Step } from "../trace.ts";
import type { Size } from "./cloud.ts";

/** In which column and row of a plot a value lies, counted from the upper left. */
interface Places {
  columnOf(x: number): number;
  rowOf(y: number): number;
}

/** For each row and column of a plot whether it is in the band around a line. */
export function bandCells(steps: readonly Step[], { columns, rows }: Size, places: Places): boolean[][] {
  const tops = new Float64Array(columns).fill(rows);
  const bottoms = new Float64Array(columns).fill(-1);
  let before: Slice | undefined;
  for (const step of steps) {
    const here = sliceOf(step, places);
    if (here !== undefined) {
      for (const { column, top, bottom } of slicesBetween(before ?? here, here)) {
        tops[column] = Math.min(tops[column] ?? rows, top);
        bottoms[column] = Math.max(bottoms[column] ?? -1, bottom);
      }
    }
    before = here;
  }
  return Array.from({ length: rows }, (_, row) =>
    Array.from(tops, (top, column) => row >= Math.round(top) && row <= Math.round(bottoms[column] ?? -1)),
  );
}

/** What a band covers in a column. */
interface Slice {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

function sliceOf({ x, low, high }: Step, { columnOf, rowOf }: Places): Slice | undefined {
  if (low === undefined || high === undefined) return undefined;
  return { column: columnOf(x), top: rowOf(high), bottom: rowOf(low) };
}

function slicesBetween(from: Slice, to: Slice): Slice[] {
  const cells = Math.abs(to.column - from.column);
  return Array.from({ length: cells + 1 }, (_, i) => {
    const share = cells === 0 ? 1 : i / cells;
    const between = (start: number, end: number) => start + (end - start) * share;
    return {
      column: Math.round(between(from.column, to.column)),
      top: between(from.top, to.top),
      bottom: between(from.bottom, to.bottom),
    };
  });
}
