import { Random } from "groundwork/random";

/** Row numbers, counted from 0, in any order: those to learn from, and those kept for the test. */
export interface Split {
  train: number[];
  test: number[];
}

/**
 * Chance that can be repeated: all that it does follows from the seed, a whole number from 0.
 *
 * `randomFrom(seed).shuffle(values)` gives the values in another order, and leaves the array as it is. Yours to use.
 */
export function randomFrom(seed: number): Random {
  return new Random(seed);
}

/**
 * Splits the rows 0 to nRows − 1 at random. Every row is on one side, once.
 *
 * The test gets the share testFraction of the rows, rounded up or down as you like, but neither side is left empty. The
 * same seed gives the same split; other seeds give others, and each row can be drawn.
 *
 * nRows is at least 2, testFraction lies between 0 and 1.
 */
export function splitRows(nRows: number, testFraction: number, seed: number): Split {
  // answer:
  const rows = randomFrom(seed).shuffle(numbersTo(nRows));
  return cutAt(testSize(nRows, testFraction), rows);
  // end
}

/**
 * Splits the rows at random, class by class: `labels[i]` is the class of row i.
 *
 * Of each class the test gets the share testFraction, rounded up or down as you like, but a class of two rows or more is on
 * both sides. A class of one row may be on either. The seed decides, as in splitRows.
 */
export function stratifiedSplit(labels: string[], testFraction: number, seed: number): Split {
  // answer:
  const random = randomFrom(seed);
  const parts = [...new Set(labels)].map((label) => {
    const rows = numbersTo(labels.length).filter((i) => labels[i] === label);
    return cutAt(testSize(rows.length, testFraction), random.shuffle(rows));
  });
  return { train: parts.flatMap(({ train }) => train), test: parts.flatMap(({ test }) => test) };
  // end
}

/**
 * Splits the groups at random, and their rows with them: `groups[i]` is the group of row i, and all rows of a group end up on
 * the same side.
 *
 * testFraction is a share of the groups, not of the rows, rounded up or down as you like; there are at least two groups, and
 * each side gets one or more. The seed decides, as in splitRows.
 */
export function groupSplit(groups: string[], testFraction: number, seed: number): Split {
  // answer:
  const names = [...new Set(groups)];
  const { test } = splitRows(names.length, testFraction, seed);
  const inTest = new Set(test.map((i) => names[i]));
  return bySide(groups.map((group) => inTest.has(group)));
  // end
}

/**
 * Splits the rows by time: `times[i]` is the time of row i, and the rows stand in any order.
 *
 * Rows from before the cut are learned from; rows at the cut or later are the test.
 */
export function timeSplit(times: number[], cut: number): Split {
  // answer:
  return bySide(times.map((time) => time >= cut));
  // end
}

// answer:
function numbersTo(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

/** A share of so many rows, but not all of them, and at least one where there are two. */
function testSize(count: number, testFraction: number): number {
  return Math.min(count - 1, Math.max(1, Math.round(count * testFraction)));
}

function cutAt(nTest: number, rows: number[]): Split {
  return { train: rows.slice(nTest), test: rows.slice(0, nTest) };
}

function bySide(isTest: boolean[]): Split {
  const rows = numbersTo(isTest.length);
  return { train: rows.filter((i) => !isTest[i]), test: rows.filter((i) => isTest[i]) };
}
// end
