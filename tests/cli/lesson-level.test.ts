import { existsSync, readdirSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { answers, exercise } from "./support/answers.ts";
import { temporaryCourse } from "./support/temporary-course.ts";

const kept = ".groundwork/kept/middle";

describe("lesson --level", () => {
  it("writes the exercise with gaps, and says what to do and how it is graded", async () => {
    const course = await temporaryCourse();
    const { code, stdout, stderr } = await course.groundwork("lesson", "90", "--level", "gaps");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/exercise\.ts is now\sthe solution with gaps/);
    expect(stdout).toContain("npm run grade 90");
    expect(course.read(exercise)).toContain("values.reduce((sum, value) => ___, 0)");
    expect(existsSync(course.path(kept)) ? readdirSync(course.path(kept)) : []).toEqual([]);
  });

  it("has the same grade at every level", async () => {
    const course = await temporaryCourse();
    for (const level of ["parsons", "gaps", "blank"]) {
      await course.groundwork("lesson", "90", "--level", level);
      const { stdout } = await course.groundwork("grade", "90", "--json");
      expect(JSON.parse(stdout)).toMatchObject({
        points: 0,
        outOf: 3,
        typeNotes: [],
        checks: [{ status: "todo" }, { status: "todo" }],
      });
    }
  });

  it("keeps what the learner wrote, and undo brings it back", async () => {
    const course = await temporaryCourse();
    course.write(exercise, answers.wrongRange);
    const { stdout } = await course.groundwork("lesson", "90", "--level", "parsons");
    const [name = "no file"] = readdirSync(course.path(kept));
    expect(stdout).toContain(name);
    expect(stdout).toContain("To have it back: npm run undo 90");
    expect(course.read(exercise)).toMatch(/^ {2}\/\/ return/m);
    await course.groundwork("undo", "90");
    expect(course.read(exercise)).toBe(answers.wrongRange);
  });

  it("asked again, leaves what was written since as it is, unless --anew says otherwise", async () => {
    const course = await temporaryCourse();
    await course.groundwork("lesson", "90", "--level", "gaps");
    const text = course.read(exercise);
    expect((await course.groundwork("lesson", "90", "--level", "gaps")).stdout).toContain(
      "level gaps already",
    );
    const begun = text.replace("=> ___", "=> sum + value");
    course.write(exercise, begun);
    const again = await course.groundwork("lesson", "90", "--level", "gaps");
    expect(again).toMatchObject({ code: 0, stderr: "" });
    expect(again.stdout).toContain("Nothing was changed.");
    expect(again.stdout).toContain("npm run lesson 90 -- --level gaps --anew");
    expect(course.read(exercise)).toBe(begun);
    await course.groundwork("lesson", "90", "--level", "gaps", "--anew");
    expect(course.read(exercise)).toBe(text);
    expect(readdirSync(course.path(kept)).map((name) => course.read(`${kept}/${name}`))).toEqual([begun]);
  });

  it("is one line of JSON with --json", async () => {
    const course = await temporaryCourse();
    const { stdout } = await course.groundwork("lesson", "90", "--level", "gaps", "--json");
    expect(JSON.parse(stdout)).toEqual({ lesson: "middle", level: "gaps", file: exercise, is: "written" });
  });

  it.each([
    [["90", "--level", "gap"], "Allowed choices are parsons, gaps, blank."],
    [["--level", "gaps"], "Name its lesson"],
    [["90", "--anew"], "Name the level"],
    [["90", "--level", "gaps", "--open"], "cannot be used with"],
  ])("refuses %j, and says what is missing", async (words, said) => {
    const course = await temporaryCourse();
    const before = course.read(exercise);
    const { code, stderr } = await course.groundwork("lesson", ...words);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(course.read(exercise)).toBe(before);
  });

  it("is offered at the end of a lesson", async () => {
    const course = await temporaryCourse();
    const { stdout } = await course.groundwork("lesson", "90", "--no-input");
    expect(stdout).toContain("npm run lesson 90 -- --level gaps");
    expect(stdout).toContain("npm run lesson 90 -- --level parsons");
  });
});
