import { Random } from "../../../src/ml/random.ts";
import type { Kind, Size } from "./contests.ts";

/** A problem that is the same in every run: X column by column, and one y a row. */
export interface ProblemData {
  readonly columns: readonly Float64Array[];
  readonly y: readonly number[];
}

/**
 * Draws a problem in which half of the columns matter, some of them in bends, and noise keeps anyone from being right
 * everywhere.
 */
export function drawProblem(kind: Kind, [nSamples, nFeatures]: Size): ProblemData {
  const random = new Random(nSamples + nFeatures);
  const draw = kind === "counts" ? () => Math.floor(8 * random.uniform() ** 3) : () => random.normal();
  const columns = Array.from({ length: nFeatures }, () => Float64Array.from({ length: nSamples }, draw));
  const scores = Array.from({ length: nSamples }, (_, i) => {
    let score = random.normal();
    for (let j = 0; j < nFeatures / 2; j++) {
      const value = columns[j]?.[i] ?? 0;
      score += j % 2 === 0 ? value : Math.sin(2 * value);
    }
    return score;
  });
  if (kind === "numbers") return { columns, y: scores };
  const middle = scores.toSorted((one, other) => one - other)[nSamples >> 1] ?? 0;
  return { columns, y: scores.map((score) => (score > middle ? 1 : 0)) };
}
