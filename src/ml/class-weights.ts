import { shown } from "./check-input.ts";
import type { Label } from "./labels.ts";
import type { StoredFields } from "./stored.ts";
import type { ClassCodes } from "./targets.ts";

/**
 * How much a row of each class counts: "balanced" lets every class count as much as any other, whatever its number of
 * rows; else a weight for each label, 1 for those left out.
 * @example const weights: ClassWeight<"ill" | "well"> = { ill: 10 };
 */
export type ClassWeight<L extends Label> = "balanced" | Readonly<Partial<Record<L, number>>>;

/**
 * The weight of each class, `[nClasses]`, in the order of `classes`; all 1 without classWeight.
 * @throws {RangeError} when a weight is not a finite number ≥ 0, or is for a label that does not occur
 */
export function weightsOfClasses<L extends Label>(
  who: string,
  { classes, codes }: ClassCodes<L>,
  classWeight: ClassWeight<L> | undefined,
): Float64Array {
  const weights = new Float64Array(classes.length).fill(1);
  if (classWeight === "balanced") {
    const counts = new Float64Array(classes.length);
    for (const code of codes) counts[code]! += 1;
    return counts.map((count) => codes.length / (classes.length * count));
  }
  const position = new Map(classes.map((label, k) => [String(label), k]));
  for (const [label, weight] of Object.entries<unknown>(classWeight ?? {})) {
    const k = position.get(label);
    if (k === undefined) {
      throw new RangeError(`${who} needs a classWeight for labels that occur, got one for ${shown(label)}.`);
    }
    if (typeof weight !== "number" || !(weight >= 0 && weight < Infinity)) {
      throw new RangeError(
        `${who} needs a finite classWeight ≥ 0 for ${shown(label)}, got ${shown(weight)}.`,
      );
    }
    weights[k] = weight;
  }
  return weights;
}

/** The option that `toJSON` wrote down under "classWeight". */
export function readClassWeight(options: StoredFields): ClassWeight<Label> | undefined {
  if (!options.has("classWeight")) return undefined;
  if (options.value("classWeight") === "balanced") return "balanced";
  const weights = options.fields("classWeight");
  return Object.fromEntries(weights.names().map((label) => [label, weights.number(label)]));
}
