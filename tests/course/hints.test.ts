import { describe, expect, it } from "vitest";

import type { LessonEvent } from "../../src/course/events.ts";
import { nextHint } from "../../src/course/hints.ts";
import { anAttempt } from "./an-attempt.ts";

const hints = [
  { text: "of all" },
  { for: "one", text: "of one" },
  { for: "two", text: "of two" },
  { for: "two", text: "more of two" },
].map((hint) => Object.freeze(hint));

function attempt(...failed: string[]): LessonEvent {
  const checks = ["one", "two"].map((id) => {
    const status = failed.includes(id) ? ("failed" as const) : ("passed" as const);
    return { id, status, points: 0 };
  });
  return { v: 1, ...anAttempt({ checks }), sha256: "a".repeat(64), code: undefined };
}

function shown(index: number, lesson = "mean"): LessonEvent {
  return { v: 1, kind: "hint", at: "2026-11-20T12:00:00.000Z", lesson, index };
}

/** All hints that a learner gets, one after another, after these events. */
function climb(events: readonly LessonEvent[]): string[] {
  const { text, isNew, index } = nextHint(hints, events, "mean");
  return isNew ? [text, ...climb([...events, shown(index)])] : [];
}

describe("nextHint", () => {
  it("begins with the hint for no check in particular when nothing was graded yet", () => {
    expect(climb([])).toEqual(["of all", "of one", "of two", "more of two"]);
  });

  it("begins with the hints for what failed last, in the order of the list", () => {
    expect(climb([attempt("one", "two"), attempt("two")])).toEqual([
      "of two",
      "more of two",
      "of all",
      "of one",
    ]);
  });

  it("follows the order of the checks where several failed", () => {
    expect(climb([attempt("one", "two")])).toEqual(["of one", "of two", "more of two", "of all"]);
  });

  it("goes on with what fails now, when an attempt comes between two hints", () => {
    const events = [attempt("two"), shown(2), attempt("one")];
    expect(nextHint(hints, events, "mean").text).toBe("of one");
  });

  it("counts how many are left, and knows the check", () => {
    expect(nextHint(hints, [attempt("two"), shown(2)], "mean")).toEqual({
      text: "more of two",
      index: 3,
      check: "two",
      left: 2,
      isNew: true,
    });
  });

  it("shows the one that came last again when there is none left", () => {
    const events = [0, 1, 3, 2].map((index) => shown(index));
    expect(nextHint(hints, events, "mean")).toMatchObject({ text: "of two", left: 0, isNew: false });
  });

  it("does not count hints of other lessons", () => {
    expect(nextHint(hints, [shown(0, "spread")], "mean").text).toBe("of all");
  });

  it("says so when a lesson has none", () => {
    expect(nextHint([], [attempt("one")], "mean")).toMatchObject({
      text: "This lesson has no hints.",
      left: 0,
      isNew: false,
    });
  });

  it("still gives hints when an author has taken some away that were shown", () => {
    expect(nextHint(hints.slice(0, 1), [shown(3)], "mean").text).toBe("of all");
    expect(nextHint(hints.slice(0, 1), [shown(0), shown(3)], "mean").isNew).toBe(false);
  });
});
