import { type Html, html } from "./html.ts";

export interface DocumentOptions {
  /** What the browser's tab says. */
  readonly title: string;
  /** Addresses of style sheets, from the page's own folder. */
  readonly styles: readonly string[];
}

/**
 * A whole HTML document, for a page that is read as it is: no script may run in it, whatever stands in its texts.
 *
 * @example pageDocument({ title: "Lesson 6", styles: ["page.css"] }, html`<h1>Put features on one scale</h1>`)
 */
export function pageDocument({ title, styles }: DocumentOptions, body: Html): string {
  const links = styles.map((address) => html`<link rel="stylesheet" href="${address}">\n`);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="script-src 'none'; object-src 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${links}</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.markup;
}
