import type { Split } from "./split-search.ts";

/** A leaf that could still be split: where its rows lie, and the best split of them. */
export interface OpenLeaf {
  readonly node: number;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly split: Split;
  /** By how much the split lowers the impurity of the whole tree. */
  readonly improvement: number;
}

/** The leaves that wait to be split; which of them comes next is what tells the ways of growing apart. */
export interface Frontier {
  push(leaf: OpenLeaf): void;
  /** Takes the next leaf out, undefined when there is none. */
  pop(): OpenLeaf | undefined;
}

/** The last leaf first, so that a subtree is finished before its neighbor is begun. */
export class DepthFirst implements Frontier {
  readonly #leaves: OpenLeaf[] = [];

  push(leaf: OpenLeaf): void {
    this.#leaves.push(leaf);
  }

  pop(): OpenLeaf | undefined {
    return this.#leaves.pop();
  }
}

/**
 * The leaf whose split improves the tree most first, and of equal ones the first that was added: with a limit on the
 * number of leaves, the limit is spent where it does most. The leaves are kept in a binary heap.
 * @see https://en.wikipedia.org/wiki/Binary_heap
 */
export class BestFirst implements Frontier {
  readonly #heap: OpenLeaf[] = [];

  push(leaf: OpenLeaf): void {
    const heap = this.#heap;
    let slot = heap.length;
    while (slot > 0) {
      const parent = (slot - 1) >> 1;
      if (!comesBefore(leaf, heap[parent]!)) break;
      heap[slot] = heap[parent]!;
      slot = parent;
    }
    heap[slot] = leaf;
  }

  pop(): OpenLeaf | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const moved = heap.pop();
    if (moved !== undefined && heap.length > 0) this.#sink(moved);
    return first;
  }

  #sink(leaf: OpenLeaf): void {
    const heap = this.#heap;
    let slot = 0;
    while (true) {
      let child = 2 * slot + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && comesBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!comesBefore(heap[child]!, leaf)) break;
      heap[slot] = heap[child]!;
      slot = child;
    }
    heap[slot] = leaf;
  }
}

function comesBefore(one: OpenLeaf, other: OpenLeaf): boolean {
  if (one.improvement !== other.improvement) return one.improvement > other.improvement;
  return one.node < other.node;
}
