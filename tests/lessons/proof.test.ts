import { join, resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { listLessons } from "../../src/course/course.ts";
import type { Proof } from "../../src/judge/proof/prove-lesson.ts";
import { run } from "../cli/support/run.ts";

const root = resolve(import.meta.dirname, "../..");
const minutes = 60_000;

describe("every lesson holds what its learners rely on", () => {
  let proofs: Proof[];
  beforeAll(async () => {
    const { stdout, stderr } = await run(
      process.execPath,
      [join(root, "src/launch.mjs"), "course", "check", "--json"],
      { cwd: root },
    );
    expect(stderr).toBe("");
    proofs = JSON.parse(stdout);
  }, 10 * minutes);

  it.each(listLessons(root).map(({ number, name }) => [number, name]))("lesson %i, %s", (number) => {
    const proof = proofs.find((each) => each.number === number);
    expect(proof?.faults).toEqual([]);
    expect(proof?.points).toBe(10);
    expect(proof?.datasets.length).toBeGreaterThanOrEqual(3);
  });
});
