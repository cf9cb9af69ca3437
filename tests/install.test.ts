import { existsSync, mkdirSync, readlinkSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";

import { beforeEach, describe, expect, it } from "vitest";

import { type TemporaryCourse, temporaryCourse } from "./cli/support/temporary-course.ts";

const npm = join(import.meta.dirname, "cli/support/stub-npm/npm-cli.js");
let course: TemporaryCourse;
let packages: string;
beforeEach(async () => {
  course = await temporaryCourse();
  packages = readlinkSync(course.path("node_modules"));
});

/** Gives `lesson 90` with a stub for npm. */
function lesson(env: Record<string, string> = {}, args: readonly string[] = []) {
  const stub = { npm_execpath: npm, STUB_CALL: course.path("call.json"), STUB_PACKAGES: packages };
  return course.node(["lesson", "90", ...args], [], { ...stub, ...env });
}

function call() {
  return existsSync(course.path("call.json")) ? JSON.parse(course.read("call.json")) : undefined;
}

describe("the first run", () => {
  beforeEach(() => rmSync(course.path("node_modules"), { recursive: true }));

  it("says that packages are missing, installs them with npm ci, and goes on", async () => {
    const { code, stdout, stderr } = await lesson();
    expect(code).toBe(0);
    expect(call()).toMatchObject({ args: ["ci"], folder: course.root });
    expect(stderr).toContain("Groundwork's packages are not here yet. Installing them with `npm ci`");
    expect(stderr).toContain("added 300 packages");
    expect(stdout).toMatch(/^\nLesson 90: The middle of a column/);
    expect(stdout).not.toContain("added 300 packages");
  });

  it("keeps a command's options from npm, and passes on npm's own settings", async () => {
    const swallowed = { npm_lifecycle_event: "lesson", npm_config_json: "true", npm_config_dataset: "tiny" };
    const { stdout } = await lesson({
      ...swallowed,
      npm_config_strict_ssl: "false",
      npm_config_offline: "true",
    });
    expect(call().env).toMatchObject({ npm_config_strict_ssl: "false", npm_config_offline: "true" });
    expect(Object.keys(call().env)).not.toContain("npm_config_json");
    expect(Object.keys(call().env)).not.toContain("npm_config_dataset");
    expect(JSON.parse(stdout).dataset).toBe("tiny");
  });

  it("takes an installation that was cut off for none", async () => {
    mkdirSync(course.path("node_modules/esbuild"), { recursive: true });
    expect((await lesson()).code).toBe(0);
    expect(call()).toBeDefined();
  });

  it("ends with 2 and a sentence when npm fails", async () => {
    const { code, stdout, stderr } = await course.node(["lesson"], [], {
      npm_execpath: npm,
      STUB_CALL: course.path("call.json"),
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("The packages could not be installed.");
    expect(stderr).toContain("run the same command again");
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it("ends with 2 and a sentence when there is no npm, and asks no other package manager", async () => {
    const { code, stderr } = await course.node(["lesson"], [], {
      PATH: course.root,
      npm_execpath: "/opt/pnpm/bin/pnpm.cjs",
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/The packages could not be installed \(.*npm.*\)\./);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

describe("when package-lock.json is newer than the packages", () => {
  const nextYear = new Date(Date.now() + 365 * 24 * 60 * 60 * 1000);

  it("installs again if it asks for another version", async () => {
    const lock = JSON.parse(course.read("package-lock.json"));
    lock.packages["node_modules/commander"].version = "99.0.0";
    course.write("package-lock.json", JSON.stringify(lock));
    const { stderr } = await lesson();
    expect(stderr).toContain("packages have changed since they were installed");
    expect(call()).toMatchObject({ args: ["ci"] });
  });

  it("installs nothing if it asks for the same", async () => {
    utimesSync(course.path("package-lock.json"), nextYear, nextYear);
    expect(await lesson()).toMatchObject({ code: 0, stderr: "" });
    expect(call()).toBeUndefined();
  });

  it("lets npm say what is wrong with one that can't be read", async () => {
    course.write("package-lock.json", "{");
    const { stderr } = await lesson();
    expect(call()).toMatchObject({ args: ["ci"] });
    expect(stderr).toContain("can't be read");
  });
});

describe("an unsuitable Node", () => {
  it.each(["18.20.4", "20.18.3", "16.0.0"])(
    "is told in one line what to do, and installs nothing: %s",
    async (version) => {
      const other = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } })`;
      rmSync(course.path("node_modules"), { recursive: true });
      const { code, stdout, stderr } = await course.node(
        ["lesson"],
        ["--import", `data:text/javascript,${encodeURIComponent(other)}`],
        { npm_execpath: npm, STUB_CALL: course.path("call.json") },
      );
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(
        new RegExp(`^Groundwork needs Node 20\\.19 or newer, and this is ${version}: .*\n$`),
      );
      expect(call()).toBeUndefined();
    },
  );
});
