import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { temporaryCourse } from "./support/temporary-course.ts";

const repository = resolve(import.meta.dirname, "../..");
const course = await temporaryCourse();

/** The files of a data set's pictures, by name. */
function picturesIn(root: string, name: string): Record<string, string> {
  const folder = join(root, "datasets", name, "figures");
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

const cardIn = (root: string, name: string) =>
  readFileSync(join(root, "datasets", name, "README.md"), "utf8");

describe("dataset draw", () => {
  beforeAll(() => {
    for (const name of ["penguins", "nile"])
      cpSync(join(repository, "datasets", name), course.path(`datasets/${name}`), { recursive: true });
  });

  it("draws what stands in this repository, byte for byte, with the cards' words", async () => {
    for (const name of ["penguins", "nile", "wine"]) {
      rmSync(course.path(`datasets/${name}/figures`), { recursive: true });
      const { code, stdout, stderr } = await course.groundwork("dataset", "draw", name);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain(`datasets/${name}/figures: target.svg`);
      expect(picturesIn(course.root, name)).toEqual(picturesIn(repository, name));
      expect(cardIn(course.root, name)).toBe(cardIn(repository, name));
    }
  });

  it("takes away a picture that shows nothing any more, and no file of anybody else's", async () => {
    const data = course.read("datasets/penguins/data.csv").split("\n");
    course.write("datasets/penguins/figures/photo.jpg", "mine");
    course.write("datasets/penguins/data.csv", `${data[0]}\n`);
    expect((await course.groundwork("dataset", "draw", "penguins")).code).toBe(0);
    expect(Object.keys(picturesIn(course.root, "penguins"))).toEqual(["photo.jpg"]);
    expect(cardIn(course.root, "penguins")).not.toContain("In pictures");
  });

  it("makes a card where there is none", async () => {
    const { code, stdout } = await course.groundwork("dataset", "draw", "tiny");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^datasets\/tiny\/figures: /)]);
    for (const file of Object.keys(picturesIn(course.root, "tiny")))
      expect(cardIn(course.root, "tiny")).toContain(`(figures/${file})`);
  });

  it("says what is wrong with a name, and draws nothing", async () => {
    const { code, stderr } = await course.groundwork("dataset", "draw", "wime");
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean "wine"?');
  });
});

describe("the pictures on this repository's cards", () => {
  const names = readdirSync(join(repository, "datasets"));
  const size = (name: string, file: string) =>
    statSync(join(repository, "datasets", name, "figures", file)).size;

  it("are few and small", () => {
    const sizes = names.flatMap((name) =>
      Object.keys(picturesIn(repository, name)).map((file) => size(name, file)),
    );
    expect(sizes.length).toBeGreaterThan(40);
    for (const name of names) expect(Object.keys(picturesIn(repository, name)).length).toBeLessThanOrEqual(4);
    expect(Math.max(...sizes)).toBeLessThan(64_000);
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(2_000_000);
  });

  it.each(names)("are all shown on the card of %s, each with words for those who don't see it", (name) => {
    const links = [...cardIn(repository, name).matchAll(/^!\[(.*)\]\(figures\/(.*)\)$/gm)];
    expect(links.map(([, , file]) => file).sort()).toEqual(Object.keys(picturesIn(repository, name)));
    for (const [, alt = ""] of links) expect(alt.length).toBeGreaterThan(15);
  });

  it.each(names)("of %s need nothing from elsewhere, and have a background of their own", (name) => {
    for (const svg of Object.values(picturesIn(repository, name))) {
      expect(svg).toMatch(/^<svg [^>]*>.*<rect [^>]*fill="#ffffff"\/>.*<\/svg>$/s);
      expect(svg.replaceAll("http://www.w3.org/", "")).not.toMatch(/https?:|url\((?!#)|<script|<image/);
    }
  });
});
