import type { Features } from "./features.ts";

/** One value of a table that need not be all numbers. Missing is NaN among numbers and null among texts. */
export type Cell = string | number | null;

/** A table of numbers, texts or both: rows, columns, or a matrix of ml-matrix. Features are cells too. */
export type Cells =
  | Features
  | readonly (readonly Cell[])[]
  | { readonly columns: readonly ArrayLike<Cell>[] };

/** The columns of a table of cells, copied, `nFeatures` arrays of `nSamples` each. */
export interface CellColumns {
  readonly columns: readonly Cell[][];
  readonly nSamples: number;
  readonly nFeatures: number;
}
