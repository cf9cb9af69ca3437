import type { PlacedNode } from "./tree-nodes.ts";

/** Pixels of the letters in a box: its first line, in bold, and its second. */
export const HEAD_SIZE = 12;
export const DETAIL_SIZE = 11;

/** Pixels of a node's box and of the space between boxes. */
export interface BoxSize {
  readonly width: number;
  readonly height: number;
  readonly gapX: number;
  readonly gapY: number;
}

/** The upper left corner of a node's box, in pixels from that of the whole. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Each level a column and each leaf a row, every question halfway between its branches: no box touches another. */
export function placesOf(
  nodes: readonly PlacedNode[],
  { width, height, gapX, gapY }: BoxSize,
): Map<PlacedNode, Place> {
  const places = new Map<PlacedNode, Place>();
  const rowOf = new Map<PlacedNode, number>();
  // From the last node in reading order to the first, so that branches come before their question.
  let row = nodes.filter(({ children }) => children === undefined).length;
  for (const node of nodes.toReversed()) {
    const [yes, no] = node.children ?? [];
    const isLeaf = yes === undefined || no === undefined;
    if (isLeaf) row--;
    const own = isLeaf ? row : ((rowOf.get(yes) ?? 0) + (rowOf.get(no) ?? 0)) / 2;
    rowOf.set(node, own);
    places.set(node, { x: node.depth * (width + gapX), y: own * (height + gapY) });
  }
  return places;
}
