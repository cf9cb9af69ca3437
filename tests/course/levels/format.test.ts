import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";

import { expect, it, onTestFinished } from "vitest";

import { listLessons } from "../../../src/course/course.ts";
import { exerciseAt, levels } from "../../../src/course/levels/level.ts";

const repository = resolve(import.meta.dirname, "../../..");

it("every lesson at every level can be parsed, and is formatted like the rest", async () => {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-levels-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { formatter, javascript } = JSON.parse(readFileSync(join(repository, "biome.json"), "utf8"));
  writeFileSync(join(folder, "biome.json"), JSON.stringify({ formatter, javascript }));
  const names: string[] = [];
  for (const lesson of listLessons(repository)) {
    for (const level of levels) {
      const name = `${basename(lesson.folder)}-${level}.ts`;
      writeFileSync(join(folder, name), await exerciseAt(lesson, level));
      names.push(name);
    }
  }
  const script = join(repository, "node_modules/@biomejs/biome/bin/biome");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, "format", ...names], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(`${stdout}${stderr}`).not.toContain("would have printed");
  expect(stdout + stderr).toContain(`Checked ${names.length} files`);
  expect(status).toBe(0);
});
