import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { elementsOf, textOf } from "../page/elements.ts";
import { temporaryCourse, temporaryFolder } from "./support/temporary-course.ts";

const course = await temporaryCourse();
const ssh = { SSH_CONNECTION: "10.0.0.1 22 10.0.0.2 22" };

describe("a profile as a page", () => {
  const folder = join(temporaryFolder(), "out");
  const written = course.groundwork("dataset", "show", "wine", "--figures", folder);
  const html = async () => {
    await written;
    return readFileSync(join(folder, "index.html"), "utf8");
  };

  it("is written, and the command says where", async () => {
    const { code, stdout, stderr } = await written;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`The profile of wine is written as a page:\n  ${join(folder, "index.html")}\n`);
  });

  it("holds what the profile says, of the whole and of each column", async () => {
    const text = textOf(await html()).replace(/\s+/g, " ");
    expect(text).toContain("178 rows of 14 columns, nothing missing, no duplicate rows");
    expect(text).toContain(
      "proline whole number, 121 different 278 to 1680; quartiles 500.5, 673.5, 985; mean 746.9",
    );
    const headings = [...(await html()).matchAll(/<h3><bdi>(.*?)<\/bdi><\/h3>/g)].map(([, name]) => name);
    expect(headings).toHaveLength(14);
    expect(headings[0]).toBe("alcohol");
  });

  it("loads only files that lie beside it, and all of these are there, and no others", async () => {
    const loaded = elementsOf(await html()).flatMap(({ attributes: { src, srcset, href } }) =>
      [src, srcset, href].filter((address) => address !== undefined),
    );
    const there = readdirSync(join(folder, "figures")).map((name) => `figures/${name}`);
    expect([...new Set(loaded)].sort()).toEqual([...there, "page.css"].sort());
    // The target, what goes together, and for each of 13 measurements its values and its values by class; each four times.
    expect(there).toHaveLength(4 * (2 + 2 * 13));
  });
});

it("is that of some columns where these are asked for", async () => {
  const folder = join(temporaryFolder(), "out");
  await course.groundwork("dataset", "show", "wine", "--figures", folder, "--columns", "hue");
  const text = textOf(readFileSync(join(folder, "index.html"), "utf8"));
  expect(text).toContain("hue");
  expect(text).not.toContain("proline");
});

it("is that of a file, which can have any name, and goes to a folder of the course's if it is only to be opened", async () => {
  course.write("mails & co.csv", "who;girth\nanna@example.org;1,5\nbert@example.org;2,5\n");
  const { code, stdout, stderr } = await course.node(
    ["dataset", "show", "./mails & co.csv", "--open"],
    [],
    ssh,
  );
  expect(code).toBe(0);
  expect(stdout).toContain(course.path(".groundwork/pages/dataset-mails & co.csv/index.html"));
  expect(stderr).toContain("It was not opened: you are here over ssh.");
});

it("leaves a folder alone in which something else lies", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "notes.txt"), "mine");
  const { code, stdout } = await course.groundwork("dataset", "show", "wine", "--figures", folder);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(readdirSync(folder)).toEqual(["notes.txt"]);
});

it.each([
  [["--json", "--figures", "out"], "cannot be used with option '--json'"],
  [["--json", "--open"], "cannot be used with option '--json'"],
  [["--figures", "out", "--columns", "hew"], 'There is no column "hew".'],
])("says what is wrong with %j, and writes nothing", async (options, words) => {
  const { code, stdout, stderr } = await course.groundwork("dataset", "show", "wine", ...options);
  expect([code, stdout + stderr]).toEqual([2, expect.stringContaining(words)]);
  expect(existsSync(course.path("out"))).toBe(false);
});
