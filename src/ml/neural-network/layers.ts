import { rowsOf } from "../class-scores.ts";

/** One layer's share of the parameters: views, so that changing one changes the other. */
export interface Layer {
  readonly nInputs: number;
  readonly nOutputs: number;
  /** `[nInputs, nOutputs]` row after row. */
  readonly weights: Float64Array;
  /** `[nOutputs]` */
  readonly intercepts: Float64Array;
}

/** The weights and intercepts of a network as scikit-learn gives them. */
export interface Weights {
  /** For each layer `[nInputs, nOutputs]`. */
  readonly coefs: readonly (readonly (readonly number[])[])[];
  /** For each layer `[nOutputs]`. */
  readonly intercepts: readonly (readonly number[])[];
}

/** How many parameters layers of these sizes have, the features' number first and the outputs' last. */
export function countParameters(sizes: readonly number[]): number {
  return sizes.slice(1).reduce((sum, size, l) => sum + size * (sizes[l]! + 1), 0);
}

/** The layers between `sizes`, whose parameters stand one after the other in one array. */
export function layersOf(sizes: readonly number[], parameters: Float64Array): Layer[] {
  let start = 0;
  return sizes.slice(1).map((nOutputs, l) => {
    const nInputs = sizes[l]!;
    const end = start + nInputs * nOutputs;
    const weights = parameters.subarray(start, end);
    const intercepts = parameters.subarray(end, end + nOutputs);
    start = end + nOutputs;
    return { nInputs, nOutputs, weights, intercepts };
  });
}

/** The layers' weights and intercepts, copied. */
export function weightsOf(layers: readonly Layer[]): { coefs: number[][][]; intercepts: number[][] } {
  return {
    coefs: layers.map(({ nOutputs, weights }) => rowsOf(weights, nOutputs)),
    intercepts: layers.map(({ intercepts }) => Array.from(intercepts)),
  };
}

/**
 * Copies weights and intercepts into the layers.
 * @throws {RangeError} when they are not those of layers of these sizes, or not finite
 */
export function setWeights(who: string, layers: readonly Layer[], { coefs, intercepts }: Weights): void {
  layers.forEach((layer, l) => {
    const { nInputs, nOutputs } = layer;
    const rows = coefs[l] ?? [];
    const offsets = intercepts[l] ?? [];
    const fits = rows.length === nInputs && rows.every((row) => row.length === nOutputs);
    if (!fits || offsets.length !== nOutputs || coefs.length !== layers.length) {
      throw new RangeError(
        `${who} needs weights for ${layers.length} layers, ${nInputs} × ${nOutputs} and ${nOutputs} intercepts in layer ${l}, got others.`,
      );
    }
    if (![...rows.flat(), ...offsets].every(Number.isFinite)) {
      throw new RangeError(`${who} needs finite weights, got others in layer ${l}.`);
    }
    layer.weights.set(rows.flat());
    layer.intercepts.set(offsets);
  });
}
