import type { Figure } from "../figures/index.ts";
import type { FigureFiles } from "./figure-files.ts";
import { type Html, html } from "./html.ts";
import { tableFigureHtml } from "./table-figure.ts";

/** From here on a page is wide enough for figures as they are; page.css breaks at the same width. */
const WIDE = "40rem";

/**
 * A figure on a page: a table as one, all others as a picture that goes with the page's light and width. The drawing holds title,
 * notes and caption; they are also said to those who do not see it.
 */
export function figureHtml(figure: Figure, files: FigureFiles): Html {
  if (figure.kind === "table") return tableFigureHtml(figure);
  const said = [figure.title, ...figure.notes, figure.caption].filter((text) => text).join(" · ");
  // Paper is light, whatever the screen is.
  return html`<figure><picture>
<source media="screen and (prefers-color-scheme: dark) and (width < ${WIDE})" srcset="${files.darkNarrow.path}">
<source media="screen and (prefers-color-scheme: dark)" srcset="${files.dark.path}">
<source media="screen and (width < ${WIDE})" srcset="${files.lightNarrow.path}">
<img src="${files.light.path}" alt="${said}">
</picture></figure>
`;
}
