import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

const ADDRESS = /[a-z][a-z\d+.-]*:\/\/\S+/gi;

/**
 * Breaks a set phrase into lines of at most `width` cells, between words; only a word that is wider than a line is
 * broken itself, and an address never is, so that it can still be followed.
 */
export function wrap(phrase: string, width: number): string[] {
  const hasWideAddress = (phrase.match(ADDRESS) ?? []).some((address) => stringWidth(address) > width);
  const wrapped = wrapAnsi(phrase, width, { hard: !hasWideAddress });
  return wrapped.replaceAll("\u00a0", " ").split("\n");
}
