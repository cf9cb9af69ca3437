import { Problem } from "../problem.ts";
import { enclosingFunction, indentOf } from "./enclosing-function.ts";

/** A stretch of a solution that the learner writes. */
export type MarkedAnswer = {
  /** The index of the line with the opening marker, and of the one with the closing marker. */
  readonly from: number;
  readonly to: number;
  /** The exported function (or `Class.method`) in whose body it stands; undefined between declarations. */
  readonly writes: string | undefined;
};

type Refuse = (line: number, message: string) => never;

/**
 * Finds the answers that a solution marks with the lines `// answer:` and `// end`. Goes by indentation, which the
 * formatter keeps.
 *
 * @throws {Problem} "bad-lesson" with file and line when there is none, or one that no starter could be made from
 * @example
 * findAnswers(["export function one() {", "  // answer:", "  return 1;", "  // end", "}"], "solution.ts")
 * // [{ from: 1, to: 3, writes: "one" }]
 */
export function findAnswers(lines: readonly string[], file: string): MarkedAnswer[] {
  const refuse: Refuse = (line, message) => {
    throw new Problem("bad-lesson", `${file}:${line + 1}: ${message}`);
  };
  const answers = pairMarkers(lines, refuse).map(({ from, to }) => {
    requireOneBlock(lines, from, to, refuse);
    return { from, to, writes: whatIsWritten(lines, from, to, refuse) };
  });
  if (answers.every((answer) => answer.writes === undefined)) {
    refuse(0, "needs an answer: the lines that a learner writes, between // answer: and // end");
  }
  return answers;
}

function pairMarkers(lines: readonly string[], refuse: Refuse): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from: number | undefined;
  for (const [at, line] of lines.entries()) {
    const marker = markerOn(line, at, refuse);
    if (marker === "opening") {
      if (from !== undefined)
        refuse(at, `// answer: stands inside the answer that begins on line ${from + 1}`);
      from = at;
    } else if (marker === "closing") {
      found.push({ from: from ?? refuse(at, "// end has no // answer: before it"), to: at });
      from = undefined;
    }
  }
  if (from !== undefined) refuse(from, "// answer: needs a line // end after it");
  return found;
}

function markerOn(line: string, at: number, refuse: Refuse): "opening" | "closing" | undefined {
  const comment = line.trim();
  if (comment === "// answer:") return "opening";
  if (comment === "// end") return "closing";
  // A marker with a slip in it would put the answer into the starter.
  if (/\/\/\s*answer\b\W*$|^\/\/\s*answer\b/i.test(comment))
    refuse(at, `needs // answer: alone on its line, got ${comment}`);
  if (/\/\/\s*end\W*$/i.test(comment)) refuse(at, `needs // end alone on its line, got ${comment}`);
  return undefined;
}

function requireOneBlock(lines: readonly string[], from: number, to: number, refuse: Refuse): void {
  const indent = indentOf(lines[from]);
  const outside = lines.findIndex(
    (line, at) => at > from && at < to && line.trim() !== "" && indentOf(line) < indent,
  );
  if (outside !== -1) refuse(outside, `leaves the block in which the answer begins, on line ${from + 1}`);
  if (indentOf(lines[to]) !== indent)
    refuse(to, `// end needs the indentation of its // answer:, on line ${from + 1}`);
}

function whatIsWritten(
  lines: readonly string[],
  from: number,
  to: number,
  refuse: Refuse,
): string | undefined {
  const indent = indentOf(lines[from]);
  if (indent === 0) {
    const given = lines.findIndex((line, at) => at > from && at < to && line.startsWith("export "));
    if (given !== -1) refuse(given, "an export stays in the starter: mark what is inside its body");
    return undefined;
  }
  const next = lines.findIndex((line, at) => at > to && line.trim() !== "");
  if (next !== -1 && indentOf(lines[next]) >= indent) {
    refuse(next, "nothing can follow an answer in its block: in the starter it would never be reached");
  }
  return enclosingFunction(lines, from) ?? refuse(from, "an answer needs an exported function around it");
}
