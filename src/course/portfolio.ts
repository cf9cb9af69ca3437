import type { Attempt, LessonEvent } from "./events.ts";
import { progressOf } from "./progress.ts";

/** What the log tells of one lesson that was passed. */
export interface PassedLesson<Lesson> {
  readonly lesson: Lesson;
  readonly dataset: string;
  /** The answer that passed, as it was graded. */
  readonly code: string;
  /** ISO time of the first pass. */
  readonly passedAt: string;
  /** Gradings up to the pass, it included. */
  readonly attempts: number;
  /** Known mistakes that earlier answers behaved like, each once, in the order in which they were made. */
  readonly mistakes: readonly string[];
  /** The first prediction for each question, by the question's id: the number of the option chosen, counted from 1. */
  readonly predictions: ReadonlyMap<string, number>;
}

/**
 * What a learner has to show: each lesson passed, with the way there. Of several passes the first one counts, and of several
 * predictions for one question too: later ones know the answer.
 *
 * @param events in the order of the log, with code
 * @param lessons in the order in which they are to be told
 * @example
 * portfolioOf(readEvents(root, { withCode: true }).events, readLessons(root))
 */
export function portfolioOf<Lesson extends { readonly id: string }>(
  events: readonly LessonEvent[],
  lessons: readonly Lesson[],
): PassedLesson<Lesson>[] {
  return lessons.flatMap((lesson) => {
    const { passedAt } = progressOf(events, lesson.id);
    const own = events.filter((event) => event.lesson === lesson.id);
    const attempts = own.filter((event) => event.kind === "attempt");
    const pass = attempts.find(({ at }) => at === passedAt);
    if (passedAt === undefined || pass === undefined) return [];
    const before = attempts.slice(0, attempts.indexOf(pass));
    return [
      {
        lesson,
        dataset: pass.dataset,
        code: pass.code ?? "",
        passedAt,
        attempts: before.length + 1,
        mistakes: mistakesIn(before),
        predictions: firstPredictions(own),
      },
    ];
  });
}

function mistakesIn(attempts: readonly Attempt[]): string[] {
  return [...new Set(attempts.flatMap(({ mistakes }) => mistakes))];
}

function firstPredictions(events: readonly LessonEvent[]): Map<string, number> {
  const chosen = new Map<string, number>();
  for (const event of events) {
    if (event.kind === "prediction" && !chosen.has(event.predict))
      chosen.set(event.predict, Number(event.chosen));
  }
  return chosen;
}
