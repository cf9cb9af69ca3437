import { katex } from "../../page/katex.ts";

/** A MathML element: `text` is what a leaf says, `children` what others hold. */
export interface FormulaNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly FormulaNode[];
}

interface OpenNode extends FormulaNode {
  text: string;
  readonly children: FormulaNode[];
}

const TOKEN = /<(?<close>\/?)(?<tag>[a-z]+)(?<attributes>[^>]*?)(?<empty>\/?)>|(?<text>[^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/**
 * Reads TeX into a tree of MathML elements, with KaTeX; undefined where the TeX cannot be read.
 * A command that KaTeX does not know becomes a text with its name.
 *
 * @example
 * readFormula("x^2", false)?.children // [{ tag: "msup", … }]
 * @see https://katex.org/docs/supported.html
 */
export function readFormula(tex: string, display: boolean): FormulaNode | undefined {
  const html = katex().renderToString(tex, {
    output: "mathml",
    displayMode: display,
    throwOnError: false,
    strict: "ignore",
  });
  const mathml = /<semantics>([\s\S]*)<annotation/.exec(html)?.[1];
  return mathml === undefined ? undefined : parse(mathml);
}

function parse(mathml: string): FormulaNode {
  const root = open("math", "");
  const path = [root];
  for (const { groups = {} } of mathml.matchAll(TOKEN)) {
    const parent = path.at(-1) ?? root;
    if (groups.text !== undefined) parent.text += decode(groups.text);
    else if (groups.close) path.pop();
    else {
      const node = open(groups.tag ?? "", groups.attributes ?? "");
      parent.children.push(node);
      if (!groups.empty) path.push(node);
    }
  }
  return root;
}

function open(tag: string, written: string): OpenNode {
  const pairs = [...written.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [
    key,
    decode(value),
  ]);
  return { tag, attributes: Object.fromEntries(pairs), text: "", children: [] };
}

function decode(text: string): string {
  return text.replace(/&([a-z]+|#x27);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
