import type { Figure } from "../figures/index.ts";
import type { FigureFiles, PageFile } from "./figure-files.ts";
import { type Html, html } from "./html.ts";
import { tableFigureHtml } from "./table-figure.ts";

/**
 * A figure on a page: a table as one, all others as pictures of which the style sheet shows one. The drawings hold title, notes
 * and caption; they are also said to those who do not see them.
 */
export function figureHtml(figure: Figure, files: FigureFiles): Html {
  if (figure.kind === "table") return tableFigureHtml(figure);
  const said = [figure.title, ...figure.notes, figure.caption].filter((text) => text).join(" · ");
  return html`<figure>
${pictureHtml("on-light", files.light, files.lightNarrow, said)}
${pictureHtml("on-dark", files.dark, files.darkNarrow, said)}
</figure>
`;
}

/**
 * Light and dark are not sources of one picture: browsers choose among those for the screen, and would print the dark one.
 * page.css becomes narrow at the same width.
 */
function pictureHtml(className: string, wide: PageFile, narrow: PageFile, said: string): Html {
  return html`<picture class="${className}"><source media="(max-width: 40rem)" srcset="${narrow.path}"><img src="${wide.path}" alt="${said}"></picture>`;
}
