import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";

import { loadEsbuild } from "../../src/compile.mjs";

/** A Python that can import a package; undefined where there is none. */
export function pythonWith(module: string): string | undefined {
  const names = ["python3", "python", "/usr/bin/python3"];
  return names.find((name) => spawnSync(name, ["-c", `import ${module}`]).status === 0);
}

/**
 * Compiles `tests/bench/<name>.ts` into one file that finds the repository's packages.
 *
 * @param folder where the file goes; once a folder
 * @returns its path
 */
export async function compileChild(root: string, name: string, folder: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  await loadEsbuild().build({
    entryPoints: [join(root, `tests/bench/${name}.ts`)],
    ...{ bundle: true, platform: "node", format: "esm", packages: "external", outfile },
  });
  return outfile;
}
