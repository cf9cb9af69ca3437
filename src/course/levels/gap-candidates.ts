import type { Node } from "typescript/unstable/ast";

import type { SyntaxTree } from "./syntax-tree.ts";

/** An expression that a gap may take the place of. */
export interface GapCandidate {
  /** Where it begins and ends in the text. */
  readonly from: number;
  readonly to: number;
  /** How much it decides of what its line does; higher is more. */
  readonly weight: number;
}

/** A node in its place, and how much that place decides. */
type Placed = readonly [node: Node | undefined, weight: number];

/** A computation says more than a call of what is computed elsewhere. */
const forComputing = 2;

/**
 * Expressions that say something: what a callback gives, what a condition asks, what is assigned, passed on or returned. Names and
 * constants alone do not, nor does anything in a `throw` or a text, or that reaches over several lines.
 *
 * @param tree of a whole module
 */
export function gapCandidates({ root, ts }: SyntaxTree): GapCandidate[] {
  const found: GapCandidate[] = [];
  const visit = (node: Node): void => {
    if (ts.isThrowStatement(node) || ts.isTemplateExpression(node)) return;
    for (const [each, weight] of placesIn(node, ts)) {
      const kind = each === undefined ? undefined : kindOf(each, ts);
      if (each === undefined || kind === undefined) continue;
      const [from, to] = [each.getStart(root), each.end];
      if (root.text.slice(from, to).includes("\n")) continue;
      found.push({ from, to, weight: weight + (kind === "computes" ? forComputing : 0) });
    }
    node.forEachChild(visit);
  };
  visit(root);
  return found;
}

function placesIn(node: Node, ts: SyntaxTree["ts"]): Placed[] {
  if (ts.isArrowFunction(node)) return ts.isBlock(node.body) ? [] : [[node.body, 4]];
  if (ts.isIfStatement(node)) return [[node.expression, ts.isThrowStatement(node.thenStatement) ? 0 : 3]];
  if (ts.isWhileStatement(node)) return [[node.expression, 3]];
  if (ts.isForStatement(node)) return [[node.condition, 2]];
  if (ts.isForOfStatement(node)) return [[node.expression, 0]];
  if (ts.isConditionalExpression(node))
    return [
      [node.condition, 3],
      [node.whenTrue, 1],
      [node.whenFalse, 1],
    ];
  if (ts.isVariableDeclaration(node)) return [[node.initializer, 2]];
  if (ts.isPropertyAssignment(node)) return [[node.initializer, 2]];
  if (ts.isCallExpression(node)) return node.arguments.map((argument) => [argument, 1]);
  if (ts.isReturnStatement(node)) return [[node.expression, 1]];
  if (!ts.isBinaryExpression(node)) return [];
  return isAssignment(node, ts)
    ? [[node.right, 2]]
    : [
        [node.left, -1],
        [node.right, -1],
      ];
}

/** What an expression does, if it says anything. */
function kindOf(node: Node, ts: SyntaxTree["ts"]): "computes" | "asks" | undefined {
  if (ts.isParenthesizedExpression(node)) return kindOf(node.expression, ts);
  if (ts.isBinaryExpression(node)) return isAssignment(node, ts) ? undefined : "computes";
  if (ts.isConditionalExpression(node) || ts.isPrefixUnaryExpression(node)) return "computes";
  if (ts.isNewExpression(node)) return (node.arguments?.length ?? 0) > 0 ? "asks" : undefined;
  const asks =
    ts.isCallExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isAwaitExpression(node) ||
    (ts.isIdentifier(node) && ts.isArrowFunction(node.parent));
  return asks ? "asks" : undefined;
}

function isAssignment(node: Node, ts: SyntaxTree["ts"]): boolean {
  return ts.isBinaryExpression(node) && /^(?!(?:[=!]==?|[<>]=)$).*=$/.test(node.operatorToken.getText());
}
