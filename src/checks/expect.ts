import { type Difference, differenceOf, isNear } from "./difference.ts";
import { CheckFailure } from "./failure.ts";
import type { Plain } from "./plain.ts";
import { showPair, showPlain } from "./show-plain.ts";

/**
 * Fails the check unless the condition holds.
 *
 * @param because what is wrong when it doesn't, as a sentence with this answer's numbers in it
 * @throws CheckFailure
 * @example expectThat(folds.length === 3, `there are ${folds.length} folds, and 3 were asked for`)
 */
export function expectThat(condition: boolean, because: string): asserts condition {
  if (condition !== true) throw new CheckFailure({ because });
}

/**
 * Fails the check unless the value equals the expected one, numbers within a tolerance.
 *
 * @param what the value's name in the sentence that is shown
 * @throws CheckFailure
 * @example expectEqual(after, before, { what: "the first test row" })
 */
export function expectEqual(
  gave: Plain,
  expected: Plain,
  { within = 1e-9, what = "the value" }: { within?: number; what?: string } = {},
): void {
  const difference = differenceOf(gave, expected, within);
  if (difference) throw new CheckFailure({ because: sentenceOf(difference, what), ...placeOf(difference) });
}

/**
 * States something about every number of a list; an empty list or NaN never holds.
 *
 * @throws CheckFailure
 * @example expectEach(columnMeans(Z), "mean of column").near(0, 1e-9)
 */
export function expectEach(
  values: readonly number[],
  what: string,
): { near(target: number, within: number): void } {
  return {
    near(target, within) {
      expectThat(values.length > 0, `there is no ${what} at all`);
      for (const [i, value] of values.entries()) {
        if (isNear(value, target, within)) continue;
        const because = `${what} ${i} is ${showPlain(value)}, and ${showPlain(target)} was needed`;
        throw new CheckFailure({ because, gave: value, expected: target });
      }
    },
  };
}

/** Says a difference as a sentence: "the value's .scale[0] is 2, and 1 is right". */
export function sentenceOf({ path, gave, expected, reason }: Difference, what: string): string {
  const subject = path === "" ? what : `${what}, at ${path.replace(/^\./, "")},`;
  if (reason === "missing") return `${what} has no ${path.replace(/^\./, "")}`;
  if (reason === "length" && Array.isArray(gave) && Array.isArray(expected)) {
    return `${subject} has ${gave.length} entries, and ${expected.length} are right`;
  }
  const [shown, right] = showPair(gave, expected);
  return `${subject} is ${shown}, and ${right} is right`;
}

function placeOf({ path, gave, expected }: Difference) {
  return { path, gave, expected };
}
