import type { Frequency, TextOfLength } from "./profile.ts";

/** The most frequent texts are told apart up to this many. */
const MOST_TEXTS = 10;

/** After how many characters a text is cut. */
export const longestShown = 100;

/** A column of texts, each different one kept once. */
export interface Texts {
  /** The different texts, in the order in which they were met. */
  readonly words: readonly string[];
  /** How often each of them occurs. */
  readonly counts: readonly number[];
}

/** The texts that occur most often, those of equal count in alphabetical order. */
export function frequentTexts({ words, counts }: Texts, most = MOST_TEXTS): Frequency<string>[] {
  const frequent: Frequency<string>[] = [];
  // Sorting all of them would take long where each of a million texts occurs once.
  for (const [i, value] of words.entries()) {
    const candidate = { value, count: counts[i] ?? 0 };
    if (candidate.count === 0) continue;
    const place = frequent.findIndex((other) => isBefore(candidate, other));
    if (place >= 0) frequent.splice(place, 0, candidate);
    else if (frequent.length < most) frequent.push(candidate);
    if (frequent.length > most) frequent.pop();
  }
  return frequent.map(({ value, count }) => ({ value: cutText(value), count }));
}

/** The shortest and the longest text, the first in alphabetical order among equals; null if there is none. */
export function textExtremes({
  words,
}: Texts): [shortest: TextOfLength | null, longest: TextOfLength | null] {
  let [shortest, longest]: [string | null, string | null] = [null, null];
  let [least, most] = [Number.POSITIVE_INFINITY, -1];
  for (const word of words) {
    const length = charactersIn(word);
    if (length < least || (length === least && word < (shortest ?? ""))) [shortest, least] = [word, length];
    if (length > most || (length === most && word < (longest ?? ""))) [longest, most] = [word, length];
  }
  const shown = (text: string | null, length: number) =>
    text === null ? null : { text: cutText(text), length };
  return [shown(shortest, least), shown(longest, most)];
}

/** A text, or its first characters and an ellipsis. */
export function cutText(text: string): string {
  if (text.length <= longestShown) return text;
  const characters = [...text.slice(0, 2 * longestShown + 2)];
  return characters.length <= longestShown ? text : `${characters.slice(0, longestShown).join("")}…`;
}

/** How many characters (code points) a text has, as DuckDB counts them too. */
function charactersIn(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) count--;
  return count;
}

function isBefore(one: Frequency<string>, other: Frequency<string>): boolean {
  return one.count > other.count || (one.count === other.count && one.value < other.value);
}
