import type { TableFigure } from "../figures/index.ts";
import { type Html, html } from "./html.ts";

/** A table figure as a table, in a box of its own that can be moved sideways: numbers are never cut. */
export function tableFigureHtml({ title, caption, notes, spec }: TableFigure): Html {
  const columns = spec.encoding.x.sort;
  const texts = new Map<number, Map<string, string>>();
  const worded = new Set<string>();
  for (const { row, column, text, isNumber } of spec.data.values) {
    if (!isNumber) worded.add(column);
    texts.set(row, (texts.get(row) ?? new Map()).set(column, text));
  }
  const classOf = (column: string) => (worded.has(column) ? "left" : "right");
  const head = columns.map(
    (column) => html`<th scope="col" class="${classOf(column)}"><bdi>${column}</bdi></th>`,
  );
  const rows = [...texts.values()].map((row) => {
    const cells = columns.map(
      (column) => html`<td class="${classOf(column)}"><bdi>${row.get(column)}</bdi></td>`,
    );
    return html`<tr>${cells}</tr>\n`;
  });
  return html`<figure>
${title === "" ? undefined : html`<figcaption class="title">${title}</figcaption>\n`}<div class="wide" tabindex="0"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${rows}</tbody>
</table></div>
${[...notes, caption].map((text) => (text ? html`<p class="note">${text}</p>\n` : undefined))}</figure>
`;
}
