import { type AnswerPart, answerParts, withParts } from "./answer-parts.ts";
import { type GapCandidate, gapCandidates } from "./gap-candidates.ts";
import { piecesOf, rejoined } from "./pieces.ts";
import { parseTypeScript } from "./syntax-tree.ts";

/** What stands in the place of an expression; the judge takes a function that has it for one that is not written yet. */
const gap = "___";

/** A gap on its line: which line, and the columns that it takes. */
interface LineGap {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/**
 * The solution with gaps: about one line of three has one, each function that is asked for at least one, and no two stand on lines that
 * follow each other. Which ones depends on the code alone.
 *
 * @param solution formatted code with its markers
 * @param file the solution's path, to name in messages
 * @throws {Problem} "bad-lesson" where the markers are faulty
 * @example
 * // return values.reduce((sum, value) => sum + value, 0) / values.length; becomes
 * // return values.reduce((sum, value) => ___, 0) / values.length;
 */
export async function withGaps(solution: string, file: string): Promise<string> {
  const lines = solution.split("\n");
  const all = gapsOnLines(lines, gapCandidates(await parseTypeScript(solution)));
  const parts = answerParts(lines, file).map((part) => {
    const gaps = chooseGaps(lines, part, all);
    return {
      part,
      instead: gaps.length > 0 || part.isHelper ? filled(lines, part, gaps) : unwritten(lines, part),
    };
  });
  return withParts(lines, parts).join("\n");
}

function gapsOnLines(lines: readonly string[], candidates: readonly GapCandidate[]): LineGap[] {
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  return candidates.map(({ from, to, weight }) => {
    const line = starts.findLastIndex((each) => each <= from);
    const own = starts[line] ?? 0;
    return { line, from: from - own, to: to - own, weight };
  });
}

/** The weightiest first, then the longest, as long as what is left of the line still says what is wanted. */
function chooseGaps(lines: readonly string[], { from, to }: AnswerPart, all: readonly LineGap[]): LineGap[] {
  const candidates = all
    .filter(({ line }) => from <= line && line < to)
    .filter((each) => isWorthIt(lines[each.line] ?? "", each))
    .sort(
      (one, other) => other.weight - one.weight || lengthOf(other) - lengthOf(one) || one.line - other.line,
    );
  const enough = Math.max(1, Math.round(lines.slice(from, to).filter(isCode).length / 3));
  const chosen: LineGap[] = [];
  for (const each of candidates) {
    const isFree = chosen.every(({ line }) => Math.abs(line - each.line) > 1);
    if (isFree && chosen.length < enough) chosen.push(each);
  }
  return chosen;
}

function lengthOf({ from, to }: LineGap): number {
  return to - from;
}

/** Long enough to be no guess, short enough to be seen from what stands around it. */
function isWorthIt(line: string, each: LineGap): boolean {
  const [, before = ""] = /^\s*(?:return |const |let )?(.*)$/.exec(line.slice(0, each.from)) ?? [];
  const context = before.length + line.slice(each.to).replace(/[\s;,)}\]]+$/, "").length;
  return lengthOf(each) >= 5 && lengthOf(each) <= 50 && context >= 6;
}

function isCode(line: string): boolean {
  return /\w/.test(line) && !/^\s*(\/\/|\/\*|\*)/.test(line);
}

function filled(
  lines: readonly string[],
  { from, to }: AnswerPart,
  gaps: readonly LineGap[],
): readonly string[] {
  const before = lines.slice(from, to);
  const after = before.map((line, i) => {
    const here = gaps.find((each) => each.line === from + i);
    return here === undefined ? line : line.slice(0, here.from) + gap + line.slice(here.to);
  });
  const pieces = piecesOf(before);
  // From the last to the first, so that the positions of those to come stay right.
  return piecesOf(after).reduceRight<readonly string[]>((rest, piece, i) => {
    const set = rejoined(piece, pieces[i] ?? piece);
    return set === piece ? rest : rest.toSpliced(rest.lastIndexOf(piece[0] ?? ""), piece.length, ...set);
  }, after);
}

/** An answer in which nothing can be left out is the starter's. */
function unwritten(lines: readonly string[], { name, from }: AnswerPart): string[] {
  const indent = /^\s*/.exec(lines[from] ?? "")?.[0] ?? "";
  return [`${indent}throw new Error("Not written yet: ${name}");`];
}
