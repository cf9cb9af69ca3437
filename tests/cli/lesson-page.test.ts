import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { describe, expect, it } from "vitest";

import { elementsOf, textOf } from "../page/elements.ts";
import { start } from "./support/run.ts";
import { temporaryCourse, temporaryFolder } from "./support/temporary-course.ts";

const course = await temporaryCourse();
const ssh = { SSH_CONNECTION: "10.0.0.1 22 10.0.0.2 22" };

/** What a page and its style sheets load, as paths of files. */
function loadedBy(folder: string): string[] {
  const elements = elementsOf(readFileSync(join(folder, "index.html"), "utf8"));
  const own = elements.flatMap(({ tag, attributes: { src, srcset, href } }) =>
    [src, srcset, tag === "a" ? undefined : href].filter((address) => address !== undefined),
  );
  const fromStyles = own
    .filter((address) => address.endsWith(".css"))
    .flatMap((sheet) =>
      [...readFileSync(join(folder, sheet), "utf8").matchAll(/url\(([^)]*)\)/g)].map(([, address = ""]) =>
        join(dirname(sheet), address),
      ),
    );
  return [...own, ...fromStyles];
}

describe("a lesson as a page", () => {
  const folder = join(temporaryFolder(), "out");
  const written = course.groundwork("lesson", "6", "--figures", folder);

  it("is written, and the command says where", async () => {
    const { code, stdout, stderr } = await written;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`Lesson 6 is written as a page:\n  ${join(folder, "index.html")}\n`);
  });

  it("holds the lesson whole: its text with the facts of the data, code, output, tables, formulas, questions", async () => {
    await written;
    const html = readFileSync(join(folder, "index.html"), "utf8");
    const text = textOf(html).replace(/\s+/g, " ");
    for (const words of [
      "Lesson 6: Put features on one scale",
      "A new sample comes in: 13 measurements",
      "export function rawColumns(stage: Stage) {",
      "160 of 178 rows have another nearest row.",
      "How often the five nearest name the right class",
      "✓ This is it.",
      "open lessons/06-normalization/exercise.ts",
      "npm run watch 6",
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/:fact|:::|\[object/);
    expect(html.match(/class="katex-display"/g)).toHaveLength(2);
    expect(elementsOf(html).filter(({ tag }) => tag === "h1")).toHaveLength(1);
  });

  it("has every figure beside it as SVG, named by its step in the lesson's order", async () => {
    await written;
    const names = readdirSync(join(folder, "figures"));
    expect(names.filter((name) => !/-(dark|narrow)/.test(name)).sort()).toEqual([
      "01-rawColumns.svg",
      "02-whoDecides.svg",
      "04-byHand.svg",
      "05-scaledColumns-1.svg",
      "05-scaledColumns-2.svg",
      "06-scores.svg",
      "07-leakScore.svg",
      "08-leakSeen.svg",
    ]);
    for (const name of names)
      expect(readFileSync(join(folder, "figures", name), "utf8")).toMatch(/^<svg xmlns=.*<\/svg>$/s);
  });

  it("loads only files that lie beside it, and all of these are there", async () => {
    await written;
    const loaded = loadedBy(folder);
    expect(loaded.length).toBeGreaterThan(30);
    expect(loaded.filter((address) => /^[a-z]+:|^\/\/|^\.\./.test(address))).toEqual([]);
    expect(loaded.filter((address) => !existsSync(join(folder, address)))).toEqual([]);
  });
});

it("is the page of another data set where one is asked for, and replaces the page that was there", async () => {
  const folder = join(temporaryFolder(), "out");
  await course.groundwork("lesson", "90", "--figures", folder);
  await course.groundwork("lesson", "90", "--figures", folder, "--dataset", "tiny");
  const text = textOf(readFileSync(join(folder, "index.html"), "utf8"));
  expect(text).toContain("length is 3.0 in the middle.");
  expect(text).not.toContain("alcohol is 13.0");
});

it("goes to the course's own folder if it is only to be opened, and is not opened where nobody would see it", async () => {
  const { code, stdout, stderr } = await course.node(["lesson", "90", "--open"], [], ssh);
  expect(code).toBe(0);
  expect(stdout).toContain(course.path(".groundwork/pages/90-middle/index.html"));
  expect(stderr).toBe("It was not opened: you are here over ssh. Open the file yourself, in a browser.\n");
});

it("leaves a folder alone in which something else lies", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "notes.txt"), "mine");
  const { code, stdout, stderr } = await course.groundwork("lesson", "90", "--figures", folder);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("is not empty, and holds no page of a lesson.");
  expect(readdirSync(folder)).toEqual(["notes.txt"]);
});

it.each([
  [["lesson", "90", "--json", "--figures", "out"], "cannot be used with option '--json'"],
  [["lesson", "90", "--json", "--open"], "cannot be used with option '--json'"],
  [["lesson", "--figures", "out"], "The map of the course can’t be written as a page."],
  [["lesson", "90", "--figures"], "argument missing"],
])("says what is wrong with %j", async (args, words) => {
  const { code, stdout, stderr } = await course.groundwork(...args);
  expect(code).toBe(2);
  expect(stdout + stderr).toContain(words);
  expect(existsSync(course.path("out"))).toBe(false);
});

it.skipIf(process.platform === "win32")(
  "leaves the old page or the new one, whole, when it is stopped",
  async () => {
    const above = temporaryFolder();
    const folder = join(above, "out");
    await course.groundwork("lesson", "90", "--figures", folder);
    for (const milliseconds of [100, 250, 400, 550]) {
      const child = start(
        process.execPath,
        [course.path("src/launch.mjs"), "lesson", "90", "--figures", folder],
        {
          cwd: course.root,
          stdio: "ignore",
        },
      );
      const ended = new Promise((resolve) => child.on("close", resolve));
      await sleep(milliseconds);
      child.kill("SIGINT");
      await ended;
      expect(readdirSync(above)).toEqual(["out"]);
      expect(loadedBy(folder).filter((address) => !existsSync(join(folder, address)))).toEqual([]);
    }
  },
);
