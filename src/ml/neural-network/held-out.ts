import type { Random } from "../random.ts";

/** The positions of samples to learn from and of those to validate with. */
export interface HeldOut {
  readonly training: Int32Array;
  readonly validation: Int32Array;
}

/**
 * Holds a share of the samples out, drawn at random, with classes in it as in the whole as far as whole rows go.
 * @param codes the class of each sample, or undefined where there are no classes
 * @throws {RangeError} when too few samples are on one side
 */
export function holdOut(
  who: string,
  nSamples: number,
  fraction: number,
  codes: Int32Array | undefined,
  random: Random,
): HeldOut {
  const nHeldOut = Math.ceil(nSamples * fraction);
  // A single target has no variance for R² to explain.
  const least = codes ? 1 : 2;
  if (nHeldOut < least || nHeldOut >= nSamples) {
    throw new RangeError(
      `${who} needs at least ${least} rows to hold out and one to learn from, got ${nHeldOut} of ${nSamples} by validationFraction.`,
    );
  }
  const order = random.shuffle(Array.from({ length: nSamples }, (_, i) => i));
  if (codes) order.sort((a, b) => codes[a]! - codes[b]!);
  // Evenly spaced in an order by class: of every class its share.
  const heldOut = new Set(
    Array.from({ length: nHeldOut }, (_, k) => order[Math.floor(((k + 0.5) * nSamples) / nHeldOut)]!),
  );
  return {
    training: Int32Array.from(order.filter((i) => !heldOut.has(i)).sort((a, b) => a - b)),
    validation: Int32Array.from(heldOut),
  };
}
