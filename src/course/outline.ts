import { readFileSync } from "node:fs";
import { join } from "node:path";

import * as v from "valibot";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";

import { Problem } from "../problem.ts";
import { errorCode, fileProblem } from "./file-problem.ts";

const file = "lessons/course.yaml";

const text = v.pipe(v.string("needs text"), v.trim(), v.nonEmpty("needs text"));
const id = v.pipe(text, v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "needs a kebab-case word, like leak-hunt"));
const number = v.pipe(v.number("needs a number"), v.safeInteger("needs a whole number"), v.minValue(0));
const lessonSchema = v.strictObject({ number, id, title: v.exactOptional(text) });
const partSchema = v.strictObject({ title: text, lessons: v.array(lessonSchema, "needs a list of lessons") });
const outlineSchema = v.strictObject({ parts: v.array(partSchema, "needs a list of parts") });

/** A lesson that the course has or will have. */
export type PlannedLesson = v.InferOutput<typeof lessonSchema>;

/** The parts of the course in order, each with its lessons in order. */
export type Outline = v.InferOutput<typeof outlineSchema>;

/**
 * Reads lessons/course.yaml; a course without that file plans nothing.
 *
 * @throws {Problem} "bad-lesson" with all faults, each as `lessons/course.yaml:LINE: what was needed`
 * @example
 * readOutline(root).parts[0]?.lessons[5] // { number: 6, id: "normalization", title: "Put features on one scale" }
 */
export function readOutline(root: string): Outline {
  const lines = new LineCounter();
  const document = parseDocument(readSource(root), { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const problemOf = (faults: readonly Fault[]) => {
    const shown = faults.map(({ offset, message }) => `${file}:${lineAt(offset)}: ${message}`);
    return new Problem("bad-lesson", shown.join("\n"));
  };

  const errors = document.errors.map(({ pos, message }) => ({ offset: pos[0], message }));
  if (errors.length > 0) throw problemOf(errors);
  const read = v.safeParse(outlineSchema, contentOf(document, problemOf));
  if (!read.success) throw problemOf(read.issues.map((issue) => faultOf(issue, document)));
  const repeated = repetitions(read.output, document);
  if (repeated.length > 0) throw problemOf(repeated);
  return read.output;
}

function readSource(root: string): string {
  try {
    return readFileSync(join(root, file), "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return "parts: []";
    throw fileProblem(error, file, "read", "Put that right, then give the same command again.");
  }
}

function contentOf(document: Document, problemOf: (faults: readonly Fault[]) => Problem): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // An alias that nothing in the file answers to: the parser lets it pass.
    throw problemOf([{ offset: 0, message: String(error) }]);
  }
}

type Fault = { readonly offset: number; readonly message: string };

function faultOf(issue: v.BaseIssue<unknown>, document: Document): Fault {
  const path = (issue.path ?? []).map((step) => step.key);
  const key = path.findLast((step) => typeof step === "string");
  return { offset: offsetOf(document, path), message: `${key ?? "this file"}: ${issue.message}` };
}

/** Numbers and ids that stand twice: nobody could say which lesson is meant. */
function repetitions(outline: Outline, document: Document): Fault[] {
  const seen = new Set<string | number>();
  return outline.parts.flatMap((part, i) =>
    part.lessons.flatMap((lesson, j) =>
      [lesson.number, lesson.id]
        .filter((name) => seen.size === seen.add(name).size)
        .map((name) => ({
          offset: offsetOf(document, ["parts", i, "lessons", j]),
          message: `${name} stands twice`,
        })),
    ),
  );
}

/** Where the value at a path begins, or the nearest value around it that is there. */
function offsetOf(document: Document, path: readonly unknown[]): number {
  const node = document.getIn(path, true);
  if (isNode(node) && node.range) return node.range[0];
  return path.length === 0 ? 0 : offsetOf(document, path.slice(0, -1));
}

/** A lesson's place on the map; `lesson` is undefined while nobody has written it. */
export type Place<Lesson> = {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly lesson: Lesson | undefined;
};

/** A part of the map. */
export type MapPart<Lesson> = { readonly title: string; readonly places: readonly Place<Lesson>[] };

/**
 * Puts the lessons that are written in the places that the outline has for their ids. Those that it does not know come
 * last, in a part of their own; so a lesson needs no more than its folder.
 *
 * @param written in the order of their numbers
 * @example
 * drawMap(readOutline(root), readLessons(root))[0].places[5] // { number: 6, id: "normalization", title: "Put…", lesson: {…} }
 */
export function drawMap<Lesson extends { number: number; id: string; title: string }>(
  outline: Outline,
  written: readonly Lesson[],
): MapPart<Lesson>[] {
  const byId = new Map(written.map((lesson) => [lesson.id, lesson]));
  const parts = outline.parts.map(({ title, lessons }) => ({
    title,
    places: lessons.map((planned) => placeOf(byId.get(planned.id), planned)),
  }));
  const planned = new Set(outline.parts.flatMap((part) => part.lessons.map((lesson) => lesson.id)));
  const also = written.filter((lesson) => !planned.has(lesson.id)).map((lesson) => placeOf(lesson, lesson));
  if (also.length === 0) return parts;
  return [...parts, { title: parts.length === 0 ? "Lessons" : "Also", places: also }];
}

function placeOf<Lesson extends Required<PlannedLesson>>(
  lesson: Lesson | undefined,
  planned: PlannedLesson,
): Place<Lesson> {
  const { number, id, title } = { title: planned.id, ...planned, ...lesson };
  return { number, id, title, lesson };
}
