import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { writePageFolder } from "../../src/cli/page-folder.ts";
import { Problem } from "../../src/problem.ts";
import { temporaryFolder } from "./support/temporary-course.ts";

const pageOf = (text: string) => [
  { path: "index.html", content: text },
  { path: "figures/01-one.svg", content: "<svg/>" },
];
const indexIn = (folder: string) => readFileSync(join(folder, "index.html"), "utf8");

function problemOf(work: () => void): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("There was no problem.");
}

describe("a page is written", () => {
  it("into a folder that is made for it, with those above, and nothing is left beside it", () => {
    const above = temporaryFolder();
    const folder = join(above, "deep", "out");
    writePageFolder(folder, pageOf("one"));
    expect(indexIn(folder)).toBe("one");
    expect(readFileSync(join(folder, "figures", "01-one.svg"), "utf8")).toBe("<svg/>");
    expect(readdirSync(join(above, "deep"))).toEqual(["out"]);
  });

  it("into an empty folder, and into one in which the system alone has put something", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, ".DS_Store"), "");
    writePageFolder(folder, pageOf("one"));
    expect(indexIn(folder)).toBe("one");
  });

  it("in place of an older one, of which nothing stays", () => {
    const folder = join(temporaryFolder(), "out");
    writePageFolder(folder, [...pageOf("old"), { path: "figures/02-two.svg", content: "<svg/>" }]);
    writePageFolder(folder, pageOf("new"));
    expect(indexIn(folder)).toBe("new");
    expect(readdirSync(join(folder, "figures"))).toEqual(["01-one.svg"]);
  });

  it.skipIf(process.platform === "win32")("where a link leads, and the link stays one", () => {
    const above = temporaryFolder();
    mkdirSync(join(above, "real"));
    symlinkSync(join(above, "real"), join(above, "link"));
    writePageFolder(join(above, "link"), pageOf("one"));
    expect(readlinkSync(join(above, "link"))).toBe(join(above, "real"));
    expect(indexIn(join(above, "real"))).toBe("one");
  });
});

describe("nothing is written, and nothing lost,", () => {
  it.each([
    ["a file of somebody's", "notes.txt"],
    ["a page of somebody's", "index.html"],
    ["a mark that can't be read", "groundwork-page.json"],
  ])("where there is %s", (_, name) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), "mine");
    const problem = problemOf(() => writePageFolder(folder, pageOf("one")));
    expect(problem).toMatchObject({ code: "usage", message: expect.stringContaining("is not empty") });
    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(join(folder, name), "utf8")).toBe("mine");
  });

  it.each(["notes.txt", "figures/own.svg", "empty"])(
    "where somebody has put %s into a page of ours",
    (path) => {
      const folder = join(temporaryFolder(), "out");
      writePageFolder(folder, pageOf("old"));
      if (path === "empty") mkdirSync(join(folder, path));
      else writeFileSync(join(folder, path), "mine");
      const problem = problemOf(() => writePageFolder(folder, pageOf("new")));
      expect(problem.message).toContain(`holds ${path}, which no page of a lesson needs`);
      expect(indexIn(folder)).toBe("old");
      expect(existsSync(join(folder, path))).toBe(true);
    },
  );

  it("where a file has the folder's name, or stands above it", () => {
    const file = join(temporaryFolder(), "file");
    writeFileSync(file, "mine");
    expect(problemOf(() => writePageFolder(file, pageOf("one"))).message).toContain("is a file");
    expect(problemOf(() => writePageFolder(join(file, "out"), pageOf("one"))).code).toBe("locked");
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  it("when one of the files can't be written", () => {
    const above = temporaryFolder();
    const folder = join(above, "out");
    writePageFolder(folder, pageOf("old"));
    const broken = [...pageOf("new"), { path: "index.html/below-a-file", content: "" }];
    expect(problemOf(() => writePageFolder(folder, broken)).code).toBe("locked");
    expect(indexIn(folder)).toBe("old");
    expect(readdirSync(above)).toEqual(["out"]);
  });
});

it("takes away what a killed command left half-written beside it", () => {
  const above = temporaryFolder();
  mkdirSync(join(above, ".out.4194305-0123abcd.tmp", "figures"), { recursive: true });
  writePageFolder(join(above, "out"), pageOf("one"));
  expect(readdirSync(above)).toEqual(["out"]);
});
