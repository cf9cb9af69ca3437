import { addCombinations, addDotProducts } from "../dense-products.ts";
import { type Activation, activate, multiplyByDerivative } from "./activation.ts";
import { countParameters, type Layer, layersOf } from "./layers.ts";
import type { Output } from "./output.ts";

/** Rows that go through a network together, `[count, nFeatures]` row after row. */
export interface Batch {
  readonly rows: Float64Array;
  /** The position of each row among the samples. */
  readonly samples: Int32Array;
}

/**
 * A multi-layer perceptron: every neuron takes a linear function of all values of the layer before, and passes it on
 * bent by the activation. Memory for batches of up to `batchSize` rows is set aside once.
 * @see Nielsen, Neural Networks and Deep Learning, chapter 2: http://neuralnetworksanddeeplearning.com/chap2.html
 */
export class Network {
  /** All weights and intercepts, one after the other. */
  readonly parameters: Float64Array;
  readonly layers: readonly Layer[];
  readonly #activation: Activation;
  readonly #output: Output;
  /** The values of each layer's neurons, `[batchSize, nOutputs]`. */
  readonly #values: readonly Float64Array[];
  /** The slopes of the loss by what goes into each layer's neurons, in the same form. */
  readonly #deltas: readonly Float64Array[];

  /** @param sizes the number of features, of neurons in each hidden layer, and of outputs */
  constructor(sizes: readonly number[], activation: Activation, output: Output, batchSize: number) {
    this.parameters = new Float64Array(countParameters(sizes));
    this.layers = layersOf(sizes, this.parameters);
    this.#activation = activation;
    this.#output = output;
    this.#values = this.layers.map(({ nOutputs }) => new Float64Array(batchSize * nOutputs));
    // The last layer's slopes replace its values.
    this.#deltas = this.#values.map((values, l) =>
      l === this.layers.length - 1 ? values : new Float64Array(values.length),
    );
  }

  /** The outputs for each of the rows, `[count, nOutputs]`, valid until the next call. */
  forward(rows: Float64Array, count: number): Float64Array {
    const last = this.layers.length - 1;
    let inputs = rows;
    this.layers.forEach((layer, l) => {
      const { nInputs, nOutputs, weights, intercepts } = layer;
      const values = this.#values[l]!;
      for (let i = 0; i < count; i++) {
        for (let o = 0; o < nOutputs; o++) values[i * nOutputs + o] = intercepts[o]!;
      }
      addCombinations(values, inputs, weights, {
        nRows: count,
        nTerms: nInputs,
        width: nOutputs,
        rowStride: nInputs,
        termStride: 1,
      });
      if (l < last) activate(this.#activation, values, count * nOutputs);
      inputs = values;
    });
    this.#output.activate(inputs, count);
    return inputs.subarray(0, count * this.#output.nOutputs);
  }

  /**
   * The mean loss of a batch, plus alpha/2 times the squared weights divided by its size; its slopes by all parameters
   * go into `gradient`.
   */
  lossAndGradient({ rows, samples }: Batch, alpha: number, gradient: Float64Array): number {
    const count = samples.length;
    const sizes = [this.layers[0]!.nInputs, ...this.layers.map(({ nOutputs }) => nOutputs)];
    const slopes = layersOf(sizes, gradient);
    const loss = this.#output.lossAndDeltas(this.forward(rows, count), samples);
    let squares = 0;
    for (let l = this.layers.length - 1; l >= 0; l--) {
      const inputs = l > 0 ? this.#values[l - 1]! : rows;
      squares += setSlopes(slopes[l]!, this.layers[l]!, inputs, this.#deltas[l]!, { count, alpha });
      if (l > 0) this.#passBack(l, count);
    }
    return (loss + (alpha * squares) / 2) / count;
  }

  /** The deltas of the layer before l: those of l, back along the weights, times the activation's derivative. */
  #passBack(l: number, count: number): void {
    const { nInputs, nOutputs, weights } = this.layers[l]!;
    const before = this.#deltas[l - 1]!.fill(0, 0, count * nInputs);
    const shape = { nRows: count, nColumns: nInputs, length: nOutputs, stride: nOutputs };
    addDotProducts(before, this.#deltas[l]!, weights, shape);
    multiplyByDerivative(this.#activation, before, this.#values[l - 1]!, count * nInputs);
  }
}

/** Sets a layer's slopes to their means over the batch, penalty included, and returns the sum of its squared weights. */
function setSlopes(
  slopes: Layer,
  { nInputs, nOutputs, weights }: Layer,
  inputs: Float64Array,
  deltas: Float64Array,
  { count, alpha }: { count: number; alpha: number },
): number {
  slopes.weights.fill(0);
  addCombinations(slopes.weights, inputs, deltas, {
    nRows: nInputs,
    nTerms: count,
    width: nOutputs,
    rowStride: 1,
    termStride: nInputs,
  });
  let squares = 0;
  for (let k = 0; k < weights.length; k++) {
    const weight = weights[k]!;
    squares += weight * weight;
    slopes.weights[k] = (slopes.weights[k]! + alpha * weight) / count;
  }
  slopes.intercepts.fill(0);
  for (let i = 0; i < count; i++) {
    for (let o = 0; o < nOutputs; o++) slopes.intercepts[o]! += deltas[i * nOutputs + o]! / count;
  }
  return squares;
}
