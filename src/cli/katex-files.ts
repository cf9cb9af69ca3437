import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { PageFile } from "../page/figure-files.ts";
import { formulaStyle } from "../page/lesson-page.ts";

/**
 * KaTeX's style sheet and fonts, to stand beside a page. Every browser of the last years reads the smallest of its three
 * kinds of fonts, so the others stay behind.
 */
export function katexFiles(root: string): PageFile[] {
  const dist = join(root, "node_modules/katex/dist");
  const css = readFileSync(join(dist, "katex.min.css"), "utf8");
  const fonts = readdirSync(join(dist, "fonts")).filter((name) => name.endsWith(".woff2"));
  return [
    { path: formulaStyle, content: css.replace(/,url\([^)]*\.(woff|ttf)\) format\("[a-z]+"\)/g, "") },
    ...fonts.map((name) => ({
      path: `katex/fonts/${name}`,
      content: readFileSync(join(dist, "fonts", name)),
    })),
  ];
}
