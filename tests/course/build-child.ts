import { join, resolve } from "node:path";

import { build } from "esbuild";

/**
 * Bundles a script of this folder, so that plain Node can run it as a process of its own.
 *
 * @returns the path of the bundle, in the folder given
 */
export async function buildChild(script: string, folder: string): Promise<string> {
  const outfile = join(folder, script.replace(/\.ts$/, ".mjs"));
  await build({
    entryPoints: [resolve(import.meta.dirname, script)],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
  });
  return outfile;
}
