import type { DenseMatrix } from "../features.ts";
import { Random } from "../random.ts";
import type { Activation } from "./activation.ts";
import { holdOut } from "./held-out.ts";
import { type Layer, setWeights, weightsOf } from "./layers.ts";
import { checkOptions, type MLPOptions } from "./mlp-options.ts";
import { Network } from "./network.ts";
import { AdamOptimizer, type Optimizer, SgdOptimizer } from "./optimizer.ts";
import type { Output } from "./output.ts";

/** Rows to learn from, what to learn about them, and how well outputs do on some of them. */
export interface Task {
  readonly matrix: DenseMatrix;
  readonly output: Output;
  /** The class of each row, so that rows held out are drawn from all of them; undefined in a regression. */
  readonly codes: Int32Array | undefined;
  /** The score of outputs, `[samples.length, nOutputs]`, for the given rows. */
  score(outputs: Float64Array, samples: Int32Array): number;
}

/** A trained network. */
export interface Trained {
  readonly coefs: number[][][];
  readonly intercepts: number[][];
  /** The mean loss of each epoch, taken batch by batch as the weights changed. */
  readonly lossCurve: number[];
  /** The score of the held-out rows after each epoch; undefined without early stopping. */
  readonly validationScores: number[] | undefined;
  /** Whether training ended because nothing improved any more, and not because of maxIter. */
  readonly converged: boolean;
}

/**
 * Trains a network epoch by epoch, until neither loss nor validation score has improved for a while.
 * @throws {RangeError} when an option is out of its range, or the weights overflow
 */
export function train(who: string, task: Task, options: MLPOptions): Trained {
  checkOptions(who, options);
  const random = new Random(options.randomState);
  const { nSamples, nFeatures } = task.matrix;
  const sizes = [nFeatures, ...options.hiddenLayerSizes, task.output.nOutputs];
  const { training, validation } = options.earlyStopping
    ? holdOut(who, nSamples, options.validationFraction, task.codes, random)
    : { training: Int32Array.from({ length: nSamples }, (_, i) => i), validation: undefined };
  const batchSize = Math.min(options.batchSize === "auto" ? 200 : options.batchSize, training.length);
  const capacity = Math.max(batchSize, validation?.length ?? 0);
  const network = new Network(sizes, options.activation, task.output, capacity);
  if (options.initialWeights) setWeights(who, network.layers, options.initialWeights);
  else drawWeights(network.layers, options.activation, random);
  const optimizer = makeOptimizer(network.parameters.length, options);

  const lossCurve: number[] = [];
  const validationScores: number[] = [];
  const progress = new Progress(options);
  let best = network.parameters;
  for (let epoch = 0; epoch < options.maxIter && !progress.isOver; epoch++) {
    const order = options.shuffle ? Int32Array.from(random.shuffle(Array.from(training))) : training;
    lossCurve.push(runEpoch(network, optimizer, task.matrix, order, { batchSize, alpha: options.alpha }));
    if (!network.parameters.every(Number.isFinite)) {
      throw new RangeError(
        `${who} needs weights that stay finite, got some that overflow: scale the features, or lower learningRateInit.`,
      );
    }
    if (validation) {
      const outputs = network.forward(rowsAt(task.matrix, validation), validation.length);
      validationScores.push(task.score(outputs, validation));
      if (progress.isBest(validationScores.at(-1)!)) best = network.parameters.slice();
    }
    progress.note(validation ? validationScores.at(-1)! : -lossCurve.at(-1)!);
  }
  network.parameters.set(best);
  return {
    ...weightsOf(network.layers),
    lossCurve,
    validationScores: validation && validationScores,
    converged: progress.isOver,
  };
}

/** Shows the network every row of `order` once, batch by batch, and returns the mean loss. */
function runEpoch(
  network: Network,
  optimizer: Optimizer,
  matrix: DenseMatrix,
  order: Int32Array,
  { batchSize, alpha }: { batchSize: number; alpha: number },
): number {
  const gradient = new Float64Array(network.parameters.length);
  let loss = 0;
  for (let start = 0; start < order.length; start += batchSize) {
    const samples = order.subarray(start, start + batchSize);
    const batch = { rows: rowsAt(matrix, samples), samples };
    loss += network.lossAndGradient(batch, alpha, gradient) * samples.length;
    optimizer.step(network.parameters, gradient);
  }
  return loss / order.length;
}

/** Whether what is measured after each epoch, the higher the better, still improves by `tol`. */
class Progress {
  readonly #tol: number;
  readonly #patience: number;
  #best = -Infinity;
  #nWithout = 0;

  constructor({ tol, nIterNoChange }: { tol: number; nIterNoChange: number }) {
    this.#tol = tol;
    this.#patience = nIterNoChange;
  }

  get isOver(): boolean {
    return this.#nWithout > this.#patience;
  }

  isBest(value: number): boolean {
    return value > this.#best;
  }

  note(value: number): void {
    this.#nWithout = value < this.#best + this.#tol ? this.#nWithout + 1 : 0;
    this.#best = Math.max(this.#best, value);
  }
}

/** Weights from a range that lets values and slopes neither grow nor vanish from layer to layer. */
function drawWeights(layers: readonly Layer[], activation: Activation, random: Random): void {
  for (const { nInputs, nOutputs, weights, intercepts } of layers) {
    // Glorot and Bengio (2010), Understanding the difficulty of training deep feedforward neural networks
    const bound = Math.sqrt((activation === "logistic" ? 2 : 6) / (nInputs + nOutputs));
    for (let k = 0; k < weights.length; k++) weights[k] = (2 * random.uniform() - 1) * bound;
    for (let k = 0; k < intercepts.length; k++) intercepts[k] = (2 * random.uniform() - 1) * bound;
  }
}

function makeOptimizer(nParameters: number, options: MLPOptions): Optimizer {
  return options.solver === "adam"
    ? new AdamOptimizer(nParameters, options)
    : new SgdOptimizer(nParameters, options);
}

/** The rows at the given positions, one after the other; a view where they are so already. */
function rowsAt({ values, nFeatures }: DenseMatrix, samples: Int32Array): Float64Array {
  const first = samples[0]!;
  const last = samples.at(-1)!;
  const inOrder = last - first + 1 === samples.length && samples.every((sample, i) => sample === first + i);
  if (inOrder) return values.subarray(first * nFeatures, (last + 1) * nFeatures);
  const rows = new Float64Array(samples.length * nFeatures);
  for (let i = 0; i < samples.length; i++) {
    const row = samples[i]! * nFeatures;
    for (let j = 0; j < nFeatures; j++) rows[i * nFeatures + j] = values[row + j]!;
  }
  return rows;
}
