import type { FlatTree } from "./flat-tree.ts";
import type { Impurity } from "./impurity.ts";
import type { Split } from "./split-search.ts";

/** A tree that is still growing: its nodes are leaves until they are split. */
export class TreeBuilder {
  readonly #feature: number[] = [];
  readonly #threshold: number[] = [];
  readonly #leftChild: number[] = [];
  readonly #impurity: number[] = [];
  readonly #nNodeSamples: number[] = [];
  readonly #weight: number[] = [];
  readonly #values: number[] = [];

  /** Adds the node that the impurity has entered, as a leaf, and returns its number. */
  addLeaf(nSamples: number, impurity: Impurity): number {
    this.#feature.push(-1);
    this.#threshold.push(0);
    this.#leftChild.push(-1);
    this.#impurity.push(impurity.impurity);
    this.#nNodeSamples.push(nSamples);
    this.#weight.push(impurity.weight);
    impurity.describe(this.#values);
    return this.#feature.length - 1;
  }

  /** Lets a leaf ask the question of a split. The next two leaves to be added are its children. */
  split(node: number, { feature, threshold }: Split): void {
    this.#feature[node] = feature;
    this.#threshold[node] = threshold;
    this.#leftChild[node] = this.#feature.length;
  }

  finish(nFeatures: number, nValues: number): FlatTree {
    return {
      nNodes: this.#feature.length,
      nFeatures,
      nValues,
      feature: Int32Array.from(this.#feature),
      threshold: Float64Array.from(this.#threshold),
      leftChild: Int32Array.from(this.#leftChild),
      impurity: Float64Array.from(this.#impurity),
      nNodeSamples: Int32Array.from(this.#nNodeSamples),
      weight: Float64Array.from(this.#weight),
      values: Float64Array.from(this.#values),
    };
  }
}
