import type { DenseMatrix } from "../features.ts";
import type { Smallest } from "../smallest.ts";
import type { Metric } from "./metric.ts";
import type { NeighborSearch } from "./neighbor-search.ts";
import { type RowBlock, rowBlock } from "./row-block.ts";

/** How many rows are read from memory at a time: few enough to stay in the processor's cache for every query. */
const TILE = 512;

/** Compares every query with every training row. Of many columns it is the quickest way there is. */
export class BruteForce implements NeighborSearch {
  readonly block: RowBlock;
  readonly #metric: Metric;

  constructor(training: DenseMatrix, metric: Metric) {
    this.block = rowBlock(training);
    this.#metric = metric;
  }

  search(queries: readonly Float64Array[], nearest: readonly Smallest[]): void {
    const nRows = this.block.rowIndex.length;
    for (let first = 0; first < nRows; first += TILE) {
      const end = Math.min(first + TILE, nRows);
      for (let i = 0; i < queries.length; i++) {
        this.#metric.scan(this.block, first, end, queries[i]!, nearest[i]!);
      }
    }
  }
}
