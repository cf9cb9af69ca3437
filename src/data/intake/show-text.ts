/** Characters that a reader cannot see, or that change how others are seen. */
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A text as it is shown in a sentence: in quotes, what cannot be seen escaped, cut if it is long. */
export function showText(text: string): string {
  return escapeInvisible(JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text));
}

/** A sentence in which what cannot be seen is escaped. */
export function escapeInvisible(text: string): string {
  return text.replace(invisible, (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}

/** A text without the characters that cannot be seen, and with single spaces. */
export function visibleText(text: string): string {
  return text.replace(invisible, "").replaceAll(/\s+/g, " ").trim();
}
