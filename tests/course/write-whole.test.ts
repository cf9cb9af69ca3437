import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { writeWhole } from "../../src/course/write-whole.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "groundwork-write-"));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

/** A number that no process of this machine has: above the largest that Linux, macOS and Windows give out here. */
const deadProcess = 2 ** 30;

describe("writeWhole", () => {
  it("makes a file and replaces a file, and leaves nothing beside it", () => {
    const file = join(folder, "exercise.ts");
    writeWhole(file, "one ü\n");
    writeWhole(file, "two\n");
    expect(readFileSync(file, "utf8")).toBe("two\n");
    expect(readdirSync(folder)).toEqual(["exercise.ts"]);
  });

  it("keeps bytes that are not valid text", () => {
    const file = join(folder, "exercise.ts");
    const bytes = Uint8Array.from([0x66, 0xff, 0x00, 0xfe]);
    writeWhole(file, bytes);
    expect(Uint8Array.from(readFileSync(file))).toEqual(bytes);
  });

  it.skipIf(process.platform === "win32")("keeps the mode of the file it replaces", () => {
    const file = join(folder, "exercise.ts");
    writeFileSync(file, "one");
    for (const mode of [0o600, 0o666, 0o755]) {
      chmodSync(file, mode);
      writeWhole(file, "two");
      expect(statSync(file).mode & 0o7777).toBe(mode);
    }
  });

  it.skipIf(process.platform === "win32")("writes to what a link points to, and the link stays", () => {
    mkdirSync(join(folder, "elsewhere"));
    writeFileSync(join(folder, "elsewhere", "mine.ts"), "one");
    symlinkSync(join("elsewhere", "mine.ts"), join(folder, "middle.ts"));
    symlinkSync("middle.ts", join(folder, "exercise.ts"));
    writeWhole(join(folder, "exercise.ts"), "two");
    expect(lstatSync(join(folder, "exercise.ts")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "elsewhere", "mine.ts"), "utf8")).toBe("two");
    expect(readdirSync(folder).sort()).toEqual(["elsewhere", "exercise.ts", "middle.ts"]);
  });

  it.skipIf(process.platform === "win32")("makes the file that a dangling link points to", () => {
    symlinkSync("mine.ts", join(folder, "exercise.ts"));
    writeWhole(join(folder, "exercise.ts"), "two");
    expect(lstatSync(join(folder, "exercise.ts")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, "mine.ts"), "utf8")).toBe("two");
  });

  it("removes what killed writes left in the folder, and nothing else", () => {
    const leftovers = [".exercise.ts", ".solution.ts"].map((name) => `${name}.${deadProcess}-0123abcd.tmp`);
    const others = [
      `.exercise.ts.${process.ppid}-0123abcd.tmp`, // its process lives: it may be writing
      ".exercise.ts.mine.tmp",
      "exercise.ts.tmp",
    ];
    for (const name of [...leftovers, ...others]) writeFileSync(join(folder, name), "half");
    writeWhole(join(folder, "exercise.ts"), "whole");
    expect(readdirSync(folder).sort()).toEqual([...others, "exercise.ts"].sort());
  });

  it("says why it cannot write, and leaves the file and the folder as they were", () => {
    mkdirSync(join(folder, "exercise.ts"));
    const write = () => writeWhole(join(folder, "exercise.ts"), "text");
    expect(write).toThrow(expect.objectContaining({ name: "Problem", code: "locked" }));
    expect(write).toThrow(/a folder has that name/);
    expect(readdirSync(folder)).toEqual(["exercise.ts"]);
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "names a folder that does not let it write as the learner's to put right",
    () => {
      writeFileSync(join(folder, "exercise.ts"), "mine");
      chmodSync(folder, 0o500);
      expect(() => writeWhole(join(folder, "exercise.ts"), "text")).toThrow(/no permission to write there/);
      expect(readFileSync(join(folder, "exercise.ts"), "utf8")).toBe("mine");
    },
  );
});
