import { createHash } from "node:crypto";

import { indentOf } from "../enclosing-function.ts";
import { answerParts, withParts } from "./answer-parts.ts";
import { distractorsFor } from "./distractors.ts";
import { onOneLine, type Piece, piecesOf } from "./pieces.ts";

/**
 * The solution with the lines of each answer as comments, out of order, among lines that learners write by mistake. Below them stands
 * the starter's own error, out of reach once an answer returns.
 *
 * @param solution formatted code with its markers
 * @param mistakes the texts of the lesson's known mistakes
 * @param file the solution's path, to name in messages
 * @throws {Problem} "bad-lesson" where the markers are faulty
 */
export function asParsons(solution: string, mistakes: readonly string[], file: string): string {
  const lines = solution.split("\n");
  const mistaken = mistakes.map((text) => text.split("\n"));
  const parts = answerParts(lines, file).map((part) => {
    const own = piecesOf(lines.slice(part.from, part.to));
    const others = distractorsFor({ name: part.name, own }, { solution: lines, mistakes: mistaken });
    return { part, instead: puzzle(part.name, own, others) };
  });
  return withParts(lines, parts).join("\n");
}

function puzzle(name: string, own: readonly Piece[], others: readonly Piece[]): string[] {
  const margin = Math.min(...own.flat().map(indentOf));
  const commented = (line: string) => `${line.slice(0, margin)}// ${line.slice(margin)}`;
  const todo = `${" ".repeat(margin)}throw new Error("Not written yet: ${name}");`;
  return [...outOfOrder(own, others).flat().map(commented), todo];
}

/** All pieces in an order of chance that is the same for everybody, and in which the right ones are not in their own. */
function outOfOrder(own: readonly Piece[], others: readonly Piece[]): Piece[] {
  const canDiffer = new Set(own.map(onOneLine)).size > 1;
  for (let salt = 0; ; salt++) {
    const shuffled = [...own, ...others]
      .map((piece, i) => ({ piece, rank: digest(`${salt} ${i} ${onOneLine(piece)}`) }))
      .sort((one, other) => (one.rank < other.rank ? -1 : 1))
      .map(({ piece }) => piece);
    const order = shuffled.filter((piece) => own.includes(piece)).map(onOneLine);
    if (!canDiffer || order.some((text, i) => text !== onOneLine(own[i] ?? []))) return shuffled;
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
