import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { answers, exercise } from "./support/answers.ts";
import { temporaryCourse } from "./support/temporary-course.ts";

describe("hint", () => {
  it("gives one more each time, first those for what failed last, and then the last one again", async () => {
    const course = await temporaryCourse();
    course.write(exercise, answers.wrongRange);
    await course.groundwork("grade", "90");
    const first = await course.groundwork("hint", "90");
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toContain("The largest number may be the first.");
    expect(first.stdout).toContain("2 more: npm run hint 90");
    expect((await course.groundwork("hint", "90")).stdout).toContain("Write down three numbers");
    const third = await course.groundwork("hint", "90");
    expect(third.stdout).toContain("A mean is a sum");
    expect(third.stdout).toContain("That was the last one.");
    const fourth = await course.groundwork("hint", "90");
    expect(fourth.stdout).toContain("A mean is a sum");
    expect(fourth.stdout).toContain("npm run solution 90 anyway");
    expect(course.events().filter(({ kind }) => kind === "hint").length).toBe(3);
  });

  it("is one line of JSON with --json", async () => {
    const course = await temporaryCourse();
    const { stdout } = await course.groundwork("hint", "90", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      text: "Write down three numbers, and work it out by hand.",
      left: 2,
    });
  });
});

describe("solution", () => {
  it("is locked before three different answers, whatever is graded twice, and says what helps", async () => {
    const course = await temporaryCourse();
    course.write(exercise, answers.wrongTwice);
    await course.groundwork("grade", "90");
    await course.groundwork("grade", "90");
    const locked = await course.groundwork("solution", "90");
    expect(locked).toMatchObject({ code: 2, stdout: "" });
    expect(locked.stderr).toContain("after 2 more different answers");
    expect(locked.stderr).toContain("`npm run hint 90` helps");
    expect(locked.stderr).toContain("`npm run solution 90 anyway` shows it now.");
    for (const answer of [answers.wrongRange, answers.oneTooMany]) {
      course.write(exercise, answer);
      await course.groundwork("grade", "90");
    }
    expect((await course.groundwork("solution", "90")).code).toBe(0);
  });

  it("is a diff of the learner's text and ours after a pass, without our markers", async () => {
    const course = await temporaryCourse();
    course.write(exercise, answers.right);
    await course.groundwork("grade", "90");
    const { code, stdout } = await course.groundwork("solution", "90");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^-export function meanOf\(values: number\[\]\) \{$/m);
    expect(stdout).toMatch(/^\+export function meanOf\(values: number\[\]\): number \{$/m);
    expect(stdout).not.toContain("// answer:");
    expect(course.events().at(-1)).toMatchObject({ kind: "solution-shown", lesson: "middle" });
  });

  it.each(["anyway", "--anyway"])("is shown at once with %s", async (word) => {
    const course = await temporaryCourse();
    const { code, stdout } = await course.groundwork("solution", "90", word);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\+.*reduce/m);
  });
});

describe("reset and undo", () => {
  it("writes the starter, keeps the learner's text whole, and prints the command that brings it back", async () => {
    const course = await temporaryCourse();
    const starter = course.read(exercise);
    course.write(exercise, answers.wrongRange);
    const reset = await course.groundwork("reset", "90");
    expect(reset).toMatchObject({ code: 0, stderr: "" });
    expect(reset.stdout).toContain("To have it back: npm run undo 90");
    expect(course.read(exercise)).toBe(starter);
    const [kept = ""] = readdirSync(course.path(".groundwork/kept/middle"));
    expect(reset.stdout).toContain(kept);
    expect(course.read(`.groundwork/kept/middle/${kept}`)).toBe(answers.wrongRange);
    const undo = await course.groundwork("undo", "90");
    expect(undo.stdout).toMatch(/^lessons\/90-middle\/exercise\.ts is your text of .*\d\d:\d\d again\.\n/);
    expect(course.read(exercise)).toBe(answers.wrongRange);
    expect((await course.groundwork("undo", "90")).stdout).toContain("is the starter again.");
    expect(course.read(exercise)).toBe(starter);
  });

  it("undoes an undo, so that both texts stay within reach", async () => {
    const course = await temporaryCourse();
    course.write(exercise, answers.wrongRange);
    await course.groundwork("reset", "90");
    course.write(exercise, answers.oneTooMany);
    await course.groundwork("undo", "90");
    expect(course.read(exercise)).toBe(answers.wrongRange);
    await course.groundwork("undo", "90");
    expect(course.read(exercise)).toBe(answers.oneTooMany);
  });

  it("says so when there is nothing to keep, and nothing to bring back", async () => {
    const course = await temporaryCourse();
    expect((await course.groundwork("reset", "90")).stdout).toContain("nothing of yours in it to keep");
    const undo = await course.groundwork("undo", "90");
    expect(undo).toMatchObject({ code: 2, stdout: "" });
    expect(undo.stderr).toContain("Nothing is kept");
  });
});

describe("course derive", () => {
  it("writes each starter that differs from what its solution gives, and leaves the others alone", async () => {
    const course = await temporaryCourse();
    const starter = course.read(exercise);
    course.write(exercise, "something else\n");
    const { stdout } = await course.groundwork("course", "derive");
    expect(stdout).toContain("lessons/90-middle/exercise.ts: written");
    expect(stdout).toContain("lessons/06-normalization/exercise.ts: as it was");
    expect(course.read(exercise)).toBe(starter);
  });
});

describe("help", async () => {
  const course = await temporaryCourse();

  it.each([
    "lesson",
    "grade",
    "watch",
    "hint",
    "solution",
    "reset",
    "undo",
    "course",
    "course derive",
    "test",
  ])("has an example for %s, in at most 80 columns", async (command) => {
    const { code, stdout } = await course.groundwork(...command.split(" "), "--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(/\nExamples?:\n {2}npm /);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("lists the commands when none is given, and says how to begin", async () => {
    const { code, stdout } = await course.groundwork();
    expect(code).toBe(0);
    expect(stdout).toContain("npm run lesson 6");
    expect(stdout).toContain("grade your exercise");
  });

  it("is near when a command is misspelt", async () => {
    const { code, stderr } = await course.groundwork("garde", "6");
    expect(code).toBe(2);
    expect(stderr).toBe(
      "Unknown command 'garde'.\nDid you mean grade? `npx groundwork help` shows what there is.\n",
    );
  });
});

it("writes a fault of ours into a file and shows the learner no stack", async () => {
  const course = await temporaryCourse();
  const source = course.read("src/course/hints.ts");
  course.write(
    "src/course/hints.ts",
    source.replace("const { failedChecks }", 'throw new Error("a fault of ours");\n$&'),
  );
  const { code, stdout, stderr } = await course.groundwork("hint", "90");
  expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  expect(stderr).toContain(".groundwork/fault.txt");
  expect(stderr).not.toMatch(/^ +at /m);
  const report = readFileSync(course.path(".groundwork/fault.txt"), "utf8");
  expect(report).toContain("hint 90");
  expect(report).toMatch(/a fault of ours\n +at /);
});
