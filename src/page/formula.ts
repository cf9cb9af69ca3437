import { type Html, html, trusted } from "./html.ts";
import { katex } from "./katex.ts";

/**
 * Sets TeX with KaTeX, to be seen with its style sheet, and as MathML for those who listen. TeX that cannot be read is shown as it is.
 *
 * @param isDisplayed whether the formula stands in lines of its own
 * @example formulaHtml(String.raw`\bar{x}`, false)
 * @see https://katex.org/docs/options.html
 */
export function formulaHtml(tex: string, isDisplayed: boolean): Html {
  try {
    return trusted(katex().renderToString(tex, { displayMode: isDisplayed, strict: "ignore", trust: false }));
  } catch {
    return html`<code>${tex}</code>`;
  }
}
