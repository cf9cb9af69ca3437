import { formatNumber } from "./numbers.ts";
import { widthOfText } from "./svg/letter-widths.ts";
import { oneLine, shorten } from "./text/words.ts";
import type { TreeClasses } from "./tree-classes.ts";
import { type BoxSize, DETAIL_SIZE, HEAD_SIZE, type Place, placesOf } from "./tree-layout.ts";
import { countBelow, type PlacedNode, questionOf, type TreeNode } from "./tree-nodes.ts";

/** A node as it is drawn. Nodes come in reading order: a question, all of its yes, all of its no. */
export interface TreeRow extends Place {
  readonly depth: number;
  readonly branch: "yes" | "no" | "";
  /** Empty in a leaf, and where what is below is not drawn. */
  readonly question: string;
  /** What the tree says here; empty if a question does not know. */
  readonly prediction: string;
  /** The class predicted, by its place among the classes. */
  readonly colour?: number;
  readonly samples?: number;
  readonly impurity?: number;
  readonly gain?: number;
  readonly shares?: readonly number[];
  /** What its box says: the question or the answer, and what is known of it. */
  readonly head: string;
  readonly detail: string;
  /** Nodes below this one that are not drawn. */
  readonly below: number;
  /** Where the line from its question begins. */
  readonly from?: Place;
}

/** A row before it has its place. */
export type Described = Omit<TreeRow, "x" | "y" | "from">;

/** What there is to say about a node. */
export function describe(
  placed: PlacedNode,
  classes: TreeClasses,
  names: readonly string[] | undefined,
): Described {
  const { node, split, depth, branch, children } = placed;
  const predicted = classes.predictedBy(node);
  const shares = classes.sharesOf(node);
  const { samples, impurity } = node;
  const row = {
    depth,
    branch,
    question: split !== undefined && children !== undefined ? questionOf(split, names) : "",
    prediction: predicted?.name ?? predictionOf(node),
    ...(predicted === undefined ? {} : { colour: predicted.colour }),
    ...(samples === undefined ? {} : { samples }),
    ...(impurity === undefined ? {} : { impurity }),
    ...(split?.gain === undefined ? {} : { gain: split.gain }),
    ...(shares === undefined ? {} : { shares }),
    below: children === undefined ? countBelow(node) : 0,
  };
  return { ...row, ...boxWords(row) };
}

function predictionOf({ prediction, label }: TreeNode): string {
  const predicted = prediction ?? label;
  if (predicted === undefined) return "";
  return typeof predicted === "number" ? formatNumber(predicted, 4) : String(predicted);
}

/** More letters than this in a box are shortened. */
const MOST_LETTERS = 28;
/** Pixels that the words of a box leave free. */
const MARGINS = 18;

/** What stands in a node's box. */
function boxWords(row: Omit<Described, "head" | "detail">): { head: string; detail: string } {
  const { question, prediction, samples, impurity, below } = row;
  const known = [
    ...(samples === undefined ? [] : [samples === 1 ? "1 row" : `${formatNumber(samples)} rows`]),
    ...(impurity === undefined || below > 0 ? [] : [`impurity ${formatNumber(impurity)}`]),
    ...(below === 0 ? [] : [`… ${below} nodes below`]),
  ];
  const head = oneLine(question === "" ? prediction : `${question}?`);
  return { head: shorten(head, MOST_LETTERS, "…"), detail: known.join(" · ") };
}

/** Boxes of one size, as wide as the longest words need, and lower where there is a single line in each. */
export function boxFor(rows: readonly Described[]): BoxSize {
  const widths = rows.map(({ head, detail }) =>
    Math.max(widthOfText(head, HEAD_SIZE, true), widthOfText(detail, DETAIL_SIZE, false)),
  );
  const width = Math.ceil(widths.reduce((most, width) => Math.max(most, width), 90) + MARGINS);
  const isPlain = rows.every(({ detail, shares }) => detail === "" && shares === undefined);
  return { width, height: isPlain ? 26 : 44, gapX: 44, gapY: 12 };
}

/** The rows at their places, and where the lines to them begin. */
export function withPlaces(
  nodes: readonly PlacedNode[],
  told: readonly Described[],
  box: BoxSize,
): TreeRow[] {
  const places = placesOf(nodes, box);
  const from = new Map<PlacedNode, Place>();
  for (const node of nodes) {
    const { x, y } = places.get(node) ?? { x: 0, y: 0 };
    for (const child of node.children ?? []) from.set(child, { x: x + box.width, y: y + box.height / 2 });
  }
  return told.map((row, i) => {
    const node = nodes[i];
    const place = node === undefined ? undefined : places.get(node);
    const start = node === undefined ? undefined : from.get(node);
    return { ...row, x: place?.x ?? 0, y: place?.y ?? 0, ...(start === undefined ? {} : { from: start }) };
  });
}
