/**
 * You return positions within a class as if they were row numbers. The first row of each class becomes row 0, so some rows come
 * several times and others never.
 * Next: the rows of class b are 4, 7 and 9. Which of them is at position 1?
 */
import { type Split, splitRows } from "../solution.ts";

export { groupSplit, randomFrom, splitRows, timeSplit } from "../solution.ts";

export function stratifiedSplit(labels: string[], testFraction: number, seed: number): Split {
  const parts = [...new Set(labels)].map((name) => {
    const size = labels.filter((label) => label === name).length;
    return splitRows(size, testFraction, seed);
  });
  return { train: parts.flatMap(({ train }) => train), test: parts.flatMap(({ test }) => test) };
}
