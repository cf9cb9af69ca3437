import { expect, it } from "vitest";

import { answers, exercise } from "./support/answers.ts";
import { start } from "./support/run.ts";
import { temporaryCourse } from "./support/temporary-course.ts";

const controlSequence = "\x1b";
const course = await temporaryCourse();

it("shows the map: what is being written, and what is new", async () => {
  const fresh = await temporaryCourse();
  const { stdout, code } = await fresh.groundwork("lesson");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ {3}6 {2}Put features on one scale {2,}new$/m);
  expect(stdout).toMatch(/^ {2}90 {2}The middle of a column {2,}new$/m);
  expect(stdout).toMatch(/^Part II: .* {2,}9 lessons, being written$/m);
  expect(stdout.trimEnd()).toMatch(/Next: lesson 1, .*\n {2}npm run lesson 1$/);
});

it("shows on the map what is begun and what is passed, with the score, and says what comes next", async () => {
  const fresh = await temporaryCourse();
  await fresh.groundwork("lesson", "90");
  expect((await fresh.groundwork("lesson")).stdout).toMatch(/^ {2}90 .* begun$/m);
  fresh.write(exercise, answers.wrongRange);
  await fresh.groundwork("grade", "90");
  const begun = await fresh.groundwork("lesson");
  expect(begun.stdout).toMatch(/^ {2}90 .* 2 of 3 {2}begun$/m);
  expect(begun.stdout.trimEnd()).toMatch(/go on with lesson 90, .*\n {2}npm run watch 90$/);
  fresh.write(exercise, answers.right);
  await fresh.groundwork("grade", "90");
  const passed = await fresh.groundwork("lesson");
  expect(passed.stdout).toMatch(/^ {2}90 .* 3 of 3 {2}passed$/m);
  expect(passed.stdout.trimEnd()).toMatch(/Next: lesson 1, .*\n {2}npm run lesson 1$/);
});

it("prints the map as one line of JSON", async () => {
  const { stdout } = await course.groundwork("lesson", "--json");
  expect(stdout.trimEnd()).not.toContain("\n");
  const places = JSON.parse(stdout).parts.flatMap((part: { places: object[] }) => part.places);
  expect(places).toContainEqual(
    expect.objectContaining({ number: 6, id: "normalization", title: "Put features on one scale" }),
  );
  expect(places).toContainEqual(expect.objectContaining({ number: 13, state: "planned" }));
});

it("prints a lesson whole to a pipe, from its title to the file to edit and the next command", async () => {
  const { stdout, stderr, code } = await course.groundwork("lesson", "6");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^\nLesson 6: Put features on one scale\n/);
  expect(stdout).toContain("178 rows");
  expect(stdout).not.toContain("Enter for more");
  expect(stdout).toContain("open lessons/06-normalization/exercise.ts");
  expect(stdout.trimEnd()).toMatch(/: npm run grade 6\nOr on each save: npm run watch 6\n/);
});

it("prints a question with its answer folded in, and a step with its code and what it gives", async () => {
  const { stdout } = await course.groundwork("lesson", "90");
  expect(stdout).toContain("  1. 5\n     That would be beer.\n▸ 2. 13\n     Wines have 11 to 15 percent.");
  expect(stdout).toContain("export function firstColumn({ table }: Stage): string {");
  expect(stdout).toContain("alcohol is 13.0 in the middle.");
  expect(stdout).toContain("What does a mean leave out?\n\nHow far apart the numbers are.");
});

it("runs the steps on another data set", async () => {
  const { stdout } = await course.groundwork("lesson", "90", "--dataset", "tiny");
  expect(stdout).toContain("length is 3.0 in the middle.");
});

it("prints a lesson as one line of JSON: text, steps with code and results, questions", async () => {
  const { stdout } = await course.groundwork("lesson", "90", "--json");
  expect(stdout.trimEnd()).not.toContain("\n");
  const { lesson, dataset, blocks, exercise: file } = JSON.parse(stdout);
  expect({ id: lesson.id, dataset, file }).toEqual({ id: "middle", dataset: "wine", file: exercise });
  expect(blocks.map(({ kind }: { kind: string }) => kind)).toEqual([
    "prose",
    "predict",
    "step",
    "prose",
    "recall",
  ]);
  expect(blocks[1].options.map(({ right }: { right: boolean }) => right)).toEqual([false, true]);
  expect(blocks[2]).toMatchObject({ name: "firstColumn", results: ["alcohol is 13.0 in the middle."] });
});

it("keeps every line within 80 cells where there is no terminal", async () => {
  const { stdout } = await course.groundwork("lesson", "6");
  expect(stdout.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
});

it.each([["lesson"], ["lesson", "6"], ["grade", "6"], ["hint", "6"]])(
  "writes no colours and no other control sequences into a pipe: %s %s",
  async (...args) => {
    const { stdout, stderr } = await course.groundwork(...args);
    expect(stdout + stderr).not.toContain(controlSequence);
  },
);

it("ends quietly when nobody reads on, as in `lesson 6 | head -1`", async () => {
  const child = start(process.execPath, [course.path("src/launch.mjs"), "lesson", "6"], {
    cwd: course.root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let complaints = "";
  child.stderr?.on("data", (text) => {
    complaints += text;
  });
  child.stdout?.destroy();
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect({ code, complaints }).toEqual({ code: 0, complaints: "" });
});

it("says of a lesson that is planned that it is not written yet, and names a near one for a wrong name", async () => {
  const planned = await course.groundwork("lesson", "13");
  expect(planned).toMatchObject({ code: 2, stdout: "" });
  expect(planned.stderr).toMatch(/^Lesson 13, bayes, is not written yet\.\n/);
  const misspelt = await course.groundwork("lesson", "normalisation");
  expect(misspelt.code).toBe(2);
  expect(misspelt.stderr).toContain("Did you mean 6, normalization?");
});
