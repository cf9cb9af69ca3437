import type { StoredFields } from "../stored.ts";
import type { FlatTree } from "./flat-tree.ts";

/** A tree as plain data for `toJSON`. All its numbers are finite, and none is -0 where that would matter. */
export function storedTree(tree: FlatTree): object {
  return {
    nFeatures: tree.nFeatures,
    nValues: tree.nValues,
    feature: Array.from(tree.feature),
    threshold: Array.from(tree.threshold),
    leftChild: Array.from(tree.leftChild),
    impurity: Array.from(tree.impurity),
    nNodeSamples: Array.from(tree.nNodeSamples),
    weight: Array.from(tree.weight),
    values: Array.from(tree.values),
  };
}

/**
 * The tree that storedTree wrote down, checked so that every walk down it ends in a leaf.
 * @throws {TypeError} when it is not one
 */
export function readTree(who: string, fields: StoredFields, nValues: number): FlatTree {
  const feature = fields.numbers("feature");
  const nNodes = feature.length;
  const tree: FlatTree = {
    nNodes,
    nFeatures: fields.number("nFeatures"),
    nValues: fields.number("nValues"),
    feature: Int32Array.from(feature),
    threshold: finite(who, fields, "threshold", nNodes),
    leftChild: Int32Array.from(fields.numbers("leftChild", nNodes)),
    impurity: finite(who, fields, "impurity", nNodes),
    nNodeSamples: Int32Array.from(fields.numbers("nNodeSamples", nNodes)),
    weight: finite(who, fields, "weight", nNodes),
    values: finite(who, fields, "values", nNodes * nValues),
  };
  if (tree.nValues !== nValues || nValues === 0) {
    throw new TypeError(`${who} needs a tree with nValues = ${Math.max(1, nValues)}, got ${tree.nValues}.`);
  }
  if (!Number.isSafeInteger(tree.nFeatures) || tree.nFeatures < 1) {
    throw new TypeError(`${who} needs a tree with a whole number nFeatures ≥ 1, got ${tree.nFeatures}.`);
  }
  if (nNodes === 0) throw new TypeError(`${who} needs a tree with at least one node, got none.`);
  const odd = feature.findIndex((asked, node) => !isNode(tree, node, asked));
  if (odd >= 0) {
    throw new TypeError(
      `${who} needs nodes that ask about a feature of the tree and have two later nodes as children, or neither, got node ${odd}.`,
    );
  }
  return tree;
}

function finite(who: string, fields: StoredFields, name: string, length: number): Float64Array {
  const numbers = fields.numbers(name, length);
  const odd = numbers.findIndex((value) => !Number.isFinite(value));
  if (odd >= 0) throw new TypeError(`${who} needs finite numbers in ${name}, got ${numbers[odd]} at ${odd}.`);
  return Float64Array.from(numbers);
}

function isNode({ nNodes, nFeatures, leftChild, weight }: FlatTree, node: number, feature: number): boolean {
  const left = leftChild[node]!;
  if (!Number.isInteger(feature) || !(weight[node]! > 0)) return false;
  if (feature < 0) return feature === -1 && left === -1;
  return feature < nFeatures && left > node && left + 1 < nNodes;
}
