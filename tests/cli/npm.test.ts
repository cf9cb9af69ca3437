import { expect, it } from "vitest";

import { run } from "./support/run.ts";
import { temporaryCourse } from "./support/temporary-course.ts";

const course = await temporaryCourse();
const settings = { npm_config_offline: "true", npm_config_update_notifier: "false" };

/** Through a shell, as a person gives it, and because npm is no program of its own on every system. */
function inShell(command: string) {
  const [shell, flag] = process.platform === "win32" ? ["cmd.exe", "/c"] : ["/bin/sh", "-c"];
  return run(shell, [flag, command], { cwd: course.root, env: settings });
}

function verdictIn(stdout: string) {
  const line = stdout.split("\n").find((each) => each.startsWith('{"version"')) ?? "null";
  const { lesson, dataset, seed } = JSON.parse(line);
  return { number: lesson.number, dataset, seed };
}

it.each([
  "npm run grade 90 --json --dataset tiny --seed 5",
  "npm run grade 90 --json --seed 5 --dataset tiny",
  "npm run grade 90 --dataset=tiny --seed=5 --json",
  "npm run grade 90 -- --json --dataset tiny --seed 5",
  "npm run grade -- 90 --json --dataset=tiny --seed=5",
])("takes options with `--` and without it: %s", async (command) => {
  const { stdout } = await inShell(command);
  expect(verdictIn(stdout)).toEqual({ number: 90, dataset: "tiny", seed: 5 });
});

it("takes --no-input without `--`", async () => {
  const { code, stdout } = await inShell("npm run lesson 90 --no-input");
  expect(code).toBe(0);
  expect(stdout).toContain("npm run watch 90");
});

it.each(["--figures out", "--figures=out"])("takes %s without `--`", async (words) => {
  const { code } = await inShell(`npm run lesson 90 ${words}`);
  expect(code).toBe(0);
  expect(course.read("out/index.html")).toContain("The middle of a column");
});

it("takes an exercise's path and gives npm the exit code", async () => {
  const { code, stdout } = await inShell("npm run grade ./lessons/90-middle/exercise.ts");
  expect(stdout).toContain("Lesson 90");
  expect(code).toBe(1);
  expect((await inShell("npm run grade 66")).code).toBe(2);
});

it("does the same as `npx groundwork`, without a network", async () => {
  const { code, stdout } = await inShell("npx groundwork lesson 90 --no-input");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\nLesson 90: The middle of a column/);
  expect(verdictIn((await inShell("npx groundwork grade 90 --json --seed 5 --dataset tiny")).stdout)).toEqual(
    {
      number: 90,
      dataset: "tiny",
      seed: 5,
    },
  );
});
