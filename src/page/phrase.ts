import type { RootContent } from "mdast";

import type { Facts } from "../course/demo.ts";
import { factText } from "../course/fact-text.ts";
import { formulaHtml } from "./formula.ts";
import { html, type Part } from "./html.ts";

/**
 * Running text with its emphasis, code, links, formulas and facts.
 *
 * @example phraseHtml([{ type: "emphasis", children: [{ type: "text", value: "fit" }] }], {}) // [<em>fit</em>]
 */
export function phraseHtml(nodes: readonly RootContent[], facts: Facts): Part {
  return nodes.map((node) => nodeHtml(node, facts));
}

function nodeHtml(node: RootContent, facts: Facts): Part {
  switch (node.type) {
    case "text":
      return node.value;
    case "strong":
      return html`<strong>${phraseHtml(node.children, facts)}</strong>`;
    case "emphasis":
      return html`<em>${phraseHtml(node.children, facts)}</em>`;
    case "inlineCode":
      return html`<code>${node.value}</code>`;
    case "inlineMath":
      return formulaHtml(node.value, false);
    case "break":
      return html`<br>`;
    case "link":
      return linkHtml(node.url, phraseHtml(node.children, facts));
    case "image":
      return `[${node.alt || node.url}]`;
    case "textDirective":
      return node.name === "fact"
        ? html`<bdi>${factText(node, facts)}</bdi>`
        : phraseHtml(node.children, facts);
    case "html":
      return rawHtml(node.value);
    default:
      return "children" in node ? phraseHtml(node.children, facts) : undefined;
  }
}

/** Only addresses that lead out: a lesson's own files are not beside the page, and others might run something. */
function linkHtml(url: string, text: Part): Part {
  return /^(https?:\/\/|mailto:)/i.test(url) ? html`<a href="${url}">${text}</a>` : text;
}

/** HTML in a lesson is text, as in the terminal; only a line break is one. */
export function rawHtml(value: string): Part {
  if (/^<br\s*\/?>$/i.test(value)) return html`<br>`;
  return isComment(value) ? undefined : value;
}

export function isComment(value: string): boolean {
  return value.startsWith("<!--");
}
