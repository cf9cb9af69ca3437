/**
 * You sort the list that you were given. `sort` changes the list itself, and whoever called you still holds it: their values no
 * longer stand beside their rows.
 * Next: what could you sort instead of the list itself?
 */
import { quantile as find } from "../solution.ts";

export { describe, frequencies } from "../solution.ts";

export function quantile(values: number[], share: number): number {
  return find(
    values.sort((one, other) => one - other),
    share,
  );
}
