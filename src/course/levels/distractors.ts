import { distance } from "fastest-levenshtein";

import { tokensOf } from "../code-tokens.ts";
import { indentOf } from "../enclosing-function.ts";
import { functionBodies } from "./function-bodies.ts";
import { onOneLine, type Piece, piecesOf } from "./pieces.ts";

/** A function of the solution, and the pieces of its answer. */
interface Asked {
  readonly name: string;
  readonly own: readonly Piece[];
}

interface Sources {
  readonly solution: readonly string[];
  readonly mistakes: readonly (readonly string[])[];
}

interface Candidate {
  readonly piece: Piece;
  /** The right piece that it is most like, and the share of letters in which they differ. */
  readonly near: Piece;
  readonly difference: number;
}

/** More wrong lines than this would make a search of the puzzle. */
const most = 4;
/** Beyond this difference nobody takes a line for the right one. */
const mostDifferent = 0.6;

/**
 * Wrong lines to stand among those of an answer: from the lesson's mistakes, where their version of the same function has a line
 * that is nearly one of the solution's, and that names nothing which the solution does not know. At most one for two right lines, or
 * two where there are few. The nearest come first.
 */
export function distractorsFor({ name, own }: Asked, { solution, mistakes }: Sources): Piece[] {
  const known = namesIn(solution.join("\n"));
  const taken = new Set(own.map(onOneLine));
  const margin = Math.min(...own.flat().map(indentOf));
  const candidates: Candidate[] = [];
  for (const piece of mistakes.flatMap((lines) => versionIn(lines, name, margin))) {
    const text = onOneLine(piece);
    if (taken.has(text) || !/\w/.test(text) || !isUnderstood(text, known)) continue;
    taken.add(text);
    candidates.push({ piece, ...nearest(text, own) });
  }
  const plausible = candidates
    .filter(
      ({ difference, piece, near }) => difference <= mostDifferent && opensBlock(piece) === opensBlock(near),
    )
    .sort((one, other) => one.difference - other.difference);
  const enough = Math.min(most, Math.max(2, Math.floor(own.length / 2)));
  return varied(plausible)
    .slice(0, enough)
    .map(({ piece }) => piece);
}

/** The pieces of a mistake's own version of a function, moved to this margin; none where it takes the solution's. */
function versionIn(lines: readonly string[], name: string, margin: number): Piece[] {
  const body = functionBodies(lines).find((each) => each.name === name);
  const pieces = body === undefined ? [] : piecesOf(lines.slice(body.from, body.to));
  const own = Math.min(...pieces.flat().map(indentOf));
  return pieces.map((piece) => piece.map((line) => " ".repeat(margin) + line.slice(own)));
}

/** Each right piece gets its first wrong one before any gets a second. */
function varied(candidates: readonly Candidate[]): Candidate[] {
  const isFirst = (candidate: Candidate, i: number) =>
    candidates.findIndex(({ near }) => near === candidate.near) === i;
  return [...candidates.filter(isFirst), ...candidates.filter((each, i) => !isFirst(each, i))];
}

function nearest(text: string, own: readonly Piece[]): { near: Piece; difference: number } {
  const compared = own.map((near) => {
    const right = onOneLine(near);
    return { near, difference: distance(text, right) / Math.max(text.length, right.length) };
  });
  return compared.reduce((best, each) => (each.difference < best.difference ? each : best), {
    near: [],
    difference: 1,
  });
}

/** A wrong line that opens a block where no right one does would be betrayed by the missing end of that block. */
function opensBlock(piece: Piece): boolean {
  return piece.at(-1)?.endsWith("{") === true;
}

/** Whether all that a line names is in the solution, in the language, or declared in the line itself. */
function isUnderstood(line: string, known: ReadonlySet<string>): boolean {
  const declarations = line.matchAll(/\b(?:const|let)\s+(.+?)\s*=[^=>]|\(([^()]*)\)\s*=>|\b(\w+)\s*=>/g);
  const declared = namesIn([...declarations].map((found) => found.slice(1).join(" ")).join(" "));
  return [...namesIn(line)].every((name) => known.has(name) || declared.has(name) || name in globalThis);
}

/** Names that code reads or declares; not those of properties, nor what stands in comments and texts. */
function namesIn(code: string): Set<string> {
  const plain = tokensOf(code, "ts").map(({ kind, text }) => (kind === undefined ? text : " "));
  return new Set([...plain.join("").matchAll(/(?<![\w$]|(?<!\.)\.)[A-Za-z_$][\w$]*/g)].map(([name]) => name));
}
