import { checkSameLength, shown } from "../check-input.ts";

/**
 * The weight of each row, `[nSamples]`: the given ones, checked, or 1.
 * @throws {TypeError|RangeError} when they are not one finite number ≥ 0 for each row, or the square of their sum,
 *   which impurities divide by, is 0 or infinite
 */
export function readSampleWeight(
  who: string,
  nSamples: number,
  sampleWeight: readonly number[] | undefined,
): Float64Array {
  const weights = new Float64Array(nSamples).fill(1);
  if (sampleWeight === undefined) return weights;
  checkSameLength(who, nSamples, sampleWeight);
  let sum = 0;
  for (let i = 0; i < nSamples; i++) {
    const weight: unknown = sampleWeight[i];
    if (typeof weight !== "number" || !Number.isFinite(weight) || weight < 0) {
      throw new RangeError(
        `${who} needs finite numbers ≥ 0 as sampleWeight, got ${shown(weight)} at index ${i}.`,
      );
    }
    weights[i] = weight;
    sum += weight;
  }
  if (sum ** 2 === 0 || !Number.isFinite(sum ** 2)) {
    throw new RangeError(
      `${who} needs sampleWeight with a sum whose square is finite and above 0, got ${sum}.`,
    );
  }
  return weights;
}

/**
 * The weight of each row times that of its class, `[nSamples]`. `codes` are the classes of the rows.
 * @throws {RangeError} when no row has any weight left
 */
export function weighClasses(
  who: string,
  codes: Int32Array,
  classWeights: Float64Array,
  weights: Float64Array,
): Float64Array {
  const weighed = weights.map((weight, i) => weight * classWeights[codes[i]!]!);
  if (weighed.some((weight) => weight > 0)) return weighed;
  throw new RangeError(`${who} needs a row whose class has a weight above 0, got none.`);
}

/** The numbers of the rows that have any weight, ascending. The others take no part in growing. */
export function rowsWithWeight(weights: Float64Array): Int32Array {
  const rows = new Int32Array(weights.length);
  let count = 0;
  for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) rows[count++] = i;
  return rows.slice(0, count);
}
