import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { describe, expect, it } from "vitest";

import { readLessons } from "../src/course/course.ts";
import { temporaryCourse } from "./cli/support/temporary-course.ts";

const root = resolve(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

/** What README.md shows of a command: "```text grade 6". */
function shownOf(command: string): string {
  const [, text = ""] = readme.split(`\`\`\`text ${command}\n`);
  return text.slice(0, text.indexOf("```")).trimEnd();
}

describe("what README.md shows", async () => {
  const course = await temporaryCourse();

  it("of a lesson is what the lesson shows", async () => {
    const { stdout } = await course.groundwork("lesson", "6", "--no-input");
    expect(shownOf("lesson 6")).toContain("proline");
    // On a page the bar of a hundred percent may be longer by its last cells.
    expect(withoutBars(stdout)).toContain(withoutBars(shownOf("lesson 6")));
  });

  it("of a check that failed is what the learner sees", async () => {
    const starter = course.read("lessons/06-normalization/exercise.ts");
    const [, body = ""] = readFileSync(
      join(root, "lessons/06-normalization/mistakes/sample-deviation.ts"),
      "utf8",
    ).split("export function fitStandardScaler(X: number[][]): StandardScaler {");
    const [before = "", after = ""] = starter.split(
      "export function fitStandardScaler(X: number[][]): StandardScaler {",
    );
    const rest = after.slice(after.indexOf("\n}") + 2);
    course.write(
      "lessons/06-normalization/exercise.ts",
      `${before}export function fitStandardScaler(X: number[][]): StandardScaler {${body.trimEnd()}${rest}`,
    );
    const { stdout } = await course.groundwork("grade", "6", "--seed", "933387099");
    expect(stdout).toContain(shownOf("grade 6"));
  });
});

function withoutBars(text: string): string {
  return text.replace(/█+/g, "█");
}

describe("the table of the course", () => {
  it.each(readLessons(root).filter(({ number }) => number <= 12))("has lesson $number as it is", (lesson) => {
    const folder = `lessons/${String(lesson.number).padStart(2, "0")}-${lesson.name}`;
    const row = readme.split("\n").find((line) => line.startsWith(`| ${lesson.number} | `));
    expect(row).toContain(`[${lesson.title}](${folder})`);
    expect(row?.endsWith(`| ${lesson.data.default} |`)).toBe(true);
    const starter = readFileSync(join(root, folder, "exercise.ts"), "utf8");
    const written = [...starter.matchAll(/^export (?:async )?function (\w+)[\s\S]*?^}/gm)];
    const todo = written.filter(([text]) => text.includes("Not written yet")).map(([, name]) => name);
    const named = [...(row ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(todo.toSorted());
  });
});
