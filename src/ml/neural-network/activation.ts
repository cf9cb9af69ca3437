import { sigmoid } from "../class-scores.ts";

/** The functions that bend what a hidden layer passes on. */
export const ACTIVATIONS = ["identity", "logistic", "tanh", "relu"] as const;
export type Activation = (typeof ACTIVATIONS)[number];

/** Replaces the first `count` values by their activations. */
export function activate(activation: Activation, values: Float64Array, count: number): void {
  if (activation === "identity") return;
  if (activation === "relu") for (let i = 0; i < count; i++) values[i] = Math.max(0, values[i]!);
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
  if (activation === "relu") for (let i = 0; i < count; i++) deltas[i] = activated[i]! > 0 ? deltas[i]! : 0;
  else if (activation === "tanh") for (let i = 0; i < count; i++) deltas[i]! *= 1 - activated[i]! ** 2;
  else for (let i = 0; i < count; i++) deltas[i]! *= activated[i]! * (1 - activated[i]!);
}
