import stringWidth from "fast-string-width";
import type { List, ListItem, RootContent } from "mdast";

import { setCode } from "./code.ts";
import { setDisplayFormula, setInlineFormula } from "./formula.ts";
import { indented, type Look, type Pen, penFor, plain } from "./look.ts";
import { setPhrase } from "./phrase.ts";
import { setTable } from "./table.ts";
import { wrap } from "./wrap.ts";

const FORMULA_INDENT = 4;

/**
 * Sets Markdown for a terminal, in lines of at most `look.width` cells; only an address, or a formula in lines of its
 * own that a column can't hold, is left longer. `look.facts` fill the places that ask for them by name.
 *
 * @example
 * renderMarkdown(parseMarkdown("# Scale\n\nDivide by *s*."), { width: 80, colour: false, ascii: false })
 * // "Scale\n═════\n\nDivide by *s*."
 */
export function renderMarkdown(nodes: readonly RootContent[], look: Look): string {
  return setBlocks(nodes, penFor(look)).join("\n");
}

function setBlocks(nodes: readonly RootContent[], pen: Pen): string[] {
  return apart(nodes.map((node) => setBlock(node, pen)));
}

/** Blocks with an empty line between them. */
function apart(blocks: readonly (readonly string[])[]): string[] {
  const shown = blocks.filter((lines) => lines.length > 0);
  return shown.flatMap((lines, i) => (i === 0 ? lines : ["", ...lines]));
}

function setBlock(node: RootContent, pen: Pen): string[] {
  switch (node.type) {
    case "heading":
      return setHeading(node.depth, setPhrase(node.children, pen), pen);
    case "paragraph":
      return wrap(setPhrase(node.children, pen), pen.width);
    case "list":
      return setList(node, pen);
    case "blockquote":
      return prefixed(setBlocks(node.children, indented(pen, 2)), pen.colours.dim(pen.ascii ? "| " : "│ "));
    case "table":
      return setTable(node, pen);
    case "code":
      return setCode(node.value, node.lang ?? "", pen);
    case "math":
      return setFormula(node.value, pen);
    case "thematicBreak":
      return [pen.colours.dim((pen.ascii ? "-" : "─").repeat(Math.min(pen.width, 20)))];
    case "html":
      return node.value.startsWith("<!--") ? [] : wrap(plain(node.value, pen), pen.width);
    case "containerDirective":
      return setBlocks(node.children, pen);
    case "yaml":
    case "definition":
      return [];
    default:
      return wrap(setPhrase([node], pen), pen.width);
  }
}

/** The two highest ranks are ruled off below; the others bold, or marked as in Markdown where nothing can be bold. */
function setHeading(depth: number, text: string, pen: Pen): string[] {
  const lines = wrap(depth > 2 && !pen.colour ? `${"#".repeat(depth)} ${text}` : text, pen.width);
  const bold = lines.map((line) => pen.colours.bold(depth > 2 ? line : pen.colours.cyan(line)));
  if (depth > 2) return bold;
  const rule = depth === 1 ? (pen.ascii ? "=" : "═") : pen.ascii ? "-" : "─";
  const width = Math.max(...lines.map((line) => stringWidth(line)));
  return [...bold, pen.colours.cyan(rule.repeat(width))];
}

function setList(list: List, pen: Pen): string[] {
  const first = list.start ?? 1;
  const bullet = pen.ascii ? "*" : "•";
  const labels = list.children.map(
    (item, i) => `${list.ordered ? `${first + i}.` : bullet}${checkbox(item)} `,
  );
  const width = Math.max(...labels.map((label) => stringWidth(label)));
  const narrower = indented(pen, width);
  const items = list.children.map((item, i) => {
    const blocks = item.children.map((child) => setBlock(child, narrower));
    const [head = "", ...rest] = item.spread ? apart(blocks) : blocks.flat();
    const label = (labels[i] ?? "").padStart(width);
    return [pen.colours.dim(label) + head, ...prefixed(rest, " ".repeat(width))];
  });
  const isSpread = list.spread || list.children.some((item) => item.spread);
  return isSpread ? apart(items) : items.flat();
}

function checkbox({ checked }: ListItem): string {
  return typeof checked === "boolean" ? (checked ? " [x]" : " [ ]") : "";
}

/** A formula on several lines where it fits; else on one, broken as text is. */
function setFormula(tex: string, pen: Pen): string[] {
  const lines = setDisplayFormula(tex, pen.ascii);
  const width = Math.max(...lines.map((line) => stringWidth(line)));
  const indent = Math.min(FORMULA_INDENT, pen.width - width);
  return indent < 0 ? wrap(setInlineFormula(tex, pen.ascii), pen.width) : prefixed(lines, " ".repeat(indent));
}

function prefixed(lines: readonly string[], prefix: string): string[] {
  return lines.map((line) => (prefix + line).trimEnd());
}
