import { isPlainArray, type Plain } from "../checks/plain.ts";
import type { TracedCall } from "./session.ts";
import type { Compared } from "./verdict.ts";

/** Fewer numbers need no picture; more points than this do not show more. */
const least = 8;
const most = 200;

/**
 * The numbers that an answer gave on the data set beside the right ones, place by place, for a figure: a list of numbers or rows of them.
 *
 * @param calls those of one check
 * @returns undefined where there is no wrong value of many numbers on the data
 */
export function comparedNumbers(calls: readonly TracedCall[]): Compared | undefined {
  for (const { call, purpose, isFree, answer, reference } of calls) {
    if (purpose !== "data" || isFree || !("value" in answer) || !("value" in reference)) continue;
    const pairs: [gave: number, right: number][] = [];
    collectPairs(answer.value, reference.value, pairs);
    if (pairs.length < least || !isVisible(pairs)) continue;
    const step = Math.ceil(pairs.length / most);
    const shown = pairs.filter((_, i) => i % step === 0);
    return {
      call: call.name,
      gave: shown.map(([gave]) => gave),
      right: shown.map(([, right]) => right),
      of: pairs.length,
    };
  }
  return undefined;
}

/** Whether an eye sees the difference: a fifth of the numbers lie off by a twentieth of the range of the right ones. */
function isVisible(pairs: readonly (readonly [gave: number, right: number])[]): boolean {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [, right] of pairs) [low, high] = [Math.min(low, right), Math.max(high, right)];
  const off = pairs.filter(([gave, right]) => Math.abs(gave - right) > (high - low) / 20);
  return off.length * 5 >= pairs.length;
}

/** Of numbers, or rows of numbers, those that both have; of anything else none, since its numbers are of several kinds. */
function collectPairs(gave: Plain, right: Plain, pairs: [number, number][]): void {
  if (!isPlainArray(gave) || !isPlainArray(right)) return;
  if (right.every((entry) => typeof entry === "number")) {
    for (const [i, entry] of right.entries()) {
      const other = gave[i];
      if (typeof other === "number" && Number.isFinite(other) && Number.isFinite(entry))
        pairs.push([other, entry]);
    }
  } else if (
    right.every(isPlainArray) &&
    right.every((row) => row.every((entry) => typeof entry === "number"))
  ) {
    for (const [i, row] of right.entries()) collectPairs(gave[i] ?? null, row, pairs);
  }
}
