import type { LessonEvent } from "./events.ts";
import { progressOf } from "./progress.ts";

/** Days until a question comes: the first after its lesson was passed, a later one each time it was remembered. */
export const intervals = [1, 3, 7, 16, 35, 90] as const;

const day = 24 * 60 * 60 * 1000;

/** A recall question of a lesson, by their ids. */
export interface ReviewQuestion {
  readonly lesson: string;
  readonly recall: string;
}

/** A question with the time from which it is due. */
export type ScheduledQuestion = ReviewQuestion & { readonly dueAt: Date };

/**
 * When each question of the lessons passed is due, the longest overdue first. A question that was not remembered begins again
 * with the shortest interval.
 *
 * @param events in the order of the log
 * @param questions of all lessons; those of a lesson that is not passed are left out
 * @example
 * scheduleOf(events, [{ lesson: "normalization", recall: "which-rows" }]) // [{ …, dueAt: a day after the pass }]
 */
export function scheduleOf<Question extends ReviewQuestion>(
  events: readonly LessonEvent[],
  questions: readonly Question[],
): (Question & ScheduledQuestion)[] {
  const passedAt = new Map<string, string | undefined>();
  for (const { lesson } of questions) {
    if (!passedAt.has(lesson)) passedAt.set(lesson, progressOf(events, lesson).passedAt);
  }
  const scheduled = questions.flatMap((question) => {
    const passed = passedAt.get(question.lesson);
    return passed === undefined ? [] : [{ ...question, dueAt: dueAt(events, question, passed) }];
  });
  return scheduled.sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
}

function dueAt(events: readonly LessonEvent[], { lesson, recall }: ReviewQuestion, passed: string): Date {
  let since = passed;
  let step = 0;
  for (const event of events) {
    if (event.kind !== "review" || event.lesson !== lesson || event.recall !== recall) continue;
    since = event.at;
    step = event.remembered ? Math.min(step + 1, intervals.length - 1) : 0;
  }
  return new Date(Date.parse(since) + (intervals[step] ?? 1) * day);
}
