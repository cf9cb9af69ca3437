import type { LessonEvent } from "./events.ts";
import type { FrontMatter } from "./front-matter.ts";
import { progressOf } from "./progress.ts";

/** The hint to show now. */
export interface HintChoice {
  readonly text: string;
  /** Its place in the lesson's list, and the check that it is for. */
  readonly index: number;
  readonly check: string | undefined;
  /** How many have not been shown yet, after this one. */
  readonly left: number;
  /** False when all have been shown, and this is the last one again. */
  readonly isNew: boolean;
}

/**
 * Chooses the next hint: first those for the checks that did not pass in the last attempt, in the order of the checks;
 * then those for no check in particular; then the others. Within each, in the order of the list, which climbs.
 *
 * @example nextHint([{ text: "Look at one column." }], [], "normalization").text // "Look at one column."
 */
export function nextHint(
  hints: FrontMatter["hints"],
  events: readonly LessonEvent[],
  lessonId: string,
): HintChoice {
  const { failedChecks } = progressOf(events, lessonId);
  const seen = events.filter((event) => event.kind === "hint" && event.lesson === lessonId);
  const shown = seen.map((event) => (event.kind === "hint" ? event.index : -1));
  const inOrder = hints
    .map((hint, index) => ({ text: hint.text, index, check: hint.for }))
    .toSorted((one, other) => rankOf(one.check, failedChecks) - rankOf(other.check, failedChecks));
  const open = inOrder.filter(({ index }) => !shown.includes(index));
  const [next] = open;
  if (next) return { ...next, left: open.length - 1, isNew: true };
  const last = inOrder.find(({ index }) => index === shown.at(-1));
  return last
    ? { ...last, left: 0, isNew: false }
    : { text: "This lesson has no hints.", index: -1, check: undefined, left: 0, isNew: false };
}

function rankOf(check: string | undefined, failedChecks: readonly string[]): number {
  if (check === undefined) return failedChecks.length;
  const place = failedChecks.indexOf(check);
  return place < 0 ? failedChecks.length + 1 : place;
}
