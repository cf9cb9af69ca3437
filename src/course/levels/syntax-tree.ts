import type { SourceFile } from "typescript/unstable/ast";

import { Problem } from "../../problem.ts";

/** TypeScript's own syntax tree, and its words for the kinds of nodes. */
export interface SyntaxTree {
  readonly root: SourceFile;
  readonly ts: typeof import("typescript/unstable/ast/is");
}

/**
 * Parses TypeScript, with the compiler that checks the types of exercises; it is loaded here only.
 *
 * @throws {Problem} "setup" where TypeScript is not installed
 * @example
 * (await parseTypeScript("export const one = 1;")).root.statements.length // 1
 */
export async function parseTypeScript(text: string): Promise<SyntaxTree> {
  const { API, createVirtualFileSystem, ts } = await loadTypeScript();
  const options = { noLib: true, noResolve: true, types: [] };
  const fs = createVirtualFileSystem({
    "/course/tsconfig.json": JSON.stringify({ compilerOptions: options, files: ["solution.ts"] }),
    "/course/solution.ts": text,
  });
  const api = new API({ cwd: "/course", fs });
  try {
    const snapshot = api.updateSnapshot({ openProject: "/course/tsconfig.json" });
    const root = snapshot.getProjects()[0]?.program.getSourceFile("/course/solution.ts");
    if (root === undefined) throw new Error("TypeScript gave no syntax tree.");
    return { root, ts };
  } finally {
    api.close();
  }
}

async function loadTypeScript() {
  try {
    const [{ API }, { createVirtualFileSystem }, ts] = await Promise.all([
      import("typescript/unstable/sync"),
      import("typescript/unstable/fs"),
      import("typescript/unstable/ast/is"),
    ]);
    return { API, createVirtualFileSystem, ts };
  } catch {
    throw new Problem(
      "setup",
      "TypeScript is not installed here, and without it no gaps can be chosen.",
      "`npm ci` installs all packages.",
    );
  }
}
