import { replaceBySoftmax, sigmoid } from "../class-scores.ts";

/** What a network's last layer is for: how its values are read, and how far they are from the targets. */
export interface Output {
  readonly nOutputs: number;
  /** Replaces the values of the last layer, `[count, nOutputs]`, by probabilities or predictions. */
  activate(values: Float64Array, count: number): void;
  /**
   * The sum of the losses of activated values, of the given samples. Replaces them by the loss's slopes before
   * activation: for all three outputs that is the value minus the target.
   */
  lossAndDeltas(values: Float64Array, samples: Int32Array): number;
}

/** One number a sample, and half its squared distance from the target. */
export function squaredError(targets: Float64Array): Output {
  return {
    nOutputs: 1,
    activate() {},
    lossAndDeltas(values, samples) {
      let loss = 0;
      for (let i = 0; i < samples.length; i++) {
        values[i]! -= targets[samples[i]!]!;
        loss += values[i]! ** 2 / 2;
      }
      return loss;
    },
  };
}

/** The probability of the second of two classes, and the log-loss. Classes are given by their numbers, 0 and 1. */
export function binaryLogLoss(codes: Int32Array): Output {
  return {
    nOutputs: 1,
    activate(values, count) {
      for (let i = 0; i < count; i++) values[i] = sigmoid(values[i]!);
    },
    lossAndDeltas(values, samples) {
      let loss = 0;
      for (let i = 0; i < samples.length; i++) {
        const y = codes[samples[i]!]!;
        const probability = clipped(values[i]!);
        loss -= Math.log(y === 1 ? probability : 1 - probability);
        values[i]! -= y;
      }
      return loss;
    },
  };
}

/** The probability of each class, and the log-loss. Classes are given by their numbers. */
export function multinomialLogLoss(codes: Int32Array, nClasses: number): Output {
  return {
    nOutputs: nClasses,
    activate(values, count) {
      for (let i = 0; i < count; i++) replaceBySoftmax(values, i * nClasses, nClasses);
    },
    lossAndDeltas(values, samples) {
      let loss = 0;
      for (let i = 0; i < samples.length; i++) {
        const own = i * nClasses + codes[samples[i]!]!;
        loss -= Math.log(clipped(values[own]!));
        values[own]! -= 1;
      }
      return loss;
    },
  };
}

/** A probability that is neither 0 nor 1, as scikit-learn clips it: the logarithm of 0 would be the whole loss. */
function clipped(probability: number): number {
  return Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON);
}
