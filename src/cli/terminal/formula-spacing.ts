import type { FormulaNode } from "./formula-tree.ts";

/** What part an element plays in its row, which decides the spaces around it. */
export type Role =
  | "operand"
  | "word"
  | "fraction"
  | "sign"
  | "prefix"
  | "big"
  | "open"
  | "close"
  | "bar"
  | "comma"
  | "nothing";

const FUNCTION_APPLICATION = "\u2061";
const OPENING = "([{⟨⌊⌈";
const BIG = "∑∏∐∫∬∭∮⋃⋂⨁⨂";
const NEVER_SPACED = "∂∇¬∀∃∞";
const VALUES: ReadonlySet<Role> = new Set<Role>(["operand", "word", "fraction"]);
const ENDS: ReadonlySet<Role> = new Set<Role>([...VALUES, "close"]);
const WRAPPERS = new Set(["mrow", "mstyle", "mpadded", "math"]);
const SCRIPTED = new Set(["msub", "msup", "msubsup", "munder", "mover", "munderover"]);

/** The only element inside wrappers that do not show, or the element itself. */
export function unwrap(node: FormulaNode): FormulaNode {
  const shown = node.children.filter((child) => child.text !== FUNCTION_APPLICATION);
  const only = shown.length === 1 ? shown[0] : undefined;
  return WRAPPERS.has(node.tag) && only ? unwrap(only) : node;
}

/** The role of an element, seen by itself. */
export function roleOf(node: FormulaNode): Role {
  const inner = unwrap(node);
  if (SCRIPTED.has(inner.tag) && inner.children[0] && inner.attributes.accent !== "true") {
    const role = roleOf(inner.children[0]);
    return role === "open" || role === "close" ? "close" : role;
  }
  if (inner.tag === "mfrac" || inner.tag === "mroot") return "fraction";
  if (/^[∣∥]$/.test(inner.text) && !isRelation(inner)) return "bar";
  if (inner.tag === "mo") return roleOfOperator(inner);
  return isWord(inner) ? "word" : "operand";
}

function roleOfOperator({ text, attributes }: FormulaNode): Role {
  if (text === FUNCTION_APPLICATION || text === "") return "nothing";
  if (BIG.includes(text)) return "big";
  if (text === "," || text === ";") return "comma";
  if (/^\p{L}{2,}/u.test(text)) return "word";
  if (attributes.fence === "true" || attributes.stretchy === "false" || /^\p{P}$/u.test(text)) {
    if (OPENING.includes(text)) return "open";
    if (/^\p{Pe}$/u.test(text)) return "close";
  }
  return /^[\p{Sm}\p{So}:∗*−-]$/u.test(text) && !NEVER_SPACED.includes(text) ? "sign" : "operand";
}

/** `\mid` and `\parallel` stand between two things; a bar that is a bracket is marked as one, or no operator at all. */
function isRelation({ tag, attributes }: FormulaNode): boolean {
  return tag === "mo" && attributes.fence !== "true" && attributes.stretchy !== "false";
}

function isWord(node: FormulaNode): boolean {
  if (node.tag === "mi" || node.tag === "mtext") return /\p{L}{2}/u.test(node.text);
  const isUpright = (child: FormulaNode) => child.tag === "mi" && child.attributes.mathvariant === "normal";
  return node.children.length > 1 && node.children.every(isUpright);
}

/** The role of an element behind another: a plus or minus that has nothing before it (as in −1) is a prefix. */
export function roleAfter(before: Role | undefined, node: FormulaNode): Role {
  const role = roleOf(node);
  const canJoin = before !== undefined && ENDS.has(before);
  return role === "sign" && !canJoin && /^[+−±∓]$/.test(unwrap(node).text) ? "prefix" : role;
}

/** Whether a space stands between two neighbours; in a tight row, such as a script, only where they would run together. */
export function isSpaced(before: Role | undefined, after: Role, tight: boolean): boolean {
  if (before === undefined) return false;
  if (before === "word" || before === "fraction") {
    if (VALUES.has(after) || (before === "fraction" && after === "open")) return true;
  }
  if ((after === "word" || after === "fraction") && ENDS.has(before)) return true;
  if (tight || (before === "sign" && after === "sign")) return false;
  if (before === "sign" || before === "comma" || before === "big") return true;
  return after === "sign" || (after === "big" && before !== "open" && before !== "prefix");
}
