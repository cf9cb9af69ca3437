import type { OutOfBag } from "./forest.ts";
import type { MeanAnswers } from "./mean-answers.ts";

/**
 * The score of the answers of trees about rows that they had not seen. Rows that all trees have seen are left out.
 * @param score is given the numbers of the rows that count
 * @throws {RangeError} when fewer than two rows count
 * @see Breiman (1996), Out-of-bag estimation
 */
export function outOfBag(
  who: string,
  nSamples: number,
  answers: MeanAnswers,
  score: (rows: readonly number[]) => number,
): OutOfBag {
  const all = Array.from({ length: nSamples }, (_, row) => row);
  const rows = all.filter((row) => answers.nAsked(row) > 0);
  if (rows.length < 2) {
    throw new RangeError(
      `${who} needs two rows or more that some tree has not seen, for oobScore, got ${rows.length}: grow more trees.`,
    );
  }
  return { score: score(rows), answers: all.map((row) => answers.mean(row)) };
}
