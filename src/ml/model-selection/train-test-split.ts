import { checkCount, checkSameLength, shown } from "../check-input.ts";
import { type Label, rowsOfClasses } from "../labels.ts";
import { Random } from "../random.ts";
import { stratifiedSplit } from "./stratified-split.ts";

const who = "trainTestSplit";

/** Row numbers: those to learn from and those to test on. */
export interface Split {
  train: number[];
  test: number[];
}

/**
 * How to split: at random, by `randomState`, and then perhaps with the classes in proportion (`stratify`, the label
 * of each row) or with rows that belong together on one side (`groups`, the group of each row); or the last rows
 * for the test, by their order (`shuffle: false`) or by the time of each row (`times`, numbers or texts that sort).
 */
export type SplitOptions = { testSize?: number } & (
  | { randomState: number; shuffle?: true; stratify?: readonly Label[] }
  | { randomState: number; shuffle?: true; groups: readonly Label[] }
  | { shuffle: false; randomState?: never }
  | { times: readonly Label[]; randomState?: never }
);

/** All options at once, as the function reads them. */
interface AnySplitOptions {
  testSize?: number;
  randomState?: number;
  shuffle?: boolean;
  stratify?: readonly Label[];
  groups?: readonly Label[];
  times?: readonly Label[];
}

/**
 * Deals the row numbers 0 to nSamples - 1 into rows to learn from and rows to test on. The test gets `testSize` of
 * the rows (0.25), rounded up: drawn at random, unless the options ask for the last ones. With `stratify`, both parts
 * have the classes in the same proportions, as nearly as whole rows allow. With `groups`, the share is one of groups,
 * and no group has rows in both parts. With `times`, every row of the test is later than every row to learn from;
 * rows of one time stay together, for which the test may grow.
 * @throws {RangeError} when nSamples or testSize leaves one part empty, or with stratify when a class has one
 *   row only or a part has fewer rows than there are classes, or when options exclude each other
 * @throws {TypeError} when stratify, groups or times is not an array of labels
 * @example
 * const { train, test } = trainTestSplit(X.length, { testSize: 0.3, randomState: 0, stratify: y });
 * const XTrain = takeRows(X, train);
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.train_test_split.html
 */
export function trainTestSplit(nSamples: number, options: SplitOptions): Split {
  const { testSize = 0.25, randomState, shuffle, stratify, groups, times }: AnySplitOptions = options;
  checkCount(who, "nSamples", nSamples, 2);
  if (!(testSize > 0 && testSize < 1)) {
    throw new RangeError(`${who} needs 0 < testSize < 1, got ${shown(testSize)}.`);
  }
  checkTogether(options);
  const rows = Array.from({ length: nSamples }, (_, i) => i);
  if (times !== undefined) return splitByTime(times, nSamples, trainCount(nSamples, testSize, "rows"));
  if (shuffle === false) return cut(rows, trainCount(nSamples, testSize, "rows"));
  const random = new Random(randomState as number);
  if (groups !== undefined) return splitByGroups(groups, nSamples, testSize, random);
  const nTrain = trainCount(nSamples, testSize, "rows");
  if (stratify !== undefined) return stratifiedSplit(who, stratify, nSamples, nTrain, random);
  return cut(random.shuffle(rows), nTrain);
}

function trainCount(count: number, testSize: number, what: string): number {
  const nTrain = count - Math.ceil(testSize * count);
  if (nTrain >= 1) return nTrain;
  throw new RangeError(
    `${who} needs a row to learn from, got testSize ${testSize} of ${count} ${what}, which is all.`,
  );
}

function cut(rows: readonly number[], nTrain: number): Split {
  return { train: rows.slice(0, nTrain), test: rows.slice(nTrain) };
}

function splitByGroups(groups: readonly Label[], nSamples: number, testSize: number, random: Random): Split {
  checkSameLength(who, nSamples, groups);
  const mixed = random.shuffle(rowsOfClasses(who, groups));
  const nTrain = trainCount(mixed.length, testSize, "groups");
  const inOrder = (rows: number[][]) => rows.flat().sort((a, b) => a - b);
  return { train: inOrder(mixed.slice(0, nTrain)), test: inOrder(mixed.slice(nTrain)) };
}

function splitByTime(times: readonly Label[], nSamples: number, nTrain: number): Split {
  checkSameLength(who, nSamples, times);
  const moments = rowsOfClasses(who, times).sort(([a], [b]) => (times[a!]! < times[b!]! ? -1 : 1));
  const inOrder = moments.flat();
  const border = times[inOrder[nTrain]!];
  const firstTestRow = inOrder.findIndex((row) => times[row] === border);
  if (firstTestRow > 0) return cut(inOrder, firstTestRow);
  throw new RangeError(
    `${who} needs rows earlier than the test's first, got the time ${shown(border)} for all up to there.`,
  );
}

function checkTogether({ shuffle, randomState, stratify, groups, times }: AnySplitOptions): void {
  const given = Object.entries({ stratify, groups, times, "shuffle: false": shuffle === false || undefined })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  if (given.length > 1) throw new RangeError(`${who} needs one way to split, got ${given.join(" and ")}.`);
  if (randomState !== undefined && (times !== undefined || shuffle === false)) {
    throw new RangeError(`${who} needs no randomState with ${given[0]}, where nothing is left to chance.`);
  }
}
