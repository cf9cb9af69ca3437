import { checkCount, shown } from "../check-input.ts";

/** How many features a split may choose from: a count from 2, a share up to 1 (all), or a rule for their number. */
export type MaxFeatures = number | "sqrt" | "log2";

/** The options that every tree has, with scikit-learn's names. */
export interface GrowthOptions {
  /** How many questions may follow each other. Default: no limit. */
  readonly maxDepth?: number | undefined;
  /** How few rows a node may have to be split: a count from 2, or a share of all rows up to 1. Default 2. */
  readonly minSamplesSplit?: number;
  /** How few rows a leaf may have: a count from 1, or a share of all rows below 1. Default 1. */
  readonly minSamplesLeaf?: number;
  /** From how many features, drawn anew for each split, the best is taken. Default 1: all of them. */
  readonly maxFeatures?: MaxFeatures;
  /** How many leaves the tree may have; those whose split improves it most are split first. Default: no limit. */
  readonly maxLeafNodes?: number | undefined;
  /** By how much a split must lower the impurity of the whole tree. Default 0. */
  readonly minImpurityDecrease?: number;
  /** Decides which features are drawn. Default 0. */
  readonly randomState?: number;
}

/** The options with their defaults filled in; undefined is no limit. */
export type AllGrowthOptions = { readonly [Name in keyof GrowthOptions]-?: GrowthOptions[Name] };

/** The options as they bear on one table, limits and shares turned into numbers. */
export interface Limits {
  readonly maxDepth: number;
  readonly minSamplesSplit: number;
  readonly minSamplesLeaf: number;
  readonly maxFeatures: number;
  /** Whether features are looked at one after the other; else in an order drawn for each split, as in a forest. */
  readonly inOrder: boolean;
  readonly maxLeafNodes: number;
  readonly minImpurityDecrease: number;
}

/**
 * What the options allow for a table of this size.
 * @throws {RangeError} when an option is out of its range
 */
export function limitsFor(
  who: string,
  options: AllGrowthOptions,
  nSamples: number,
  nFeatures: number,
): Limits {
  const { minImpurityDecrease } = options;
  if (!Number.isFinite(minImpurityDecrease) || minImpurityDecrease < 0) {
    throw new RangeError(`${who} needs a finite minImpurityDecrease ≥ 0, got ${shown(minImpurityDecrease)}.`);
  }
  const maxFeatures = featureCount(who, options.maxFeatures, nFeatures);
  return {
    maxDepth: countOrNone(who, "maxDepth", options.maxDepth, 1),
    minSamplesSplit: Math.max(2, countOrShare(who, "minSamplesSplit", options.minSamplesSplit, 2, nSamples)),
    minSamplesLeaf: countOrShare(who, "minSamplesLeaf", options.minSamplesLeaf, 1, nSamples),
    maxFeatures,
    inOrder: maxFeatures === nFeatures,
    maxLeafNodes: countOrNone(who, "maxLeafNodes", options.maxLeafNodes, 2),
    minImpurityDecrease,
  };
}

function countOrNone(who: string, name: string, value: number | undefined, least: number): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  checkCount(who, name, value, least);
  return value;
}

/** A whole number from `least` on as it is; below that, a share of the rows, rounded up. */
function countOrShare(who: string, name: string, value: number, least: number, nSamples: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  if (value > 0 && (value < 1 || (value === 1 && least > 1))) return Math.ceil(value * nSamples);
  throw new RangeError(
    `${who} needs a whole number ${name} ≥ ${least}, or a share of the rows between 0 and 1, got ${shown(value)}.`,
  );
}

/**
 * scikit-learn takes 1 for one feature and 1.0 for all of them. JavaScript cannot tell these apart: here 1 is a
 * share, as it is in the defaults.
 */
function featureCount(who: string, value: MaxFeatures, nFeatures: number): number {
  if (value === "sqrt") return Math.max(1, Math.floor(Math.sqrt(nFeatures)));
  if (value === "log2") return Math.max(1, Math.floor(Math.log2(nFeatures)));
  if (Number.isSafeInteger(value) && value >= 2 && value <= nFeatures) return value;
  if (typeof value === "number" && value > 0 && value <= 1) return Math.max(1, Math.floor(value * nFeatures));
  throw new RangeError(
    `${who} needs maxFeatures as a whole number from 2 to the ${nFeatures} features, a share up to 1, "sqrt" or "log2", got ${shown(value)}.`,
  );
}
