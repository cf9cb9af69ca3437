/**
 * You take the same number of rows from each class. The test then shows a world in which all classes are equally frequent, and its
 * score is a score for that world.
 * Next: if one row in ten is positive, how many of ten test rows should be?
 */
import { randomFrom, type Split } from "../solution.ts";

export { groupSplit, randomFrom, splitRows, timeSplit } from "../solution.ts";

export function stratifiedSplit(labels: string[], testFraction: number, seed: number): Split {
  const random = randomFrom(seed);
  const names = [...new Set(labels)];
  const nOfEach = Math.max(1, Math.round((labels.length * testFraction) / names.length));
  const test = names.flatMap((name) => {
    const rows = labels.flatMap((label, i) => (label === name ? [i] : []));
    return random.shuffle(rows).slice(0, Math.min(nOfEach, rows.length - 1));
  });
  return { train: labels.flatMap((_, i) => (test.includes(i) ? [] : [i])), test };
}
