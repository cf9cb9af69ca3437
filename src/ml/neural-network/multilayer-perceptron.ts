import { notFitted } from "../check-input.ts";
import { type Features, readMatrix } from "../features.ts";
import { type StoredFields, storedNumbers } from "../stored.ts";
import { setWeights } from "./layers.ts";
import { type MLPOptions, readWeights, withDefaults } from "./mlp-options.ts";
import { Network } from "./network.ts";
import type { Output } from "./output.ts";
import type { Trained } from "./training.ts";

/** How many rows go through a network at a time when it predicts. */
const ROWS = 256;

/** What MLPClassifier and MLPRegressor have in common: their options, what training leaves behind, and their outputs. */
export abstract class MultilayerPerceptron<Learned extends Trained> implements MLPOptions {
  readonly hiddenLayerSizes: MLPOptions["hiddenLayerSizes"];
  readonly activation: MLPOptions["activation"];
  readonly solver: MLPOptions["solver"];
  readonly alpha: MLPOptions["alpha"];
  readonly batchSize: MLPOptions["batchSize"];
  readonly learningRateInit: MLPOptions["learningRateInit"];
  readonly maxIter: MLPOptions["maxIter"];
  readonly shuffle: MLPOptions["shuffle"];
  readonly randomState: MLPOptions["randomState"];
  readonly tol: MLPOptions["tol"];
  readonly nIterNoChange: MLPOptions["nIterNoChange"];
  readonly momentum: MLPOptions["momentum"];
  readonly nesterovsMomentum: MLPOptions["nesterovsMomentum"];
  readonly beta1: MLPOptions["beta1"];
  readonly beta2: MLPOptions["beta2"];
  readonly epsilon: MLPOptions["epsilon"];
  readonly earlyStopping: MLPOptions["earlyStopping"];
  readonly validationFraction: MLPOptions["validationFraction"];
  readonly initialWeights: MLPOptions["initialWeights"];
  protected learned: Learned | undefined;
  /** The name of the estimator, for messages. */
  protected abstract readonly estimator: string;

  constructor(options: Partial<MLPOptions>) {
    const all = withDefaults(options);
    this.hiddenLayerSizes = all.hiddenLayerSizes;
    this.activation = all.activation;
    this.solver = all.solver;
    this.alpha = all.alpha;
    this.batchSize = all.batchSize;
    this.learningRateInit = all.learningRateInit;
    this.maxIter = all.maxIter;
    this.shuffle = all.shuffle;
    this.randomState = all.randomState;
    this.tol = all.tol;
    this.nIterNoChange = all.nIterNoChange;
    this.momentum = all.momentum;
    this.nesterovsMomentum = all.nesterovsMomentum;
    this.beta1 = all.beta1;
    this.beta2 = all.beta2;
    this.epsilon = all.epsilon;
    this.earlyStopping = all.earlyStopping;
    this.validationFraction = all.validationFraction;
    this.initialWeights = all.initialWeights;
  }

  /** The weights of each layer, `[nInputs, nOutputs]`. Set by fit. */
  get coefs(): readonly (readonly (readonly number[])[])[] {
    return this.fitted("coefs").coefs;
  }

  /** The intercepts of each layer, `[nOutputs]`. Set by fit. */
  get intercepts(): readonly (readonly number[])[] {
    return this.fitted("intercepts").intercepts;
  }

  /** The mean loss of each epoch, taken batch by batch as the weights changed, `[nIter]`. Set by fit. */
  get lossCurve(): readonly number[] {
    return this.fitted("lossCurve").lossCurve;
  }

  /** The loss of the last epoch. Set by fit. */
  get loss(): number {
    return this.fitted("loss").lossCurve.at(-1)!;
  }

  /** With earlyStopping: the score on the rows held out after each epoch, `[nIter]`. Set by fit. */
  get validationScores(): readonly number[] | undefined {
    return this.fitted("validationScores").validationScores;
  }

  /** How many epochs were trained. Set by fit. */
  get nIter(): number {
    return this.fitted("nIter").lossCurve.length;
  }

  /** Whether training ended because nothing improved any more, and not because of maxIter. Set by fit. */
  get converged(): boolean {
    return this.fitted("converged").converged;
  }

  /** The outputs for each row of X, `[nSamples, nOutputs]` row after row. */
  protected outputs(asked: string, X: Features, output: Output): Float64Array {
    const { coefs, intercepts } = this.fitted(asked);
    const who = `${this.estimator}.${asked}`;
    const { values, nSamples, nFeatures } = readMatrix(who, X, coefs[0]!.length);
    const sizes = [nFeatures, ...intercepts.map((layer) => layer.length)];
    const network = new Network(sizes, this.activation, output, Math.min(ROWS, nSamples));
    setWeights(who, network.layers, { coefs, intercepts });
    const outputs = new Float64Array(nSamples * output.nOutputs);
    for (let start = 0; start < nSamples; start += ROWS) {
      const end = Math.min(start + ROWS, nSamples);
      const rows = values.subarray(start * nFeatures, end * nFeatures);
      outputs.set(network.forward(rows, end - start), start * output.nOutputs);
    }
    return outputs;
  }

  protected fitted(asked: string): Learned {
    if (this.learned === undefined) throw notFitted(`${this.estimator}.${asked}`);
    return this.learned;
  }
}

/** What training gave, as `toJSON` writes it down. */
export function storedTraining(trained: Trained): object {
  return {
    coefs: trained.coefs.map((layer) => layer.map(storedNumbers)),
    intercepts: trained.intercepts.map(storedNumbers),
    lossCurve: storedNumbers(trained.lossCurve),
    validationScores: trained.validationScores && storedNumbers(trained.validationScores),
    converged: trained.converged,
  };
}

/** What storedTraining wrote down. */
export function readTraining(learned: StoredFields): Trained {
  return {
    ...readWeights(learned),
    lossCurve: learned.numbers("lossCurve"),
    validationScores: learned.has("validationScores") ? learned.numbers("validationScores") : undefined,
    converged: learned.boolean("converged"),
  };
}
