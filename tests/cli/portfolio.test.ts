import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { appendEvent } from "../../src/course/attempts.ts";
import { anAttempt } from "../course/an-attempt.ts";
import { temporaryCourse } from "./support/temporary-course.ts";

describe("portfolio", async () => {
  const course = await temporaryCourse();
  const fresh = await temporaryCourse();
  let html: string;

  beforeAll(async () => {
    const { root } = course;
    const about = { lesson: "normalization", dataset: "wine", outOf: 10 };
    const at = "2026-11-20T13:00:00.000Z";
    const told = { kind: "prediction", at, lesson: "normalization" } as const;
    appendEvent(root, { ...told, predict: "who-decides", chosen: "1", right: false });
    appendEvent(root, { ...told, predict: "who-decides", chosen: "3", right: true });
    appendEvent(root, anAttempt({ ...about, points: 6, mistakes: ["sample-deviation"] }));
    const checks = [{ id: "no-leak", status: "passed" as const, points: 10 }];
    const code = "export const mine = '</code><script>alert(1)</script>';\n";
    appendEvent(root, anAttempt({ ...about, at, points: 10, checks, mistakes: [], code }));
    const { code: exit, stderr, stdout } = await course.groundwork("portfolio", "--name", "Ada <b>");
    expect([exit, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(join("portfolio", "index.html"));
    html = course.read("portfolio/index.html");
  });

  it("tells what was built, on which data, and how often it was graded", () => {
    expect(html).toContain("6. Put features on one scale");
    expect(html).toContain("178 rows");
    expect(html).toContain("in grading 2");
    expect(html).toContain("I divide by n − 1.");
    expect(html).toContain("rows kept for the test teach the scaler nothing");
  });

  it("sets the first prediction against what happened", () => {
    expect(html).toContain("It came so in 0 of 1 cases");
    expect(html).toContain("It came otherwise:");
    expect(html).toContain("99.8%");
  });

  it("shows the figures that the lesson names, from files beside it and from nowhere else", () => {
    expect(readdirSync(course.path("portfolio/figures")).length).toBeGreaterThan(0);
    const addresses = [...html.matchAll(/(?:src|srcset|href)="([^"]*)"/g)].map(([, address = ""]) => address);
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses)
      expect(existsSync(course.path(join("portfolio", address))), address).toBe(true);
  });

  it("takes code and names for text", () => {
    expect(html).not.toContain("<script");
    expect(html).not.toContain("<b>");
    expect(html).toContain("Ada &lt;b&gt;");
  });

  it("is replaced by a later one, and replaces nothing else", async () => {
    expect((await course.groundwork("portfolio")).code).toBe(0);
    course.write("portfolio/notes.txt", "mine");
    const { code, stderr } = await course.groundwork("portfolio");
    expect(code).toBe(2);
    expect(stderr).toContain("notes.txt");
    expect(course.read("portfolio/notes.txt")).toBe("mine");
  });

  it("says what to do when no lesson is passed yet", async () => {
    const { code, stderr } = await fresh.groundwork("portfolio");
    expect([code, stderr]).toEqual([2, expect.stringContaining("npm run lesson shows where to begin")]);
    expect(existsSync(fresh.path("portfolio"))).toBe(false);
  });
});
