import { checkCount, checkSameLength, shown } from "../check-input.ts";
import { type Label, rowsOfClasses } from "../labels.ts";
import { Random } from "../random.ts";

const who = "trainTestSplit";

/**
 * Deals the row numbers 0 to nSamples - 1 at random into rows to learn from and rows to test on.
 * The test gets `testSize` of the rows, rounded up. With `stratify`, the label of each row, both parts have
 * the classes in the same proportions, as nearly as whole rows allow.
 * @throws {RangeError} when nSamples or testSize leaves one part empty, or with stratify when a class has one
 *   row only or a part has fewer rows than there are classes
 * @throws {TypeError} when stratify is not an array of labels
 * @example
 * const { train, test } = trainTestSplit(X.length, { testSize: 0.3, randomState: 0, stratify: y });
 * const XTrain = takeRows(X, train);
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.train_test_split.html
 */
export function trainTestSplit(
  nSamples: number,
  {
    testSize = 0.25,
    randomState,
    stratify,
  }: { testSize?: number; randomState: number; stratify?: readonly Label[] },
): { train: number[]; test: number[] } {
  checkCount(who, "nSamples", nSamples, 2);
  if (!(testSize > 0 && testSize < 1)) {
    throw new RangeError(`${who} needs 0 < testSize < 1, got ${shown(testSize)}.`);
  }
  const nTrain = nSamples - Math.ceil(testSize * nSamples);
  if (nTrain < 1) {
    throw new RangeError(
      `${who} needs a row to learn from, got testSize ${testSize} of ${nSamples} rows, which is all.`,
    );
  }
  const random = new Random(randomState);
  if (stratify !== undefined) return stratifiedSplit(stratify, nSamples, nTrain, random);
  const rows = random.shuffle(Array.from({ length: nSamples }, (_, i) => i));
  return { train: rows.slice(0, nTrain), test: rows.slice(nTrain) };
}

function stratifiedSplit(labels: readonly Label[], nSamples: number, nTrain: number, random: Random) {
  checkSameLength(who, nSamples, labels);
  const classes = rowsOfClasses(who, labels);
  const lonely = classes.find((rows) => rows.length < 2);
  if (lonely) {
    throw new RangeError(
      `${who} needs two rows or more of each class, got row ${lonely[0]} alone in its class.`,
    );
  }
  const smallerPart = Math.min(nTrain, nSamples - nTrain);
  if (smallerPart < classes.length) {
    throw new RangeError(
      `${who} needs a row of each class in both parts, got ${classes.length} classes and a part of ${smallerPart} rows.`,
    );
  }
  const sizes = classes.map((rows) => rows.length);
  const trainSizes = shareOut(nTrain, sizes, random);
  const mixed = classes.map((rows) => random.shuffle(rows));
  const train = mixed.flatMap((rows, i) => rows.slice(0, trainSizes[i]));
  const test = mixed.flatMap((rows, i) => rows.slice(trainSizes[i]));
  return { train: random.shuffle(train), test: random.shuffle(test) };
}

/**
 * Shares seats out over classes in proportion to their sizes: whole shares first, then one seat each by the
 * largest remainder. Chance decides between equal remainders, so that no class is favoured.
 * @see https://en.wikipedia.org/wiki/Largest_remainder_method
 */
function shareOut(seats: number, sizes: readonly number[], random: Random): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const shares = sizes.map((size) => Math.floor((size * seats) / total));
  const left = seats - shares.reduce((sum, share) => sum + share, 0);
  const remainder = (i: number) => (sizes[i]! * seats) % total;
  const byRemainder = random.shuffle([...sizes.keys()]).sort((i, j) => remainder(j) - remainder(i));
  for (const i of byRemainder.slice(0, left)) shares[i]! += 1;
  return shares;
}
