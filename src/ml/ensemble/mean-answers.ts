import type { DenseMatrix } from "../features.ts";
import type { FlatTree } from "../tree/flat-tree.ts";
import { leafOf } from "../tree/leaves.ts";

/** The mean of what trees say of rows: of the shares of the classes, or of the mean targets. */
export class MeanAnswers {
  readonly #matrix: DenseMatrix;
  readonly #nValues: number;
  readonly #areShares: boolean;
  /** Sum of the answers, `[nSamples × nValues]`, and how many trees were asked, `[nSamples]`. */
  readonly #sums: Float64Array;
  readonly #nAsked: Int32Array;

  constructor(matrix: DenseMatrix, nValues: number, { areShares }: { areShares: boolean }) {
    this.#matrix = matrix;
    this.#nValues = nValues;
    this.#areShares = areShares;
    this.#sums = new Float64Array(matrix.nSamples * nValues);
    this.#nAsked = new Int32Array(matrix.nSamples);
  }

  /** Asks a tree about every row, or, where draws are given, about those that were not drawn for it. */
  ask(tree: FlatTree, draws?: Int32Array): void {
    const { values, nSamples, nFeatures } = this.#matrix;
    const nValues = this.#nValues;
    const sums = this.#sums;
    for (let i = 0; i < nSamples; i++) {
      if (draws !== undefined && draws[i]! > 0) continue;
      const leaf = leafOf(tree, values, i * nFeatures);
      const whole = this.#areShares ? tree.weight[leaf]! : 1;
      for (let k = 0; k < nValues; k++) sums[i * nValues + k]! += tree.values[leaf * nValues + k]! / whole;
      this.#nAsked[i]! += 1;
    }
  }

  /** How many trees were asked about a row. */
  nAsked(row: number): number {
    return this.#nAsked[row]!;
  }

  /** The mean answer about a row, `[nValues]`; NaN where no tree was asked. */
  mean(row: number): number[] {
    const answer: number[] = [];
    for (let k = 0; k < this.#nValues; k++) {
      answer.push(this.#sums[row * this.#nValues + k]! / this.#nAsked[row]!);
    }
    return answer;
  }

  /** The first of the largest values about a row: the position of its class. */
  largest(row: number): number {
    const first = row * this.#nValues;
    let largest = 0;
    for (let k = 1; k < this.#nValues; k++) {
      if (this.#sums[first + k]! > this.#sums[first + largest]!) largest = k;
    }
    return largest;
  }
}
