import { checkSameLength } from "../check-input.ts";
import { type Label, rowsOfClasses } from "../labels.ts";
import type { Random } from "../random.ts";

/**
 * Deals rows into nTrain to learn from and the others to test on, with the classes in proportion in both.
 * @throws {TypeError|RangeError} when there is not one label a row, a class has one row only, or a part would have
 *   fewer rows than there are classes
 */
export function stratifiedSplit(
  who: string,
  labels: readonly Label[],
  nSamples: number,
  nTrain: number,
  random: Random,
): { train: number[]; test: number[] } {
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
