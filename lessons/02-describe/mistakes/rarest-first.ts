/**
 * Your list begins with the rarest value. In a table of a thousand species the first lines should show what most rows are.
 * Next: which sign has `one - other` when `one` is to stand first because it is larger?
 */
import { frequencies as count } from "../solution.ts";

export { describe, quantile } from "../solution.ts";

export function frequencies(values: string[]): [string, number][] {
  return count(values).toSorted(([, one], [, other]) => one - other);
}
