import { closest, distance } from "fastest-levenshtein";

/**
 * A question for whoever mistyped a name, or an empty text if no known name is near.
 *
 * @example
 * didYouMean("alcohl", ["alcohol", "ash"]); // 'Did you mean "alcohol"?'
 */
export function didYouMean(word: string, known: readonly string[]): string {
  if (known.length === 0) return "";
  const nearest = closest(word.toLowerCase(), [...known]);
  const typos = distance(word.toLowerCase(), nearest.toLowerCase());
  return typos <= Math.max(2, nearest.length / 3) ? `Did you mean "${nearest}"?` : "";
}
