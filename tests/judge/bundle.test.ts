import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

import { describe, expect, it } from "vitest";

import { bundleAnswer } from "../../src/judge/bundle.ts";
import { makeFolder } from "./make-folder.ts";

const root = resolve(import.meta.dirname, "../..");
const lesson = {
  "solution.ts": "export const secret = 42;\n",
  "checks.ts": "export default 42;\n",
  "mistakes/wrong.ts": "export const secret = 41;\n",
  "helper.ts": "export const half = 0.5;\n",
  "solution-ideas.ts": "export const half = 0.5;\n",
  "sneaky.ts": 'export * from "./solution.ts";\n',
};

/** The code that a text becomes beside those files; or why it can't be read. */
async function bundled(code: string, offLimits: readonly string[] = []) {
  const folder = makeFolder(lesson);
  symlinkSync(join(folder, "solution.ts"), join(folder, "link.ts"));
  const result = await bundleAnswer(join(folder, "exercise.ts"), code, { root, offLimits });
  return "error" in result ? { error: result.error } : { code: result.script };
}

describe("an exercise's imports", () => {
  it.each(["./helper.ts", "./helper", "./solution-ideas.ts"])(
    "take in a file beside it: %s",
    async (path) => {
      const { code } = await bundled(`import { half } from "${path}";\nconsole.log(half);\n`);
      expect(code).toContain("0.5");
    },
  );

  it.each([
    ...["./solution.ts", "./solution", "./solution.js", "./solution.ts?x", "./solution.ts#x", "./link.ts"],
    ...["./helper.ts/../solution.ts", "./mistakes/../solution.ts", "./checks.ts", "./mistakes/wrong.ts"],
    ...["./sneaky.ts", resolve(root, "lessons/06-normalization/solution.ts")],
    ...["../../lessons/06-normalization/solution.ts", resolve(root, "package.json")],
  ])("never take in %s", async (path) => {
    for (const text of [
      `import * as all from "${path}"; console.log(all);`,
      `await import("${path}");`,
      `require("${path}");`,
    ]) {
      expect(await bundled(text)).toEqual({ error: expect.objectContaining({ line: 1 }) });
    }
  });

  it.each([
    "file:///etc/passwd",
    "data:text/javascript,1",
    "https://example.org/x.js",
    "no-such-package",
    "#inner",
  ])("are no addresses and no packages that are not here: %s", async (path) => {
    expect(await bundled(`import "${path}";`)).toEqual({ error: expect.objectContaining({ line: 1 }) });
  });

  it("leave packages where they are installed and Node's own modules alone", async () => {
    const { code } = await bundled(
      'import { Matrix } from "ml-matrix";\nimport fs from "node:fs";\nimport os from "os";\nconsole.log(Matrix, fs, os);\n',
    );
    expect(code).toMatch(/from "file:\/\/.*ml-matrix/);
    expect(code).toMatch(/from "node:fs"/);
    expect(code).toMatch(/from "os"/);
  });

  it("take in the course's own library", async () => {
    const file = join(root, "lessons/06-normalization/exercise.ts");
    const text = 'import { accuracyScore } from "groundwork/metrics";\nconsole.log(accuracyScore);\n';
    const result = await bundleAnswer(file, text, { root, offLimits: [] });
    expect(result).toMatchObject({ script: expect.stringContaining("function accuracyScore") });
    expect(result).not.toMatchObject({ script: expect.stringContaining('from "groundwork/') });
  });
});

describe("what is off limits", () => {
  const offLimits = ["groundwork/preprocessing", "danfojs-node#StandardScaler"];

  it.each([
    'import { StandardScaler } from "groundwork/preprocessing"; console.log(StandardScaler);',
    'console.log(await import("groundwork/preprocessing"));',
    'console.log(require("groundwork/preprocessing"));',
    'export * from "groundwork/preprocessing";',
  ])("is refused with the reason: %s", async (text) => {
    const { error } = await bundled(text, offLimits);
    expect(error?.message).toMatch(/^groundwork\/preprocessing does what this exercise asks you to write/);
  });

  it("leaves the rest of a package open", async () => {
    const { code } = await bundled(
      'import { DataFrame } from "danfojs-node"; console.log(DataFrame);',
      offLimits,
    );
    expect(code).toContain("StandardScaler");
    expect(code).toContain("off limits");
  });
});
