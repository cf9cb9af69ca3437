import { checkCount, shown } from "../check-input.ts";
import { StoredFields, storedNumber } from "../stored.ts";
import { ACTIVATIONS, type Activation } from "./activation.ts";
import type { Weights } from "./layers.ts";

const SOLVERS = ["sgd", "adam"] as const;

/** The options of MLPClassifier and MLPRegressor; names and defaults are scikit-learn's. */
export interface MLPOptions {
  /** Neurons in each hidden layer; [100]. */
  readonly hiddenLayerSizes: readonly number[];
  /** What bends the values of the hidden layers; "relu". */
  readonly activation: Activation;
  /** "adam", or "sgd" for plain gradient descent with momentum. */
  readonly solver: (typeof SOLVERS)[number];
  /** What half the squared weights cost; 0.0001. */
  readonly alpha: number;
  /** Rows between two steps; "auto" is 200, or all where there are fewer. */
  readonly batchSize: number | "auto";
  /** 0.001. */
  readonly learningRateInit: number;
  /** The most often that every row is seen; 200. */
  readonly maxIter: number;
  /** Whether the rows come in a new order each time; true. */
  readonly shuffle: boolean;
  /** Where initial weights, orders and validation rows come from; 0. */
  readonly randomState: number;
  /** The least that counts as an improvement; 0.0001. */
  readonly tol: number;
  /** After so many epochs without an improvement, training ends; 10. */
  readonly nIterNoChange: number;
  /** Of sgd: the share of its velocity that is kept; 0.9. */
  readonly momentum: number;
  /** Of sgd; true. */
  readonly nesterovsMomentum: boolean;
  /** Of adam: the share of the mean slope that is kept; 0.9. */
  readonly beta1: number;
  /** Of adam: the share of the mean squared slope that is kept; 0.999. */
  readonly beta2: number;
  /** Of adam; 1e-8. */
  readonly epsilon: number;
  /** Whether rows are held out, and training ends when the score on them improves no more; false. */
  readonly earlyStopping: boolean;
  /** The share of rows that is held out; 0.1. */
  readonly validationFraction: number;
  /** The weights to start from, in place of random ones. */
  readonly initialWeights: Weights | undefined;
}

/** The options with the defaults of those that were left out. */
export function withDefaults(options: Partial<MLPOptions>): MLPOptions {
  return {
    hiddenLayerSizes: [100],
    activation: "relu",
    solver: "adam",
    alpha: 1e-4,
    batchSize: "auto",
    learningRateInit: 1e-3,
    maxIter: 200,
    shuffle: true,
    randomState: 0,
    tol: 1e-4,
    nIterNoChange: 10,
    momentum: 0.9,
    nesterovsMomentum: true,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
    earlyStopping: false,
    validationFraction: 0.1,
    initialWeights: undefined,
    ...options,
  };
}

/**
 * Checks the options, when a network is to be trained with them.
 * @throws {RangeError} when one is out of its range
 */
export function checkOptions(who: string, options: MLPOptions): void {
  options.hiddenLayerSizes.forEach((size, l) => {
    checkCount(who, `hiddenLayerSizes[${l}]`, size, 1);
  });
  checkCount(who, "maxIter", options.maxIter, 1);
  if (options.batchSize !== "auto") checkCount(who, "batchSize", options.batchSize, 1);
  if (options.nIterNoChange !== Infinity) checkCount(who, "nIterNoChange", options.nIterNoChange, 1);
  checkOneOf(who, "activation", options.activation, ACTIVATIONS);
  checkOneOf(who, "solver", options.solver, SOLVERS);
  const ranges: [keyof MLPOptions, boolean, string][] = [
    ["alpha", options.alpha >= 0 && options.alpha < Infinity, "finite and ≥ 0"],
    [
      "learningRateInit",
      options.learningRateInit > 0 && options.learningRateInit < Infinity,
      "finite and > 0",
    ],
    ["tol", options.tol >= 0, "≥ 0"],
    ["momentum", options.momentum >= 0 && options.momentum <= 1, "from 0 to 1"],
    ["beta1", options.beta1 >= 0 && options.beta1 < 1, "from 0 to below 1"],
    ["beta2", options.beta2 >= 0 && options.beta2 < 1, "from 0 to below 1"],
    ["epsilon", options.epsilon > 0, "> 0"],
    [
      "validationFraction",
      options.validationFraction > 0 && options.validationFraction < 1,
      "between 0 and 1",
    ],
  ];
  for (const [name, isInRange, range] of ranges) {
    if (!isInRange) throw new RangeError(`${who} needs ${name} ${range}, got ${shown(options[name])}.`);
  }
}

function checkOneOf(who: string, name: string, value: string, words: readonly string[]): void {
  if (words.includes(value)) return;
  throw new RangeError(`${who} needs ${words.map(shown).join(" or ")} as ${name}, got ${shown(value)}.`);
}

/** The options as `toJSON` writes them down. */
export function storedOptions(options: MLPOptions): object {
  const names = Object.keys(withDefaults({})) as (keyof MLPOptions)[];
  const values = names.map((name) => {
    const value = options[name];
    return [name, typeof value === "number" ? storedNumber(value) : value];
  });
  return Object.fromEntries(values);
}

/** The options that storedOptions wrote down. */
export function readOptions(stored: StoredFields): MLPOptions {
  return {
    hiddenLayerSizes: stored.numbers("hiddenLayerSizes"),
    activation: stored.oneOf("activation", ACTIVATIONS),
    solver: stored.oneOf("solver", SOLVERS),
    alpha: stored.number("alpha"),
    batchSize: stored.value("batchSize") === "auto" ? "auto" : stored.number("batchSize"),
    learningRateInit: stored.number("learningRateInit"),
    maxIter: stored.number("maxIter"),
    shuffle: stored.boolean("shuffle"),
    randomState: stored.number("randomState"),
    tol: stored.number("tol"),
    nIterNoChange: stored.number("nIterNoChange"),
    momentum: stored.number("momentum"),
    nesterovsMomentum: stored.boolean("nesterovsMomentum"),
    beta1: stored.number("beta1"),
    beta2: stored.number("beta2"),
    epsilon: stored.number("epsilon"),
    earlyStopping: stored.boolean("earlyStopping"),
    validationFraction: stored.number("validationFraction"),
    initialWeights: stored.has("initialWeights") ? readWeights(stored.fields("initialWeights")) : undefined,
  };
}

/** Weights that were written down, the options' or learned ones. */
export function readWeights(stored: StoredFields): { coefs: number[][][]; intercepts: number[][] } {
  const coefs = stored.list("coefs");
  return {
    coefs: coefs.map((layer) => new StoredFields("fromJSON", { coefs: layer }).rows("coefs")),
    intercepts: stored.rows("intercepts", coefs.length),
  };
}
