import { existsSync, readdirSync } from "node:fs";

import { beforeAll, describe, expect, it } from "vitest";

import { type TemporaryCourse, temporaryCourse } from "./support/temporary-course.ts";

describe("course new", () => {
  let course: TemporaryCourse;
  beforeAll(async () => {
    course = await temporaryCourse();
  });

  it("makes a lesson of which course check says nothing but what is still to be written", async () => {
    const made = await course.groundwork("course", "new", "bayes");
    expect(made).toMatchObject({ code: 0, stderr: "" });
    expect(made.stdout).toContain("lessons/13-bayes is made");
    expect(made.stdout).toContain("npm run course check 13");

    const check = await course.groundwork("course", "check", "13", "--json");
    const [proof] = JSON.parse(check.stdout);
    expect(proof).toMatchObject({ number: 13, id: "bayes", points: 10, faults: [] });
    const written = ["lesson.md", "demo.ts", "solution.ts", "checks.ts"];
    const todos = ["mistakes", "alternatives"].flatMap((name) =>
      readdirSync(course.path(`lessons/13-bayes/${name}`)).map((file) => `${name}/${file}`),
    );
    expect(new Set(proof.todos.map(({ file }: { file: string }) => file))).toEqual(
      new Set([...written, ...todos]),
    );
    expect(proof.todos.every(({ what }: { what: string }) => what.length > 20)).toBe(true);
    expect(check.code).toBe(1);
  });

  it("names what is left by file and line, and each part only until it is written", async () => {
    await course.groundwork("course", "new", "one-part", "--number", "70");
    const place = "lessons/70-one-part";
    for (const file of readdirSync(course.path(place), { recursive: true, encoding: "utf8" })) {
      if (!/\.(ts|md)$/.test(file)) continue;
      course.write(`${place}/${file}`, course.read(`${place}/${file}`).replaceAll("TODO: ", ""));
    }
    const text = course.read(`${place}/lesson.md`);
    course.write(`${place}/lesson.md`, text.replace("title: ", "# TODO: a better title.\ntitle: "));
    const { stdout, code } = await course.groundwork("course", "check", "70");
    expect(stdout).toContain("One part is still to be written:\n· lesson.md:3: a better title.\n");
    expect(stdout).not.toContain("✗");
    expect(code).toBe(1);
    course.write(`${place}/lesson.md`, text);
    expect((await course.groundwork("course", "check", "70")).code).toBe(0);
  });

  it("can be read and graded at once, as any lesson", async () => {
    await course.groundwork("course", "new", "at-once", "--number", "71");
    expect((await course.groundwork("lesson", "71", "--no-input")).code).toBe(0);
    const { stdout } = await course.groundwork("grade", "71", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      points: 0,
      outOf: 10,
      checks: [{ status: "todo" }, { status: "todo" }],
    });
  });

  it("takes the number that is planned, or the first that nobody has", async () => {
    expect((await course.groundwork("course", "new", "pca")).stdout).toContain("lessons/30-pca is made");
    // Lesson 90 is the highest number in this course.
    const { stdout } = await course.groundwork("course", "new", "never-planned");
    expect(stdout).toContain("lessons/91-never-planned is made");
  });

  it.each([
    [["Bayes"], "is no name for a lesson"],
    [["../bayes"], "is no name for a lesson"],
    [["two--hyphens"], "is no name for a lesson"],
    [["normalization"], "lessons/06-normalization exists."],
    [["regularization", "--number", "80"], "regularization is planned as lesson 24, not 80."],
    [["of-our-own", "--number", "24"], "plans regularization with the number 24"],
    [["of-our-own", "--number", "6"], "lessons/06-normalization has the number 6"],
  ])("refuses %j and writes nothing", async (words, said) => {
    const before = readdirSync(course.path("lessons"));
    const { code, stderr } = await course.groundwork("course", "new", ...words);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(readdirSync(course.path("lessons"))).toEqual(before);
    expect(existsSync(course.path("bayes"))).toBe(false);
  });
});
