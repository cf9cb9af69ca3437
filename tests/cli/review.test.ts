import { beforeAll, describe, expect, it } from "vitest";

import { appendEvent } from "../../src/course/attempts.ts";
import { anAttempt } from "../course/an-attempt.ts";
import { hasTerminals, openTerminal } from "./support/pseudo-terminal.ts";
import { type TemporaryCourse, temporaryCourse } from "./support/temporary-course.ts";

/** Passes lesson 90, so many days ago. */
function passMiddle(course: TemporaryCourse, daysAgo: number): void {
  const at = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  const checks = [{ id: "middle", status: "passed" as const, points: 10 }];
  appendEvent(course.root, anAttempt({ at, lesson: "middle", points: 10, outOf: 10, checks }));
}

describe("review", async () => {
  const fresh = await temporaryCourse();
  const course = await temporaryCourse();
  beforeAll(() => passMiddle(course, 2));

  it("says where questions come from as long as no lesson is passed", async () => {
    const { stdout, code } = await fresh.groundwork("review");
    expect(stdout).toContain("Questions come from lessons that you have passed");
    expect(code).toBe(0);
  });

  it("says when the next question comes while none is due", async () => {
    passMiddle(fresh, 0);
    expect((await fresh.groundwork("review")).stdout).toContain(
      "The next question, from lesson 90, comes tomorrow.",
    );
    expect((await fresh.groundwork("review", "--all")).stdout).toContain("What does a mean leave out?");
  });

  it("prints questions with their answers to a pipe, and writes nothing down", async () => {
    const { stdout } = await course.groundwork("review");
    expect(stdout).toContain("What does a mean leave out?");
    expect(stdout).toContain("How far apart the numbers are.");
    expect(course.events().filter(({ kind }) => kind === "review")).toEqual([]);
  });

  it.skipIf(!hasTerminals)(
    "asks first, shows the answer then, and writes down what was remembered",
    async () => {
      const session = openTerminal(course, ["review"]);
      await session.see("What does a mean leave out?");
      expect(session.shown()).not.toContain("How far apart");
      await session.see("1 to 2, or Enter to skip it: ");
      session.press("1\r");
      await session.see("How far apart the numbers are.");
      await session.see("Did you have it?");
      await session.see("Enter to leave it open: ");
      session.press("1\r");
      expect(await session.ended()).toEqual({ code: 0, isSane: true });
      expect(course.events().filter(({ kind }) => kind === "review")).toMatchObject([
        { lesson: "middle", recall: "one-number", remembered: true },
      ]);
      expect((await course.groundwork("review")).stdout).toContain("comes in 3 days");
    },
  );

  it.skipIf(!hasTerminals)("stops at Ctrl-C and writes nothing down", async () => {
    const session = openTerminal(course, ["review", "--all"]);
    await session.see("Enter to skip it: ");
    session.press("\x03");
    expect(await session.ended()).toEqual({ code: 0, isSane: true });
    expect(course.events().filter(({ kind }) => kind === "review").length).toBe(1);
  });
});
