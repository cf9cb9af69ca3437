import type { Frequency } from "./profile.ts";

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

/** A text, or its first characters and an ellipsis. */
export function cutText(text: string): string {
  if (text.length <= longestShown) return text;
  const characters = [...text.slice(0, 2 * longestShown + 2)];
  return characters.length <= longestShown ? text : `${characters.slice(0, longestShown).join("")}…`;
}

function isBefore(one: Frequency<string>, other: Frequency<string>): boolean {
  return one.count > other.count || (one.count === other.count && one.value < other.value);
}
