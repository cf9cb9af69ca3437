/** An element of a page: its tag and its attributes as they are written. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const voids = new Set(["meta", "link", "br", "hr", "img", "source"]);

/**
 * The elements of HTML as our pages write it, in order.
 *
 * @throws Error where a tag is opened and not closed, or closed and not opened, or an attribute is not quoted
 */
export function elementsOf(html: string): Element[] {
  const elements: Element[] = [];
  const open: string[] = [];
  for (const [whole, close, tag = "", written = "", empty] of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>|<(?!!doctype html>)/g,
  )) {
    if (whole === "<") throw new Error("A < is neither text nor a tag that can be read.");
    if (close) {
      if (open.pop() !== tag) throw new Error(`</${tag}> closes nothing.`);
      continue;
    }
    const attributes = [...written.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)];
    elements.push({
      tag,
      attributes: Object.fromEntries(attributes.map(([, name = "", value = ""]) => [name, value])),
    });
    if (!voids.has(tag) && !empty) open.push(tag);
  }
  if (open.length > 0) throw new Error(`<${open.join("> <")}> is not closed.`);
  return elements;
}

/** A page's text between its tags, with entities as the signs that they stand for. */
export function textOf(html: string): string {
  const signs: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name] ?? "");
}
