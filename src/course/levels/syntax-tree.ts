import { ChildProcess } from "node:child_process";

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
 * @throws {Problem} "setup" where TypeScript is not installed, or does not start
 * @example
 * (await parseTypeScript("export const one = 1;")).root.statements.length // 1
 */
export async function parseTypeScript(text: string): Promise<SyntaxTree> {
  try {
    const [{ API }, { createVirtualFileSystem }, ts] = await Promise.all([
      import("typescript/unstable/sync"),
      import("typescript/unstable/fs"),
      import("typescript/unstable/ast/is"),
    ]);
    const compilerOptions = { noLib: true, noResolve: true, types: [] };
    const fs = createVirtualFileSystem({
      "/course/tsconfig.json": JSON.stringify({ compilerOptions, files: ["solution.ts"] }),
      "/course/solution.ts": text,
    });
    const api = new API({ cwd: "/course", fs });
    try {
      const snapshot = api.updateSnapshot({ openProject: "/course/tsconfig.json" });
      const root = snapshot.getProjects()[0]?.program.getSourceFile("/course/solution.ts");
      snapshot.dispose();
      if (root === undefined) throw new Error("it gave no syntax tree");
      return { root, ts };
    } finally {
      endQuietly(api);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n")[0] : error;
    const message = `TypeScript can’t be used here, and without it no gaps can be chosen: ${why}`;
    throw new Problem("setup", message, "`npm ci` installs all packages.");
  }
}

/** Asked to end, the compiler at times says "context canceled" on our stderr; ended without being asked, it says nothing. */
function endQuietly(api: { close(): void }): void {
  const child = ["client", "channel", "child"].reduce(
    (owner: unknown, key) =>
      typeof owner === "object" && owner !== null ? Reflect.get(owner, key) : undefined,
    api,
  );
  if (child instanceof ChildProcess) child.kill("SIGKILL");
  api.close();
}
