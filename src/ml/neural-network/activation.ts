import { sigmoid } from "../class-scores.ts";

/** The functions that bend what a hidden layer passes on. */
export const ACTIVATIONS = ["identity", "logistic", "tanh", "relu"] as const;
export type Activation = (typeof ACTIVATIONS)[number];

/*
 * relu and its derivative do without a comparison: half of all values are negative and in no order, so that a processor,
 * which goes on before it knows, would go the wrong way half of the time. That costs more than a few sums.
 */

/** Replaces the first `count` values by their activations. */
export function activate(activation: Activation, values: Float64Array, count: number): void {
  if (activation === "identity") return;
  if (activation === "relu")
    for (let i = 0; i < count; i++) values[i] = (values[i]! + Math.abs(values[i]!)) / 2;
  else if (activation === "tanh") for (let i = 0; i < count; i++) values[i] = Math.tanh(values[i]!);
  else for (let i = 0; i < count; i++) values[i] = sigmoid(values[i]!);
}

/**
 * Multiplies the first `count` deltas by the derivative of the activation. All four derivatives can be told from the
 * activated values alone, so what came before need not be kept.
 */
export function multiplyByDerivative(
  activation: Activation,
  deltas: Float64Array,
  activated: Float64Array,
  count: number,
): void {
  if (activation === "identity") return;
  if (activation === "relu") for (let i = 0; i < count; i++) deltas[i]! *= oneIfPositive(activated[i]!);
  else if (activation === "tanh") for (let i = 0; i < count; i++) deltas[i]! *= 1 - activated[i]! ** 2;
  else for (let i = 0; i < count; i++) deltas[i]! *= activated[i]! * (1 - activated[i]!);
}

/** 1 for a value above 0, and 0 for 0: the smallest of all numbers is lost in a sum with any that is not tiny. */
function oneIfPositive(value: number): number {
  return value / (value + Number.MIN_VALUE);
}
