/**
 * You give shares of all values in place of counts. A share is good to have, but it hides how many rows stand behind it: half of two
 * rows and half of two thousand look alike.
 * Next: at which moment do you divide, and what do you have just before it?
 */
import { frequencies as count } from "../solution.ts";

export { describe, quantile } from "../solution.ts";

export function frequencies(values: string[]): [string, number][] {
  return count(values).map(([value, often]) => [value, often / values.length]);
}
