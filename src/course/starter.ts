import { basename, dirname } from "node:path";

import { findAnswers, type MarkedAnswer } from "./answer-markers.ts";
import { cutLines } from "./cut-lines.ts";
import { indentOf } from "./enclosing-function.ts";
import { dropUnusedImports } from "./unused-imports.ts";

/**
 * Derives the starter, exercise.ts, from a lesson's solution.ts.
 *
 * What stands between the lines `// answer:` and `// end` is the learner's to write. In an exported function, or a
 * method of an exported class, it becomes an error that names the function. Between declarations, where helpers of the
 * answer stand, it goes without a trace; so do imports that nothing uses any more. All else stays as it is.
 *
 * @param file the solution's path, to name in messages; its folder's number is the one in the command at the top
 * @throws {Problem} "bad-lesson" with file and line when markers do not pair or mark what a learner could not write
 * @example
 * deriveStarter("export function one(): number {\n  // answer:\n  return 1;\n  // end\n}\n", "lessons/06-x/solution.ts")
 * // …
 * // export function one(): number {
 * //   throw new Error("Not written yet: one");
 * // }
 */
export function deriveStarter(solution: string, file: string): string {
  const lines = solution.replaceAll("\r\n", "\n").split("\n");
  // From the last to the first, so that the positions of those to come stay right.
  const withoutAnswers = findAnswers(lines, file).reduceRight<readonly string[]>(leaveOut, lines);
  return [...header(file), ...dropUnusedImports(withoutAnswers)].join("\n");
}

function leaveOut(lines: readonly string[], answer: MarkedAnswer): readonly string[] {
  if (answer.writes === undefined) return cutLines(lines, answer.from, answer.to + 1);
  const indent = " ".repeat(indentOf(lines[answer.from]));
  // The judge knows a function that is still to be written by the beginning of this message.
  const todo = `${indent}throw new Error("Not written yet: ${answer.writes}");`;
  return lines.toSpliced(answer.from, answer.to + 1 - answer.from, todo);
}

function header(file: string): string[] {
  const number = /^0*(\d+)-/.exec(basename(dirname(file)))?.[1];
  const command = number === undefined ? "npm run grade" : `npm run grade ${number}`;
  return [
    '// Put your code where it says "Not written yet". Everything else here is yours to use and to change.',
    `// Save, then have it graded: ${command}`,
    "",
  ];
}
