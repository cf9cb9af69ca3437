import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { expect, it } from "vitest";

import { openDataset } from "../../src/data/index.ts";
import { Random } from "../../src/ml/random.ts";
import { start } from "./support/run.ts";
import { type TemporaryCourse, temporaryCourse } from "./support/temporary-course.ts";

const instructors = 2;
const kills = 50;
const nRows = 3_000;

const seed = Number(process.env.GROUNDWORK_SEED ?? Date.now() % 2 ** 32);

it(`adds a data set whole or not at all at ${instructors * kills} kills`, { timeout: 480_000 }, async () => {
  console.log(`The kills come at the moments of GROUNDWORK_SEED=${seed}.`);
  const added = await Promise.all(Array.from({ length: instructors }, (_, i) => instructor(seed + i)));
  const total = added.reduce((sum, count) => sum + count, 0);
  console.log(
    `${total} of ${instructors * kills} data sets were whole, and nothing was there of the others.`,
  );
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThan(instructors * kills);
});

/** An instructor whose machine fails at random moments; gives back how often the data set was there nevertheless. */
async function instructor(ownSeed: number): Promise<number> {
  const random = new Random(ownSeed);
  const course = await temporaryCourse();
  writeFileSync(course.path("oaks.csv"), oaks());
  const before = readdirSync(course.path("datasets"));
  const started = performance.now();
  expect(await addAndKill(course)).toBe(0);
  const usual = performance.now() - started;
  rmSync(course.path("datasets/oaks"), { recursive: true });
  let whole = 0;
  for (let round = 0; round < kills; round++) {
    await addAndKill(course, 1.3 * usual * random.uniform());
    const there = readdirSync(course.path("datasets")).filter((name) => !name.startsWith("."));
    if (!there.includes("oaks")) {
      expect(there).toEqual(before);
      continue;
    }
    whole++;
    const { table } = await openDataset(course.root, "oaks");
    expect([table.nRows, table.columnNames.length], `round ${round}`).toEqual([nRows, 3]);
    const files = readdirSync(course.path("datasets/oaks"), { recursive: true }).map(String).sort();
    const pictures = ["columns.svg", "target.svg"].map((file) => join("figures", file));
    expect(files).toEqual(["README.md", "data.csv", "datapackage.json", "figures", ...pictures]);
    rmSync(course.path("datasets/oaks"), { recursive: true });
  }
  expect(await addAndKill(course)).toBe(0);
  expect(readdirSync(course.path("datasets"))).toEqual([...before, "oaks"].sort());
  return whole;
}

function oaks(): string {
  const rows = Array.from(
    { length: nRows },
    (_, i) => `${i % 97},${(i * 7) % 31}.5,${i % 2 ? "red" : "white"}`,
  );
  return `height,girth,kind\n${rows.join("\n")}\n`;
}

/** Adds the file, is killed after so many milliseconds, and gives back the exit code if it had ended by then. */
async function addAndKill(course: TemporaryCourse, milliseconds?: number): Promise<number | null> {
  const about = ["--name", "oaks", "--target", "kind", "--licence", "CC0-1.0", "--source", "walks", "--yes"];
  const command = [course.path("src/launch.mjs"), "dataset", "add", "oaks.csv", ...about];
  const child = start(process.execPath, command, { cwd: course.root, stdio: "ignore" });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  if (milliseconds !== undefined) {
    await sleep(milliseconds);
    child.kill("SIGKILL");
  }
  return ended;
}
