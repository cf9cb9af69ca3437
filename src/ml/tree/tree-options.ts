import type { StoredFields } from "../stored.ts";
import type { AllGrowthOptions, GrowthOptions, MaxFeatures } from "./growth-options.ts";

/** Keeps the options of growing that trees and forests have in common. */
export abstract class TreeOptions implements AllGrowthOptions {
  readonly maxDepth: number | undefined;
  readonly minSamplesSplit: number;
  readonly minSamplesLeaf: number;
  readonly maxFeatures: MaxFeatures;
  readonly maxLeafNodes: number | undefined;
  readonly minImpurityDecrease: number;
  readonly randomState: number;

  constructor(options: GrowthOptions, defaultMaxFeatures: MaxFeatures) {
    this.maxDepth = options.maxDepth;
    this.minSamplesSplit = options.minSamplesSplit ?? 2;
    this.minSamplesLeaf = options.minSamplesLeaf ?? 1;
    this.maxFeatures = options.maxFeatures ?? defaultMaxFeatures;
    this.maxLeafNodes = options.maxLeafNodes;
    this.minImpurityDecrease = options.minImpurityDecrease ?? 0;
    this.randomState = options.randomState ?? 0;
  }

  /** The options of growing alone, as plain data. */
  protected growthOptions(): AllGrowthOptions {
    return {
      maxDepth: this.maxDepth,
      minSamplesSplit: this.minSamplesSplit,
      minSamplesLeaf: this.minSamplesLeaf,
      maxFeatures: this.maxFeatures,
      maxLeafNodes: this.maxLeafNodes,
      minImpurityDecrease: this.minImpurityDecrease,
      randomState: this.randomState,
    };
  }
}

/**
 * The options of growing among the fields that toJSON wrote.
 * @throws {TypeError} when one is missing or of another kind
 */
export function readGrowthOptions(fields: StoredFields): AllGrowthOptions {
  return {
    maxDepth: numberOrNone(fields, "maxDepth"),
    minSamplesSplit: fields.number("minSamplesSplit"),
    minSamplesLeaf: fields.number("minSamplesLeaf"),
    maxFeatures:
      typeof fields.value("maxFeatures") === "number"
        ? fields.number("maxFeatures")
        : fields.oneOf("maxFeatures", ["sqrt", "log2"]),
    maxLeafNodes: numberOrNone(fields, "maxLeafNodes"),
    minImpurityDecrease: fields.number("minImpurityDecrease"),
    randomState: fields.number("randomState"),
  };
}

function numberOrNone(fields: StoredFields, name: string): number | undefined {
  return fields.has(name) ? fields.number(name) : undefined;
}
