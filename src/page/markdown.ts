import type { Heading, List, ListItem, RootContent, Table } from "mdast";

import type { Facts } from "../course/demo.ts";
import { walk } from "../course/lesson-text-markdown.ts";
import { codeHtml } from "./code.ts";
import { formulaHtml } from "./formula.ts";
import { type Html, html, type Part } from "./html.ts";
import { isComment, phraseHtml, rawHtml } from "./phrase.ts";

/** What a lesson's text needs to become a page. */
export interface Setting {
  /** Values for the places that ask for them by name. */
  readonly facts: Facts;
  /** The level of each heading; 2 for one that has none here. */
  readonly levels: ReadonlyMap<Heading, number>;
}

/**
 * The levels of headings below a page's own h1, without gaps, whatever the text began with.
 *
 * @param nodes all text of the page, in reading order
 */
export function headingLevels(nodes: readonly RootContent[]): Map<Heading, number> {
  const headings: Heading[] = [];
  walk(nodes, (node) => {
    if (node.type === "heading") headings.push(node);
  });
  const least = Math.min(...headings.map(({ depth }) => depth));
  let before = 1;
  return new Map(
    headings.map((heading) => {
      before = Math.min(heading.depth - least + 2, before + 1, 6);
      return [heading, before];
    }),
  );
}

/**
 * Sets Markdown as HTML. All text in it is escaped, raw HTML included.
 *
 * @example markdownHtml(parseMarkdown("Divide by *s*."), { facts: {}, levels: new Map() }) // <p>Divide by <em>s</em>.</p>
 */
export function markdownHtml(nodes: readonly RootContent[], setting: Setting): Part {
  return nodes.map((node) => blockHtml(node, setting));
}

function blockHtml(node: RootContent, setting: Setting): Part {
  switch (node.type) {
    case "heading":
      return headingHtml(node, setting);
    case "paragraph":
      return html`<p>${phraseHtml(node.children, setting.facts)}</p>\n`;
    case "list":
      return listHtml(node, setting);
    case "blockquote":
      return html`<blockquote>\n${markdownHtml(node.children, setting)}</blockquote>\n`;
    case "table":
      return tableHtml(node, setting);
    case "code":
      return html`${codeHtml(node.value, node.lang ?? "")}\n`;
    case "math":
      return html`<div class="wide" tabindex="0">${formulaHtml(node.value, true)}</div>\n`;
    case "thematicBreak":
      return html`<hr>\n`;
    case "html":
      return isComment(node.value) ? undefined : html`<p>${rawHtml(node.value)}</p>\n`;
    case "containerDirective":
      return markdownHtml(node.children, setting);
    case "yaml":
    case "definition":
      return undefined;
    default:
      return html`<p>${phraseHtml([node], setting.facts)}</p>\n`;
  }
}

function headingHtml(heading: Heading, { facts, levels }: Setting): Html {
  const level = levels.get(heading) ?? 2;
  return html`<h${level}>${phraseHtml(heading.children, facts)}</h${level}>\n`;
}

function listHtml(list: List, setting: Setting): Html {
  const items = list.children.map((item) => html`<li>${itemHtml(item, list, setting)}</li>\n`);
  return list.ordered ? html`<ol start="${list.start ?? 1}">\n${items}</ol>\n` : html`<ul>\n${items}</ul>\n`;
}

/** The paragraphs of a list without empty lines are its items' text, and nothing apart. */
function itemHtml(item: ListItem, list: List, setting: Setting): Part {
  const isSpread = list.spread || list.children.some(({ spread }) => spread);
  const box = typeof item.checked === "boolean" ? (item.checked ? "☑ " : "☐ ") : "";
  const content = item.children.map((child) =>
    child.type === "paragraph" && !isSpread
      ? phraseHtml(child.children, setting.facts)
      : blockHtml(child, setting),
  );
  return [box, content];
}

function tableHtml(table: Table, { facts }: Setting): Html {
  const [head, ...body] = table.children;
  const classOf = (i: number) => table.align?.[i] ?? "left";
  const headCells = head?.children.map(
    (cell, i) => html`<th scope="col" class="${classOf(i)}">${phraseHtml(cell.children, facts)}</th>`,
  );
  const rows = body.map((row) => {
    const cells = row.children.map(
      (cell, i) => html`<td class="${classOf(i)}">${phraseHtml(cell.children, facts)}</td>`,
    );
    return html`<tr>${cells}</tr>\n`;
  });
  return html`<div class="wide" tabindex="0"><table>
<thead><tr>${headCells}</tr></thead>
<tbody>
${rows}</tbody>
</table></div>\n`;
}
