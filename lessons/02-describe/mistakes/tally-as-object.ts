/**
 * You give an object that maps each value to its count. An object is a good place to count in, but it does not say which value is first;
 * a list of pairs does.
 * Next: what does `Object.entries` make of your object?
 */
import { frequencies as count } from "../solution.ts";

export { describe, quantile } from "../solution.ts";

export function frequencies(values: string[]): unknown {
  return Object.fromEntries(count(values));
}
