import { createInterface } from "node:readline";

import { beforeAll, describe, expect, it, onTestFinished } from "vitest";

import { answers, exercise } from "./support/answers.ts";
import { hasTerminals, openTerminal } from "./support/pseudo-terminal.ts";
import { start } from "./support/run.ts";
import { type TemporaryCourse, temporaryCourse } from "./support/temporary-course.ts";

const patience = 60_000;

describe("course check of one small lesson, quickly", () => {
  let course: TemporaryCourse;
  beforeAll(async () => {
    course = await temporaryCourse();
  }, patience);

  it(
    "prints a table, and what is short with what to do about it",
    async () => {
      const { code, stdout, stderr } = await course.groundwork("course", "check", "90", "--quick");
      expect(stderr).toBe("");
      expect(stdout).toContain(
        "✗ lessons/90-middle/lesson.md: It has 1 predictions; a lesson has 2 at least.",
      );
      expect(stdout).toContain("Ask with :::predict what will happen, before a step shows it.");
      expect(stdout).toMatch(/✗ 90 middle +2 +3 +1\/1/);
      expect(code).toBe(1);
    },
    patience,
  );

  it(
    "prints a table in Markdown alone, and the rest beside it",
    async () => {
      const { code, stdout, stderr } = await course.groundwork(
        "course",
        "check",
        "90",
        "--quick",
        "--markdown",
      );
      const [header, ruler, row] = stdout.split("\n");
      expect(header).toBe("| lesson | checks | points | right | wrong | mutants | probes | data | s |");
      expect(ruler).toBe("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
      expect(row).toMatch(/^\| ✗ 90 middle \| 2 \| 3 \| {2}\| 1\/1 \| {2}\| {2}\| 1 \| \d+ \|$/);
      expect(stderr).toContain("It has 1 predictions");
      expect(code).toBe(1);
    },
    patience,
  );

  it(
    "proves again what has not passed, whether it changed or not",
    async () => {
      const { stdout, code } = await course.groundwork("course", "check", "90", "--quick", "--changed");
      expect(stdout).toContain("✗ 90 middle");
      expect(code).toBe(1);
    },
    patience,
  );
});

describe("course mistakes", () => {
  it(
    "puts two attempts and a mutant that do the same into one group, and leaves out what a mistake explains",
    async () => {
      const course = await temporaryCourse();
      for (const answer of [answers.oneTooMany, answers.wrongRange, answers.wrongRange]) {
        course.write(exercise, answer);
        await course.groundwork("grade", "90");
      }
      const { stdout, code } = await course.groundwork("course", "mistakes", "90", "--json");
      expect(code).toBe(0);
      const { behaviours } = JSON.parse(stdout);
      expect(behaviours[0]).toMatchObject({ times: 3, checks: ["range"] });
      const [mutant, attempt] = behaviours[0].programs;
      expect(mutant.from).toBe("a mutant, solution.ts:11");
      expect(attempt.code).toContain("Math.max(...values) + Math.min(...values)");
      expect(JSON.stringify(behaviours)).not.toContain("values.length + 1");
    },
    patience,
  );
});

describe("course watch", () => {
  it(
    "proves the lesson now, and again when a file in its folder is saved",
    async () => {
      const course = await temporaryCourse();
      const child = start(
        process.execPath,
        [course.path("src/launch.mjs"), "course", "watch", "90", "--json"],
        {
          cwd: course.root,
          stdio: ["ignore", "pipe", "inherit"],
        },
      );
      onTestFinished(() => void child.kill("SIGKILL"));
      if (!child.stdout) throw new Error("The watch has no output.");
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      const next = async (): Promise<string> => (await lines.next()).value ?? "";
      expect(await next()).not.toContain("is for median");
      const text = "lessons/90-middle/lesson.md";
      course.write(text, course.read(text).replace("for: range", "for: median"));
      expect(await next()).toContain("It is for median, which is no check.");
    },
    patience,
  );

  it.runIf(hasTerminals)(
    "says calmly what is short, and leaves the terminal as it was",
    async () => {
      const watching = openTerminal(await temporaryCourse(), ["course", "watch", "90"]);
      await watching.see("It has 1 predictions");
      await watching.see("waiting for your next save");
      watching.press("\x03");
      expect(await watching.ended()).toEqual({ code: 1, isSane: true });
    },
    patience,
  );
});
