import {
  type Align,
  type Box,
  beside,
  brace,
  bracket,
  corners,
  fraction,
  grid,
  line,
  root,
  stack,
} from "./formula-box.ts";
import { accent, leafText, lower, raise } from "./formula-letters.ts";
import { isSpaced, type Role, roleAfter, roleOf, unwrap } from "./formula-spacing.ts";
import { type FormulaNode, readFormula } from "./formula-tree.ts";
import { printable } from "./printable.ts";

/** How a formula is set: on one line or on several, in ASCII or not, with spaces around signs or without. */
interface Style {
  readonly flat: boolean;
  readonly ascii: boolean;
  readonly tight: boolean;
}

/**
 * Sets TeX on one line, for running text. TeX that cannot be read is shown as it is.
 *
 * @example
 * setInlineFormula(String.raw`\frac{x_i - \bar{x}}{s}`, false) // "(xᵢ − x̄)/s"
 */
export function setInlineFormula(tex: string, ascii: boolean): string {
  const formula = readFormula(tex, false);
  return formula ? flatText(formula, { flat: true, ascii, tight: false }) : printable(tex);
}

/**
 * Sets TeX on as many lines as it takes, for a formula that stands by itself, or on one where only ASCII can be shown.
 *
 * @example
 * setDisplayFormula(String.raw`\frac{1}{n}`, false) // ["1", "─", "n"]
 */
export function setDisplayFormula(tex: string, ascii: boolean): readonly string[] {
  const formula = readFormula(tex, true);
  return formula ? set(formula, { flat: ascii, ascii, tight: false }).lines : printable(tex).split("\n");
}

function set(node: FormulaNode, style: Style): Box {
  const [first, second, third] = node.children;
  switch (node.tag) {
    case "mi":
    case "mn":
    case "mo":
    case "mtext":
      return line(leafText(node, style.ascii));
    case "mspace":
      return line(Number.parseFloat(node.attributes.width ?? "0") >= 1 ? "  " : "");
    case "mfrac":
      return setFraction(node, style);
    case "msqrt":
      return setRoot({ ...node, tag: "mrow" }, undefined, style);
    case "mroot":
      return first ? setRoot(first, second, style) : line("");
    case "msub":
      return setScripts(first, second, undefined, style);
    case "msup":
      return setScripts(first, undefined, second, style);
    case "msubsup":
      return setScripts(first, second, third, style);
    case "munder":
      return setLimits(first, second, undefined, style);
    case "mover":
      return setLimits(first, undefined, second, style);
    case "munderover":
      return setLimits(first, second, third, style);
    case "mtable":
      return setTable(node, style);
    default:
      return setRow(node.children, style);
  }
}

function setRow(children: readonly FormulaNode[], style: Style): Box {
  const isFence = (node: FormulaNode) => node.tag === "mo" && node.attributes.fence === "true";
  const inner = children.map((child) => (isFence(child) ? line("") : set(child, style)));
  const content = beside(inner);
  const boxes: Box[] = [];
  let before: Role | undefined;
  let isBarOpen = false;
  for (const [i, child] of children.entries()) {
    let role = roleAfter(before, child);
    if (role === "nothing") continue;
    if (role === "bar") {
      role = isBarOpen ? "close" : "open";
      isBarOpen = !isBarOpen;
    }
    const box = isFence(child) ? bracket(leafText(child, style.ascii), content) : (inner[i] ?? content);
    const isOpen = isSpaced(before, role, style.tight) || runTogether(boxes.at(-1), box, style);
    if (isOpen && !bringsSpace(boxes.at(-1), box)) boxes.push(line(" "));
    boxes.push(box);
    before = role;
  }
  return beside(boxes);
}

function bringsSpace(before: Box | undefined, after: Box): boolean {
  const isLine = (box: Box | undefined) => box?.lines.length === 1;
  return (
    (isLine(before) && before?.lines[0]?.endsWith(" ")) ||
    (isLine(after) && after.lines[0]?.startsWith(" ")) ||
    false
  );
}

/** A minus before a fraction's bar looks like part of it; so do a marked script, or a symbol in words, and what follows. */
function runTogether(before: Box | undefined, after: Box, { ascii }: Style): boolean {
  const left = before?.lines.join("") ?? "";
  if (left === "−") return after.lines.length > 1;
  const right = after.lines.join("");
  if (!/[\p{L}\p{N}]$/u.test(left) || !/^[\p{L}\p{N}]/u.test(right)) return false;
  return (
    /[_^][\p{L}\p{N}]+$/u.test(left) || (ascii && (/[A-Za-z]{2}$/.test(left) || /^[A-Za-z]{2}/.test(right)))
  );
}

function setFraction(node: FormulaNode, style: Style): Box {
  const [numerator, denominator] = node.children;
  if (!numerator || !denominator) return setRow(node.children, style);
  const isChoice = node.attributes.linethickness === "0px";
  if (isChoice && style.flat)
    return line(`${flatText(numerator, style)} over ${flatText(denominator, style)}`);
  if (style.flat) return line(`${asDividend(numerator, style)}/${asFactor(denominator, style)}`);
  const [above, below] = [set(numerator, style), set(denominator, style)];
  return isChoice ? stack([above, line(""), below], 1) : fraction(above, below);
}

function setRoot(inside: FormulaNode, index: FormulaNode | undefined, style: Style): Box {
  const degree = index ? flatText(index, style) : "";
  const sign = `${style.ascii ? (degree && `root ${degree} of `) || "sqrt" : `${raise(degree) ?? degree}√`}`;
  const box = set(inside, style);
  if (style.ascii) return line(`${sign}(${box.lines.join("")})`);
  return box.lines.length > 1
    ? root(box, raise(degree) ?? degree)
    : line(`${sign}${asFactor(inside, style)}`);
}

function setScripts(
  base: FormulaNode | undefined,
  sub: FormulaNode | undefined,
  sup: FormulaNode | undefined,
  style: Style,
): Box {
  const foot = base ? set(base, style) : line("");
  const [lowered, raised] = [sub, sup].map(
    (script) => script && set(script, { ...style, tight: !style.ascii }),
  );
  const small = {
    sub: lowered && script(lowered, lower, "_", style),
    sup: raised && script(raised, raise, "^", style),
  };
  if (foot.lines.length > 1) {
    return corners(foot, small.sub ? line(small.sub) : lowered, small.sup ? line(small.sup) : raised);
  }
  const needsLines = (lowered && small.sub === undefined) || (raised && small.sup === undefined);
  if (needsLines) return corners(foot, lowered, raised);
  return beside([foot, line(`${small.sub ?? ""}${small.sup ?? ""}`)]);
}

/** A script in the line itself: in Unicode's small characters, or marked; undefined where it takes lines of its own. */
function script(
  box: Box,
  shrink: (text: string) => string | undefined,
  mark: string,
  style: Style,
): string | undefined {
  const text = box.lines.join("");
  const small = box.lines.length === 1 && !style.ascii ? shrink(text) : undefined;
  if (small !== undefined || !style.flat) return small;
  if (/^'+$/.test(text)) return text;
  return [...text].length === 1 || /^\d+$/.test(text) ? `${mark}${text}` : `${mark}(${text})`;
}

function setLimits(
  base: FormulaNode | undefined,
  under: FormulaNode | undefined,
  over: FormulaNode | undefined,
  style: Style,
): Box {
  const foot = base ? set(base, style) : line("");
  const mark = (over ?? under)?.text ?? "";
  if (BRACE.test(mark)) return style.flat ? foot : brace(foot, under !== undefined);
  if (over && !under && over.tag === "mo" && foot.lines.length === 1)
    return line(accent(foot.lines.join(""), mark, style.ascii));
  if (style.flat && base && isBraced(base))
    return line(`${foot.lines.join("")} (${flatText(over ?? under ?? base, style)})`);
  if (style.flat) return setScripts(base, under, over, style);
  const limits = [over, base, under].flatMap((part) =>
    part ? [part === base ? foot : set(part, { ...style, tight: true })] : [],
  );
  return stack(limits, over ? 1 : 0);
}

const BRACE = /^[⏞⏟]$/;

function isBraced(node: FormulaNode): boolean {
  return BRACE.test(unwrap(node).children[1]?.text ?? "");
}

function setTable(node: FormulaNode, style: Style): Box {
  const rows = node.children.map((row) => row.children.map((cell) => setRow(cell.children, style)));
  const isAligned = node.attributes.columnspacing === "0em";
  if (style.flat) {
    const between = isAligned ? "" : ", ";
    return line(rows.map((row) => row.map((cell) => cell.lines.join("")).join(between)).join("; "));
  }
  const aligns = (node.attributes.columnalign ?? "").split(" ").map(alignOf);
  return grid(rows, aligns, isAligned ? 0 : 2);
}

function alignOf(word: string): Align {
  return word === "left" || word === "right" ? word : "center";
}

function flatText(node: FormulaNode, style: Style): string {
  return set(node, { ...style, flat: true })
    .lines.join("")
    .trim();
}

const SINGLE = new Set(["mi", "mn", "mtext", "msub", "msup", "msubsup", "msqrt", "mover"]);

/** On one line, in brackets unless it is a single thing: a symbol, a number, or a function of something. */
function asFactor(node: FormulaNode, style: Style): string {
  const text = flatText(node, style);
  const isSingle =
    SINGLE.has(unwrap(node).tag) || [...text].length === 1 || /^\p{L}[\p{L}\p{M}]*\([^()]*\)$/u.test(text);
  return isSingle ? text : `(${text})`;
}

/** On one line, in brackets where division would bind more than what it joins. */
function asDividend(node: FormulaNode, style: Style): string {
  const inner = unwrap(node);
  const isProduct = inner.children.every(
    (child) => !["sign", "big", "fraction", "comma"].includes(roleOf(child)),
  );
  return inner.tag !== "mfrac" && isProduct ? flatText(node, style) : asFactor(node, style);
}
