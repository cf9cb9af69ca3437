import { indentOf } from "../enclosing-function.ts";

/** Lines of code that only make sense together: one line, or what the formatter broke because it was too long. */
export type Piece = readonly string[];

/**
 * Cuts formatted code into pieces that can be put in order. A block's first and last line are pieces of their own, and so are the
 * lines inside it; blank lines and comments are left out.
 *
 * @example
 * piecesOf(["if (a) {", "  b();", "}", "return c(", "  d,", ");"])
 * // [["if (a) {"], ["  b();"], ["}"], ["return c(", "  d,", ");"]]
 */
export function piecesOf(lines: readonly string[]): Piece[] {
  const code = lines.filter((line) => line.trim() !== "" && !isComment.test(line));
  const pieces: Piece[] = [];
  for (let from = 0; from < code.length; ) {
    const to = endsHere.test(code[from] ?? "") ? from + 1 : endOfBroken(code, from);
    pieces.push(code.slice(from, to));
    from = to;
  }
  return pieces;
}

const isComment = /^\s*(\/\/|\/\*|\*[\s/]|\*$)/;
const endsHere = /[{};,]$/;

/** The index after the last line of a statement that goes on: deeper lines, and the bracket that closes them. */
function endOfBroken(code: readonly string[], from: number): number {
  const indent = indentOf(code[from]);
  let to = from + 1;
  while (to < code.length && indentOf(code[to]) > indent) to++;
  const closes = indentOf(code[to]) === indent && /^\s*[)\]}]/.test(code[to] ?? "");
  return closes ? to + 1 : to;
}

/** A piece on one line. */
export function onOneLine(piece: Piece): string {
  return piece.map((line) => line.trim()).join(" ");
}

/** The formatter's, as biome.json has it. */
const lineWidth = 110;

/**
 * A piece as the formatter sets it now that it has become shorter: on one line, where only its length was against that.
 *
 * @param before the same piece when it was longer
 * @example
 * rejoined(["return f((row) =>", "  ___,", ");"], before) // ["return f((row) => ___);"]
 */
export function rejoined(piece: Piece, before: Piece): Piece {
  const holdsBlock = piece.slice(0, -1).some((line) => /[{};]$/.test(line));
  const wasTooLong = joined(before).length > lineWidth;
  return wasTooLong && !holdsBlock && joined(piece).length <= lineWidth ? [joined(piece)] : piece;
}

function joined(piece: Piece): string {
  return " ".repeat(indentOf(piece[0])) + onOneLine(piece).replaceAll(/([([]) | ?,? (?=[)\]])/g, "$1");
}
