import { shown } from "../check-input.ts";
import type { ClassCodes } from "../targets.ts";

/** How many rows each class has, `[nClasses]`. */
export function countClasses({ classes, codes }: ClassCodes<string | number>): number[] {
  const counts = classes.map(() => 0);
  for (const code of codes) counts[code]! += 1;
  return counts;
}

/**
 * Checks probabilities that were given for the classes.
 * @throws {RangeError} when there is not one for each class, one is negative or no number, or they don't add up to 1
 */
export function checkPriors(who: string, name: string, priors: readonly number[], nClasses: number): void {
  if (priors.length !== nClasses) {
    throw new RangeError(
      `${who} needs one of ${name} for each of ${nClasses} classes, got ${priors.length}.`,
    );
  }
  const wrong = priors.find((prior) => !(prior >= 0));
  if (wrong !== undefined) throw new RangeError(`${who} needs ${name} ≥ 0, got ${shown(wrong)}.`);
  const sum = priors.reduce((total, prior) => total + prior, 0);
  if (!(Math.abs(sum - 1) <= 1e-8))
    throw new RangeError(`${who} needs ${name} that add up to 1, got ${sum}.`);
}
