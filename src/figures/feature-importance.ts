import { type BarsFigure, barsOf } from "./bars.ts";
import { isDrawable } from "./drawable.ts";
import type { Words } from "./spec.ts";

/** A feature each, all of one length. */
export interface Importances {
  readonly names: readonly string[];
  readonly importances: ArrayLike<number>;
  /** How far each importance strays, for example from tree to tree or from one shuffling to the next. */
  readonly deviations?: ArrayLike<number> | undefined;
}

export interface FeatureImportanceOptions extends Words {
  /** At most so many features are drawn, the most important ones. 20 unless given. */
  readonly most?: number | undefined;
  readonly xTitle?: string | undefined;
}

/**
 * How much each feature matters to a model, the most important first, with lines for the deviations.
 *
 * @throws RangeError if the lists have different lengths, a name comes twice, or `most` is not a whole number from 1
 * @example featureImportance({ names: ["proline", "ash"], importances: [0.61, 0.02], deviations: [0.05, 0.01] },
 *   { title: "Proline matters most", xTitle: "loss of accuracy when shuffled" })
 */
export function featureImportance(data: Importances, options: FeatureImportanceOptions): BarsFigure {
  const { names, importances, deviations } = data;
  const { most = 20, xTitle = "importance" } = options;
  if (!Number.isInteger(most) || most < 1)
    throw new RangeError(`featureImportance needs a whole number from 1 as most, got ${most}.`);
  for (const [name, list] of Object.entries({ importances, deviations })) {
    if (list !== undefined && list.length !== names.length)
      throw new RangeError(
        `featureImportance needs as many ${name} as names, got ${list.length} and ${names.length}.`,
      );
  }
  const amounts = names.map((label, i) => ({
    label,
    value: Number(importances[i]),
    deviation: deviations?.[i],
  }));
  const rank = (value: number) => (isDrawable(value) ? value : Number.NEGATIVE_INFINITY);
  const sorted = amounts.toSorted(
    (a, b) => Number(rank(b.value) > rank(a.value)) - Number(rank(b.value) < rank(a.value)),
  );
  return barsOf(sorted, { ...options, xTitle }, { who: "featureImportance", most, thing: "feature" });
}
