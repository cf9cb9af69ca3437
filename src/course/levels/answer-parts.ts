import { findAnswers } from "../answer-markers.ts";
import { type FunctionBody, functionBodies } from "./function-bodies.ts";

/** A stretch of a solution that the learner writes: the answer in one exported function, or a whole function that helps it. */
export interface AnswerPart extends FunctionBody {
  /** Whether the starter leaves the whole function out, and not only these lines. */
  readonly isHelper: boolean;
}

/**
 * The parts of a solution that the learner writes, from the first to the last. What is marked between declarations and is no
 * function, such as a table of constants, belongs to none.
 *
 * @param lines formatted code with its markers
 * @throws {Problem} "bad-lesson" where the markers are faulty
 * @example
 * answerParts(lines, "lessons/06-normalization/solution.ts").map(({ name }) => name)
 * // ["fitStandardScaler", "standardize", "fitMinMaxScaler", "rescale", "meanOf"]
 */
export function answerParts(lines: readonly string[], file: string): AnswerPart[] {
  return findAnswers(lines, file).flatMap(({ from, to, writes }): AnswerPart[] => {
    if (writes !== undefined) return [{ name: writes, from: from + 1, to, isHelper: false }];
    return functionBodies(lines, from + 1, to).map((body) => ({ ...body, isHelper: true }));
  });
}

/** The lines of a solution with parts replaced by other lines, and without the markers. */
export function withParts(
  lines: readonly string[],
  parts: readonly { readonly part: AnswerPart; readonly instead: readonly string[] }[],
): string[] {
  // From the last to the first, so that the positions of those to come stay right.
  const replaced = parts.reduceRight(
    (rest: readonly string[], { part, instead }) =>
      rest.toSpliced(part.from, part.to - part.from, ...instead),
    lines,
  );
  return replaced.filter((line) => !isMarker.test(line));
}

const isMarker = /^\s*\/\/ (answer:|end)$/;
