import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { readLessons } from "../../src/course/course.ts";
import { drawMap, readOutline } from "../../src/course/outline.ts";

const repository = resolve(import.meta.dirname, "../..");
const fixture = resolve(import.meta.dirname, "../fixtures/course");

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "groundwork-outline-"));
  mkdirSync(join(root, "lessons"));
});
afterEach(() => rmSync(root, { recursive: true }));

function outlineOf(...lines: string[]) {
  writeFileSync(join(root, "lessons", "course.yaml"), lines.join("\n"));
  return () => readOutline(root);
}

describe("readOutline", () => {
  it("reads the parts and their lessons in order", () => {
    expect(readOutline(fixture)).toEqual({
      parts: [
        {
          title: "First part",
          lessons: [
            { number: 1, id: "mean", title: "The middle of things" },
            { number: 2, id: "spread" },
          ],
        },
        {
          title: "Second part",
          lessons: [
            { number: 3, id: "median" },
            { number: 4, id: "quantiles", title: "Every other middle" },
          ],
        },
      ],
    });
  });

  it("plans nothing in a course without the file", () => {
    expect(readOutline(root)).toEqual({ parts: [] });
  });

  it.each([
    ["YAML that does not parse", 2, ["parts:", "  - title: 'one"]],
    ["an alias to nothing", 1, ["parts: *nowhere"]],
    ["an empty file", 1, [""]],
    ["a part without a title", 2, ["parts:", "  - lessons: []"]],
    [
      "a number that is text",
      5,
      ["parts:", "  - title: one", "    lessons:", "      - id: a", "        number: six"],
    ],
    [
      "a number that is not whole",
      4,
      ["parts:", "  - title: one", "    lessons:", "      - { number: 1.5, id: a }"],
    ],
    [
      "an id that could be a path",
      4,
      ["parts:", "  - title: one", "    lessons:", "      - { number: 1, id: ../a }"],
    ],
    [
      "an unknown key",
      4,
      ["parts:", "  - title: one", "    lessons:", "      - { number: 1, id: a, minutes: 3 }"],
    ],
    [
      "a number that stands twice",
      5,
      [
        "parts:",
        "  - title: one",
        "    lessons:",
        "      - { number: 1, id: a }",
        "      - { number: 1, id: b }",
      ],
    ],
    [
      "an id that stands twice, in two parts",
      7,
      [
        "parts:",
        "  - title: one",
        "    lessons:",
        "      - { number: 1, id: a }",
        "  - title: two",
        "    lessons:",
        "      - { number: 2, id: a }",
      ],
    ],
  ])("refuses %s, and names the line", (_, line, lines) => {
    const read = outlineOf(...lines);
    expect(read).toThrow(expect.objectContaining({ name: "Problem", code: "bad-lesson" }));
    expect(read).toThrow(new RegExp(`^lessons/course\\.yaml:${line}: \\S`));
  });

  it("plans in this repository the 42 lessons of five parts, and a title for each of the first twelve", () => {
    const { parts } = readOutline(repository);
    const lessons = parts.flatMap((part) => part.lessons);
    expect(parts.map((part) => part.lessons.length)).toEqual([12, 9, 10, 5, 6]);
    expect(lessons.map((lesson) => lesson.number)).toEqual(Array.from({ length: 42 }, (_, i) => i + 1));
    expect(lessons.slice(0, 12).every((lesson) => lesson.title !== undefined)).toBe(true);
    expect(lessons[5]).toEqual({ number: 6, id: "normalization", title: "Put features on one scale" });
  });
});

describe("drawMap", () => {
  const spread = Object.freeze({ number: 7, id: "spread", title: "Renumbered" });
  const extra = Object.freeze({ number: 5, id: "extra", title: "Extra" });

  it("shows written lessons in their planned places and the others last", () => {
    const outline = Object.freeze(readOutline(fixture));
    expect(drawMap(outline, Object.freeze([extra, spread]))).toEqual([
      {
        title: "First part",
        places: [
          { number: 1, id: "mean", title: "The middle of things", lesson: undefined },
          { number: 7, id: "spread", title: "Renumbered", lesson: spread },
        ],
      },
      {
        title: "Second part",
        places: [
          { number: 3, id: "median", title: "median", lesson: undefined },
          { number: 4, id: "quantiles", title: "Every other middle", lesson: undefined },
        ],
      },
      { title: "Also", places: [{ ...extra, lesson: extra }] },
    ]);
  });

  it("needs no outline", () => {
    expect(drawMap({ parts: [] }, [extra])).toEqual([
      { title: "Lessons", places: [{ ...extra, lesson: extra }] },
    ]);
    expect(drawMap({ parts: [] }, [])).toEqual([]);
  });

  it("takes lessons as the course reads them", () => {
    const places = drawMap(readOutline(fixture), readLessons(fixture)).flatMap((part) => part.places);
    expect(places.map(({ number, lesson }) => [number, lesson?.name])).toEqual([
      [1, "mean"],
      [2, "spread"],
      [3, undefined],
      [4, undefined],
      [5, "extra"],
    ]);
  });
});
