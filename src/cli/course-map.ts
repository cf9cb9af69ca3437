import { readEvents } from "../course/attempts.ts";
import { readLessons } from "../course/course.ts";
import { drawMap, readOutline } from "../course/outline.ts";
import { nextThing, type Progress, progressOf } from "../course/progress.ts";
import { commandLine } from "./context.ts";

/** A lesson on the map; `planned` ones are still to be written. */
export interface MapPlace {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly state: Progress["state"] | "planned";
  readonly points: number;
  readonly outOf: number;
}

/** The course as a learner stands in it. */
export interface CourseMap {
  readonly parts: readonly { readonly title: string; readonly places: readonly MapPlace[] }[];
  /** The one thing to do next: a sentence and, unless all is done, a command. */
  readonly next: { readonly say: string; readonly command?: string };
}

/** Reads the course's outline, its lessons and the learner's log. */
export function readMap(root: string): CourseMap {
  const lessons = readLessons(root);
  const { events } = readEvents(root);
  const progress = new Map(lessons.map(({ id }) => [id, progressOf(events, id)]));
  const parts = drawMap(readOutline(root), lessons).map(({ title, places }) => ({
    title,
    places: places.map(({ number, id, title: name, lesson }): MapPlace => {
      const { state, points, outOf } = progress.get(id) ?? progressOf([], id);
      return { number, id, title: name, state: lesson ? state : "planned", points, outOf };
    }),
  }));
  return { parts, next: sayNext(nextThing(lessons, progress), progress) };
}

function sayNext(
  next: ReturnType<typeof nextThing<{ id: string; number: number; title: string }>>,
  progress: ReadonlyMap<string, Progress>,
): CourseMap["next"] {
  if (next.kind === "done") return { say: "You have passed every lesson that is written." };
  const { number, title, id } = next.lesson;
  if (next.kind === "start")
    return { say: `Next: lesson ${number}, ${title}.`, command: commandLine("lesson", number) };
  const hasTried = (progress.get(id)?.attempts ?? 0) > 0;
  const command = commandLine(hasTried ? "watch" : "lesson", number);
  return { say: `Next: go on with lesson ${number}, ${title}.`, command };
}
