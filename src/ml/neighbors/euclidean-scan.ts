import type { Smallest } from "../smallest.ts";
import { type RowBlock, STEP, scanTerms } from "./row-block.ts";

/** How many columns every row is compared in; the others only where these leave it in the running. */
const HEAD = 2 * STEP;

/**
 * What scanTerms does, for squares. Nearly all the time of a search is spent here, so the query's first columns are
 * held in variables, and the compiler keeps them in registers: twice as fast as scanTerms.
 */
export function scanEuclidean(
  block: RowBlock,
  first: number,
  end: number,
  query: Float64Array,
  nearest: Smallest,
): void {
  const { values, stride, rowIndex } = block;
  if (stride < HEAD) {
    scanTerms(block, first, end, query, nearest, square);
    return;
  }
  const q0 = query[0]!;
  const q1 = query[1]!;
  const q2 = query[2]!;
  const q3 = query[3]!;
  const q4 = query[4]!;
  const q5 = query[5]!;
  const q6 = query[6]!;
  const q7 = query[7]!;
  let bound = nearest.bound;
  for (let row = first, start = first * stride; row < end; row++, start += stride) {
    const d0 = q0 - values[start]!;
    const d1 = q1 - values[start + 1]!;
    const d2 = q2 - values[start + 2]!;
    const d3 = q3 - values[start + 3]!;
    const d4 = q4 - values[start + 4]!;
    const d5 = q5 - values[start + 5]!;
    const d6 = q6 - values[start + 6]!;
    const d7 = q7 - values[start + 7]!;
    const head = d0 * d0 + d1 * d1 + (d2 * d2 + d3 * d3) + (d4 * d4 + d5 * d5 + (d6 * d6 + d7 * d7));
    if (head > bound) continue;
    const sum = addSquares(head, values, start, query, stride, bound);
    if (sum > bound) continue;
    nearest.offer(sum, rowIndex[row]!);
    bound = nearest.bound;
  }
}

/** `head` plus the squares of the other columns, or of as many as it takes to exceed the bound. */
function addSquares(
  head: number,
  values: Float64Array,
  start: number,
  query: Float64Array,
  stride: number,
  bound: number,
): number {
  let sum = head;
  for (let j = HEAD; j < stride && sum <= bound; j += STEP) {
    const d0 = query[j]! - values[start + j]!;
    const d1 = query[j + 1]! - values[start + j + 1]!;
    const d2 = query[j + 2]! - values[start + j + 2]!;
    const d3 = query[j + 3]! - values[start + j + 3]!;
    sum += d0 * d0 + d1 * d1 + (d2 * d2 + d3 * d3);
  }
  return sum;
}

function square(difference: number): number {
  return difference * difference;
}
