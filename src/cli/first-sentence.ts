/**
 * The first sentence of a text; one that leads on with a colon ends there.
 *
 * @example firstSentence("You divide by n − 1. That estimates …") // "You divide by n − 1."
 */
export function firstSentence(text: string): string {
  return /^.*?[.:?!](?=\s|$)/s.exec(text)?.[0].replace(/:$/, ".") ?? text;
}
