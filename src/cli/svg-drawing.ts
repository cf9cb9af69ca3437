import { join } from "node:path";

import { compiled, load, loadEsbuild, settings } from "../compile.mjs";
import type { drawSvg } from "../figures/svg/draw-svg.ts";

/**
 * Loads what draws figures as SVG, compiled apart: Vega is twice as large as all the rest, and few commands draw with it.
 *
 * @example const drawSvg = await loadDrawSvg(context.root);
 */
export async function loadDrawSvg(root: string): Promise<typeof drawSvg> {
  const folder = await compiled(root, {
    name: "svg",
    key: "1",
    build: async () => {
      const entryPoints = { "draw-svg": join(root, "src/figures/svg/draw-svg.ts") };
      // Vega's builds for Node look for a canvas in a way that `require` can't wait for; those for browsers need nothing.
      return [await loadEsbuild().build({ ...settings(root), platform: "browser", entryPoints })];
    },
  });
  return load(join(folder, "draw-svg.cjs")).drawSvg;
}
