import { readdirSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import { describe, expect, it, vi } from "vitest";

import { answers, exercise } from "./support/answers.ts";
import { processesWith } from "./support/processes.ts";
import { hasTerminals, openTerminal } from "./support/pseudo-terminal.ts";
import { temporaryCourse } from "./support/temporary-course.ts";
import { startWatching } from "./support/watching.ts";

const waysToSave: Record<string, (file: string, text: string) => unknown> = {
  "in place": writeFileSync,
  "by a rename over the file, as VS Code's atomic save does": (file, text) => {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  },
  "beside a backup, as vim does": (file, text) => {
    renameSync(file, `${file}~`);
    writeFileSync(file, text);
    rmSync(`${file}~`);
  },
  "deleted first, and written again": async (file, text) => {
    rmSync(file);
    await sleep(30);
    writeFileSync(file, text);
  },
  "emptied first, and written a moment later": async (file, text) => {
    truncateSync(file);
    await sleep(30);
    writeFileSync(file, text, { flag: "r+" });
  },
};

describe.each([["with events"], ["with --poll", "--poll"]])("watch --json, %s", (_name, ...options) => {
  it("prints a verdict at the start and one for each save, however it is made", async () => {
    const course = await temporaryCourse();
    const watching = startWatching(course, "90", ...options);
    expect((await watching.next()).points).toBe(0);
    for (const [way, save] of Object.entries(waysToSave)) {
      for (const [text, points] of [
        [answers.wrongRange, 2],
        [answers.oneTooMany, 1],
      ] as const) {
        await save(course.path(exercise), text);
        expect((await watching.next()).points, way).toBe(points);
      }
    }
  });

  it("grades the last of two saves that are 5 ms apart, always", async () => {
    const course = await temporaryCourse();
    const watching = startWatching(course, "90", ...options);
    await watching.next();
    for (let turn = 0; turn < 8; turn++) {
      const [first, last, points] =
        turn % 2 === 0
          ? [answers.wrongRange, answers.oneTooMany, 1]
          : [answers.oneTooMany, answers.wrongRange, 2];
      course.write(exercise, first);
      await sleep(5);
      course.write(exercise, last);
      while ((await watching.next()).points !== points);
    }
  });
});

describe("watch", () => {
  it("lets a new save overtake an answer that never comes back, and writes down only the one that was graded", async () => {
    const course = await temporaryCourse();
    const watching = startWatching(course, "90");
    await watching.next();
    course.write(exercise, answers.endless);
    await sleep(500);
    course.write(exercise, answers.right);
    expect((await watching.next()).points).toBe(3);
    const graded = course.events().flatMap((event) => (event.kind === "attempt" ? [event.code] : []));
    expect(graded).toContain(answers.right);
    expect(graded).not.toContain(answers.endless);
  });

  it("grades again when a file is saved unchanged", async () => {
    const course = await temporaryCourse();
    course.write(exercise, answers.wrongRange);
    const watching = startWatching(course, "90");
    const first = await watching.next();
    utimesSync(course.path(exercise), new Date(), new Date(Date.now() + 5_000));
    const second = await watching.next();
    expect([first.points, second.points]).toEqual([2, 2]);
    expect(second.seed).not.toBe(first.seed);
  });

  it("waits for an exercise that is not there, and says how to get it", async () => {
    const course = await temporaryCourse();
    rmSync(course.path(exercise));
    const watching = startWatching(course, "90");
    await vi.waitFor(() => expect(watching.complaints()).toContain("npm run reset 90"), 10_000);
    course.write(exercise, answers.right);
    expect((await watching.next()).points).toBe(3);
  });

  it("goes on after a syntax error", async () => {
    const course = await temporaryCourse();
    course.write(exercise, "export function (");
    const watching = startWatching(course, "90");
    expect((await watching.next()).trouble?.line).toBe(1);
    course.write(exercise, answers.right);
    expect((await watching.next()).passed).toBe(true);
  });

  it.skipIf(process.platform !== "linux").each(["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const)(
    "leaves no process behind when %s ends it, even one that runs in circles",
    async (signal) => {
      const course = await temporaryCourse();
      const watching = startWatching(course, "90");
      await watching.next();
      course.write(exercise, answers.endless);
      await sleep(300);
      expect(processesWith(course.root).length).toBeGreaterThan(1);
      await watching.end(signal);
      await vi.waitFor(() => expect(processesWith(course.root)).toEqual([]), 5_000);
    },
  );

  it("ends with 2 when there is no such lesson", async () => {
    const course = await temporaryCourse();
    expect(await course.groundwork("watch", "66")).toMatchObject({ code: 2, stdout: "" });
  });
});

describe.skipIf(!hasTerminals)("watch in a terminal", () => {
  it("shows each verdict on a clean screen, a hint at h, and ends at q", async () => {
    const course = await temporaryCourse();
    const session = openTerminal(course, ["watch", "90"]);
    await session.see("0 of 3 points");
    await session.see("h hint   n next lesson   q quit");
    course.write(exercise, answers.wrongRange);
    await session.see("2 of 3 points");
    await session.see("waiting for your next save");
    expect(session.raw().split("\x1b[2J").length).toBe(3);
    session.press("h");
    await session.see("The largest number may be the first.");
    session.press("q");
    expect(await session.ended()).toEqual({ code: 1, isSane: true });
  });

  it("goes on to the next lesson at n, and stays where there is none", async () => {
    const course = await temporaryCourse();
    const between = readdirSync(course.path("lessons")).filter((name) => /^(0[7-9]|1\d)-/.test(name));
    for (const name of between) rmSync(course.path(`lessons/${name}`), { recursive: true });
    const session = openTerminal(course, ["watch", "6"]);
    await session.see("Lesson 6,");
    await session.see("q quit");
    session.press("n");
    await session.see("Lesson 90,");
    await session.see("q quit");
    session.press("n");
    await session.see("That was the last lesson that is written.");
    course.write(exercise, answers.right);
    await session.see("3 of 3 points");
    session.press("\x03");
    expect(await session.ended()).toEqual({ code: 0, isSane: true });
  });

  it.skipIf(process.platform !== "linux")("ends when its window is closed", async () => {
    const course = await temporaryCourse();
    const session = openTerminal(course, ["watch", "90"]);
    await session.see("q quit");
    session.close();
    await vi.waitFor(() => expect(processesWith(course.root)).toEqual([]), 10_000);
  });
});
