import { mkdirSync, rmdirSync, rmSync, utimesSync } from "node:fs";

import { describe, expect, it } from "vitest";

import type { Verdict } from "../../src/judge/verdict.ts";
import { answers, exercise } from "./support/answers.ts";
import { start } from "./support/run.ts";
import { temporaryCourse } from "./support/temporary-course.ts";

const course = await temporaryCourse();

async function verdictOf(...args: string[]): Promise<Verdict> {
  const { stdout } = await course.groundwork("grade", ...args, "--json");
  return JSON.parse(stdout);
}

describe("the verdict", () => {
  it("ends with 1 on the starter, and says where to begin", async () => {
    const { code, stdout } = await course.groundwork("grade", "6");
    expect(code).toBe(1);
    expect(stdout).toMatch(/Lesson 6, Put features on one scale, on wine +0 of 10 points/);
    expect(stdout).toContain("Nothing is written yet. Begin with fitStandardScaler in exercise.ts.");
  });

  it("ends with 0 on the solution of lesson 6", async () => {
    const starter = course.read("lessons/06-normalization/exercise.ts");
    course.write("lessons/06-normalization/exercise.ts", course.read("lessons/06-normalization/solution.ts"));
    const { code, stdout } = await course.groundwork("grade", "6");
    course.write("lessons/06-normalization/exercise.ts", starter);
    expect(stdout).toContain("10 of 10 points");
    expect(code).toBe(0);
  });

  it("shows the smallest input, the mistake that was made, and the next step", async () => {
    course.write(exercise, answers.oneTooMany);
    const { code, stdout } = await course.groundwork("grade", "90");
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ meanOf adds up and divides +0 of 2/);
    expect(stdout).toMatch(/meanOf\(\[-?1\]\)\n +gave -?0\.5/);
    expect(stdout).toContain("You divide by one number more than there are.");
    expect(stdout).toContain("Next: what is the mean of the single number 4?");
    expect(stdout).toMatch(/✓ rangeOf subtracts the smallest from the largest +1 of 1/);
  });

  it("is one line of JSON with --json, whatever the answer printed", async () => {
    course.write(exercise, `console.log("{}\\n");\n${answers.wrongRange}`);
    const { stdout, code } = await course.groundwork("grade", "90", "--json");
    expect(code).toBe(1);
    expect(stdout.trimEnd()).not.toContain("\n");
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      points: 2,
      outOf: 3,
      passed: false,
      dataset: "wine",
    });
  });

  it("shows what the answer printed as the learner's own, and keeps its control sequences from the terminal", async () => {
    course.write(exercise, `console.log("I am here\\x1b[2J");\n${answers.right}`);
    const { stdout } = await course.groundwork("grade", "90");
    expect(stdout).toMatch(/Your code printed:\n +I am here/);
    expect(stdout).not.toContain("\x1b");
  });

  it("shows a syntax error with the line and its neighbours, and gives no points", async () => {
    course.write(exercise, answers.right.replace("reduce((a, b)", "reduce((a, b"));
    const { code, stdout } = await course.groundwork("grade", "90");
    expect(code).toBe(1);
    expect(stdout).toContain("0 of 3 points");
    expect(stdout).toMatch(/Expected "\)"/);
    expect(stdout).toMatch(/^ *> 2 │.*reduce/m);
    expect(stdout).not.toContain(course.root);
  });

  it("shows a type error as a note that costs no points", async () => {
    course.write(exercise, `const text: string = 5;\n${answers.right}`);
    const { code, stdout } = await course.groundwork("grade", "90");
    expect(code).toBe(0);
    expect(stdout).toContain("3 of 3 points");
    expect(stdout).toMatch(
      /it costs no points:\n +line 1, column 7: Type 'number' is not assignable to type/,
    );
  });

  it("points at the learner's line when the answer throws", async () => {
    course.write(
      exercise,
      answers.right.replace("  return Math", '  throw new Error("not today");\n  return Math'),
    );
    const { stdout } = await course.groundwork("grade", "90");
    expect(stdout).toContain("not today");
    expect(stdout).toMatch(/^ *> 5 │.*throw new Error/m);
    expect(stdout).not.toMatch(/\bat .*(src|\.groundwork)\//);
  });
});

describe("the request", () => {
  it.each([
    "90",
    "090",
    "middle",
    "90-middle",
    exercise,
    `./${exercise}`,
    `${course.root}/${exercise}`,
    "lessons/90-middle",
    "lessons\\90-middle\\exercise.ts",
  ])("names a lesson as %s", async (name) => {
    expect((await verdictOf(name)).lesson.number).toBe(90);
  });

  it("takes the exercise that was saved last when it names none", async () => {
    course.write("lessons/06-normalization/exercise.ts", course.read("lessons/06-normalization/exercise.ts"));
    utimesSync(course.path(exercise), new Date(), new Date(Date.now() - 60_000));
    expect((await verdictOf()).lesson.number).toBe(6);
    utimesSync(course.path(exercise), new Date(), new Date(Date.now() + 60_000));
    expect((await verdictOf()).lesson.number).toBe(90);
  });

  it("draws the same inputs again with --seed", async () => {
    course.write(exercise, answers.wrongTwice);
    const [once, again] = [await verdictOf("90", "--seed", "7"), await verdictOf("90", "--seed", "7")];
    expect(once.seed).toBe(7);
    expect({ ...again, milliseconds: 0 }).toEqual({ ...once, milliseconds: 0 });
  });

  it("grades on another data set", async () => {
    expect((await verdictOf("90", "--dataset", "tiny")).dataset).toBe("tiny");
  });

  it.each([
    [["66"], "There is no lesson 66.", "Did you mean 6, normalization?"],
    [["normalisation"], 'There is no lesson "normalisation".', "Did you mean 6, normalization?"],
    [["../06-normalizatoin"], "There is no lesson", "`npm run lesson` lists the lessons."],
    [["13"], "Lesson 13, bayes, is not written yet.", "`npm run lesson`"],
    [["6", "--dataset", "wien"], 'There is no data set "wien".', 'Did you mean "wine"?'],
    [["6", "--dataset", "../wine"], 'There is no data set "../wine".', "tiny, wine"],
    [["6", "--dataset", "tiny"], "tiny is for exploration", "These fit lesson 6: wine."],
    [["6", "--jsn"], "Unknown option '--jsn'.", "Did you mean --json?"],
    [["6", "--seed", "many"], "A whole number from 0 to 2147483647 is needed.", "npm run grade -- --help"],
    [["6", "90"], "Too many arguments", "npm run grade -- --help"],
    [["6", "--dataset"], "'--dataset <name>' argument missing", "npm run grade -- --help"],
  ])("ends with 2 and says what to do: grade %j", async (args, message, hint) => {
    const { code, stdout, stderr } = await course.groundwork("grade", ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
  });

  it.each([
    [["66"], "unknown-lesson"],
    [["6", "--dataset", "tiny"], "does-not-fit"],
    [["6", "--seed", "many"], "usage"],
  ])("is answered in JSON too when it is wrong: grade %j", async (args, problem) => {
    const { code, stdout, stderr } = await course.groundwork("grade", ...args, "--json");
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(JSON.parse(stdout).problem.code).toBe(problem);
  });

  it("says so when the exercise can't be read", async () => {
    rmSync(course.path(exercise));
    mkdirSync(course.path(exercise));
    const { code, stderr } = await course.groundwork("grade", "90");
    rmdirSync(course.path(exercise));
    expect(code).toBe(2);
    expect(stderr).toContain("cannot be read: a folder has that name.");
    await course.groundwork("reset", "90");
  });

  it("says how to get an exercise back that is not there", async () => {
    rmSync(course.path(exercise));
    const { code, stderr } = await course.groundwork("grade", "90");
    expect(code).toBe(2);
    expect(stderr).toContain("`npm run reset 90` writes the starter again.");
    await course.groundwork("reset", "90");
    expect((await course.groundwork("grade", "90")).code).toBe(1);
  });
});

it("has the attempt in the log before the verdict is printed", async () => {
  course.write(exercise, answers.wrongRange);
  const before = course.events().length;
  const child = start(process.execPath, [course.path("src/launch.mjs"), "grade", "90"], {
    cwd: course.root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout?.once("data", resolve));
  child.kill("SIGKILL");
  const events = course.events();
  expect(events.length).toBe(before + 1);
  expect(events.at(-1)).toMatchObject({
    kind: "attempt",
    lesson: "middle",
    points: 2,
    code: answers.wrongRange,
  });
});
