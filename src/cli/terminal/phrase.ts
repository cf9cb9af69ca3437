import stringWidth from "fast-string-width";
import type { RootContent } from "mdast";

import { factText } from "../../course/fact-text.ts";
import { setInlineFormula } from "./formula.ts";
import { type Pen, plain } from "./look.ts";

/** The cells up to which inline code or a formula is kept on one line. */
const KEPT_TOGETHER = 30;

/**
 * Sets running text on one long line, with its emphasis, code, links, formulas and facts.
 * Without colour the marks that Markdown itself uses stand for emphasis and code.
 *
 * @example
 * setPhrase([{ type: "emphasis", children: [{ type: "text", value: "fit" }] }], pen) // "*fit*"
 */
export function setPhrase(nodes: readonly RootContent[], pen: Pen): string {
  return nodes.map((node) => setNode(node, pen)).join("");
}

function setNode(node: RootContent, pen: Pen): string {
  const { colours, colour } = pen;
  switch (node.type) {
    case "text":
      return plain(node.value, pen).replace(/\s+/g, keepHardSpaces);
    case "strong":
      return colour ? colours.bold(setPhrase(node.children, pen)) : `**${setPhrase(node.children, pen)}**`;
    case "emphasis":
      return colour ? colours.italic(setPhrase(node.children, pen)) : `*${setPhrase(node.children, pen)}*`;
    case "inlineCode": {
      const code = together(plain(node.value, pen).replace(/\s/g, " "));
      return colour ? colours.cyan(code) : `\`${code}\``;
    }
    case "inlineMath":
      return together(setInlineFormula(node.value, pen.ascii));
    case "break":
      return "\n";
    case "link":
      return setLink(setPhrase(node.children, pen), plain(node.url, pen), pen);
    case "image":
      return `[${plain(node.alt || node.url, pen)}]`;
    case "textDirective":
      return node.name === "fact" ? plain(factText(node, pen.facts), pen) : setPhrase(node.children, pen);
    case "html":
      if (/^<br\s*\/?>$/i.test(node.value)) return "\n";
      return node.value.startsWith("<!--") ? "" : plain(node.value, pen);
    default:
      return "children" in node ? setPhrase(node.children, pen) : "";
  }
}

function keepHardSpaces(space: string): string {
  return space === "\u00a0" ? space : " ";
}

/** Spaces that do not break, for something short enough to be read at once. */
function together(text: string): string {
  return stringWidth(text) <= KEPT_TOGETHER ? text.replaceAll(" ", "\u00a0") : text;
}

function setLink(text: string, url: string, { colours }: Pen): string {
  const address = url.replace(/^mailto:/, "");
  const label = colours.underline(text);
  return text === address || text === url || url === "" ? label : `${label} (${colours.dim(address)})`;
}
