import { describe, expect, it } from "vitest";

import type { LessonEvent } from "../../src/course/events.ts";
import {
  answersUntilSolution,
  maySeeSolution,
  nextThing,
  type Progress,
  progressOf,
} from "../../src/course/progress.ts";
import { anAttempt } from "./an-attempt.ts";

const day = (number: number) => `2026-11-${String(number).padStart(2, "0")}T12:00:00.000Z`;

function attempt(changes: Parameters<typeof anAttempt>[0] = {}, code = "a"): LessonEvent {
  return Object.freeze({ v: 1 as const, ...anAttempt(changes), sha256: code.repeat(64), code: undefined });
}

const passed = [{ id: "of one number", status: "passed" as const, points: 10 }];
const pass = (changes = {}) => attempt({ points: 10, checks: passed, ...changes });
const opened = (lesson: string, at = day(1)): LessonEvent =>
  Object.freeze({ v: 1, kind: "opened", at, lesson });
const hint = (index: number, check = "of many numbers"): LessonEvent =>
  Object.freeze({ v: 1, kind: "hint", at: day(2), lesson: "mean", check, index });

describe("progressOf", () => {
  it("is new before the first event, whatever happened in other lessons", () => {
    const progress = progressOf(Object.freeze([opened("spread"), pass({ lesson: "spread" })]), "mean");
    expect(progress).toEqual({
      state: "new",
      points: 0,
      outOf: 0,
      attempts: 0,
      failedChecks: [],
      hintsUsed: 0,
      passedAt: undefined,
      lastAt: undefined,
    });
  });

  it("is begun once the lesson was opened", () => {
    expect(progressOf([opened("mean")], "mean")).toMatchObject({
      state: "begun",
      attempts: 0,
      lastAt: day(1),
    });
  });

  it("has the best attempt's points and the last attempt's failed checks", () => {
    const checks = ["passed", "failed", "timeout", "skipped"] as const;
    const events = [
      attempt({ points: 2 }),
      attempt({ points: 6 }),
      attempt({ points: 4, checks: checks.map((status) => ({ id: `was ${status}`, status, points: 0 })) }),
    ];
    expect(progressOf(Object.freeze(events), "mean")).toMatchObject({
      state: "begun",
      points: 6,
      outOf: 10,
      attempts: 3,
      failedChecks: ["was failed", "was timeout", "was skipped"],
    });
  });

  it("takes the greatest share of the points as the best, for a lesson's points may change", () => {
    const events = [attempt({ points: 4, outOf: 5 }), attempt({ points: 6, outOf: 10 })];
    expect(progressOf(events, "mean")).toMatchObject({ points: 4, outOf: 5 });
  });

  it("stays passed, from the first time that all points were reached", () => {
    const events = [
      attempt({ at: day(1) }),
      pass({ at: day(2) }),
      pass({ at: day(3) }),
      attempt({ at: day(4) }),
    ];
    expect(progressOf(events, "mean")).toMatchObject({
      state: "passed",
      points: 10,
      passedAt: day(2),
      lastAt: day(4),
      failedChecks: ["of many numbers"],
    });
  });

  it("is no pass without points, or with a check that did not pass", () => {
    expect(progressOf([pass({ points: 0, outOf: 0 })], "mean").state).toBe("begun");
    expect(progressOf([attempt({ points: 10 })], "mean").state).toBe("begun");
  });

  it("counts each hint once, however often it was shown", () => {
    const events = [hint(0), hint(1), hint(0), hint(0, "of one number")];
    expect(progressOf(events, "mean").hintsUsed).toBe(3);
  });

  it("is not confused by an id such as __proto__", () => {
    expect(progressOf([opened("mean")], "__proto__").state).toBe("new");
    expect(progressOf([opened("__proto__")], "__proto__").state).toBe("begun");
  });
});

describe("nextThing", () => {
  const lessons = Object.freeze(["mean", "spread", "extra"].map((id) => Object.freeze({ id })));
  const nextAfter = (...events: LessonEvent[]) =>
    nextThing(lessons, new Map<string, Progress>(lessons.map(({ id }) => [id, progressOf(events, id)])));

  it("is the first lesson at the start, also without any progress at hand", () => {
    expect(nextAfter()).toEqual({ kind: "start", lesson: { id: "mean" } });
    expect(nextThing(lessons, new Map())).toEqual({ kind: "start", lesson: { id: "mean" } });
  });

  it("is the lesson that was begun, before any that is new", () => {
    expect(nextAfter(opened("extra"))).toEqual({ kind: "continue", lesson: { id: "extra" } });
  });

  it("is the one worked on last, when several were begun", () => {
    const events = [opened("extra", day(1)), opened("spread", day(3)), opened("mean", day(2))];
    expect(nextAfter(...events)).toEqual({ kind: "continue", lesson: { id: "spread" } });
  });

  it("is the first new lesson after those that are passed", () => {
    expect(nextAfter(pass(), pass({ lesson: "extra" }))).toEqual({ kind: "start", lesson: { id: "spread" } });
  });

  it("is nothing when all are passed", () => {
    expect(nextAfter(...lessons.map(({ id }) => pass({ lesson: id })))).toEqual({ kind: "done" });
    expect(nextThing([], new Map())).toEqual({ kind: "done" });
  });
});

describe("maySeeSolution", () => {
  it("needs three answers that differ", () => {
    const events = ["a", "a", "b", "b", "b"].map((code) => attempt({}, code));
    expect(maySeeSolution(events, "mean")).toBe(false);
    expect(answersUntilSolution(events, "mean")).toBe(1);
    expect(maySeeSolution([...events, attempt({}, "c")], "mean")).toBe(true);
    expect(answersUntilSolution([...events, attempt({}, "c"), attempt({}, "d")], "mean")).toBe(0);
  });

  it("is given at once by a pass", () => {
    expect(maySeeSolution([pass(), attempt()], "mean")).toBe(true);
  });

  it("does not count a starter in which nothing is written, nor another lesson's answers", () => {
    const todo = [
      { id: "a", status: "todo" as const, points: 0 },
      { id: "b", status: "skipped" as const, points: 0 },
    ];
    const events = ["a", "b", "c"].flatMap((code) => [
      attempt({ checks: todo }, code),
      attempt({ lesson: "spread" }, code),
    ]);
    expect(answersUntilSolution(events, "mean")).toBe(3);
  });
});
