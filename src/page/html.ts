/** A piece of HTML. Only `html` and `trusted` make one, so that a text can't be taken for it. */
export class Html {
  readonly markup: string;

  /** Use `html`, or `trusted`. */
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What can stand in HTML: other pieces as they are, everything else as text. Nothing is nothing. */
export type Part = Html | string | number | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Controls, which HTML may not hold, and the marks that make text read in another order than it is written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Writes HTML in which every text is escaped: a column's name, an option's words, an answer can be no tag and no attribute.
 * Attributes must be quoted.
 *
 * @example html`<td title="${name}">${name}</td>`
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, i) => text + markupOf(parts[i])).join(""));
}

/** Takes markup as it is: for what a program wrote that escapes texts itself. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

function markupOf(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Html) return part.markup;
  if (typeof part === "string" || typeof part === "number") return escaped(String(part));
  return part.map(markupOf).join("");
}

function escaped(text: string): string {
  return text.replace(CONTROLS, "").replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}
