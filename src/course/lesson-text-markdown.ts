import type { Definition, Nodes, Root, RootContent } from "mdast";
import type { TextDirective } from "mdast-util-directive";
import { directiveFromMarkdown } from "mdast-util-directive";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { mathFromMarkdown } from "mdast-util-math";
import { directive } from "micromark-extension-directive";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { math } from "micromark-extension-math";

/** Inline directives that mean something; a colon and a word otherwise is only punctuation. */
export const INLINE_DIRECTIVES: readonly string[] = ["fact"];

/**
 * Parses Markdown as lessons use it (front matter, tables, task lists, mathematics, directives) into mdast nodes.
 * References stand with their addresses, and words that merely look like a directive ("note:this") are text again.
 *
 * @example
 * parseMarkdown("Divide by *n*.") // [{ type: "paragraph", children: […] }]
 * @see https://github.com/syntax-tree/mdast
 */
export function parseMarkdown(source: string): RootContent[] {
  return fromMarkdown(source, {
    extensions: [frontmatter(), directive(), gfmTable(), gfmTaskListItem(), math()],
    mdastExtensions: [
      frontmatterFromMarkdown(),
      directiveFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      mathFromMarkdown(),
      { transforms: [restorePunctuation, resolveReferences] },
    ],
  }).children;
}

/** Calls `visit` with every node below a parent, parents first. */
export function walk(nodes: readonly Nodes[], visit: (node: Nodes) => void): void {
  for (const node of nodes) {
    visit(node);
    if ("children" in node) walk(node.children, visit);
  }
}

function restorePunctuation(root: Root): void {
  walk([root], (parent) => {
    if (!("children" in parent)) return;
    const children: Nodes[] = parent.children;
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child?.type === "textDirective" && isPunctuation(child)) children.splice(i, 1, ...asWritten(child));
    }
  });
}

function isPunctuation(node: TextDirective): boolean {
  return !INLINE_DIRECTIVES.includes(node.name) && Object.keys(node.attributes ?? {}).length === 0;
}

function asWritten(node: TextDirective): Nodes[] {
  const name: Nodes = { type: "text", value: `:${node.name}` };
  if (node.children.length === 0) return [name];
  return [name, { type: "text", value: "[" }, ...node.children, { type: "text", value: "]" }];
}

/** Blocks of a lesson are shown apart from each other, so a reference must not depend on a definition elsewhere. */
function resolveReferences(root: Root): void {
  const definitions = new Map<string, Definition>();
  walk([root], (node) => {
    if (node.type === "definition" && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  });
  walk([root], (parent) => {
    if (!("children" in parent)) return;
    const children: Nodes[] = parent.children;
    for (const [i, child] of children.entries()) {
      if (child.type !== "linkReference" && child.type !== "imageReference") continue;
      const url = definitions.get(child.identifier)?.url ?? "";
      children[i] =
        child.type === "linkReference"
          ? { type: "link", url, children: child.children }
          : { type: "image", url, alt: child.alt ?? "" };
    }
  });
}
