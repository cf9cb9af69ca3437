import { tokensOf } from "../course/code-tokens.ts";
import { type Html, html } from "./html.ts";

/**
 * A block of code with its comments, strings, keywords and numbers marked. Who reads with keys can reach it, to scroll.
 *
 * @example codeHtml("const n = 3;", "ts")
 */
export function codeHtml(code: string, language: string): Html {
  const tokens = tokensOf(code, language).map(({ kind, text }) =>
    kind ? html`<span class="${kind}">${text}</span>` : text,
  );
  return html`<pre tabindex="0"><code>${tokens}</code></pre>`;
}
