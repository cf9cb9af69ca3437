import { isFigure } from "../figures/index.ts";
import { type DrawSvg, figureFiles, type PageFile } from "../page/figure-files.ts";
import type { ShownResult } from "../page/lesson-page.ts";
import { textOfResult } from "./lesson-to-show.ts";

/**
 * A step's results for a page; its figures are drawn, and numbered where it gives several.
 *
 * @param file what their files are called, without an ending
 */
export async function drawResults(
  results: readonly unknown[],
  file: string,
  drawSvg: DrawSvg,
): Promise<ShownResult[]> {
  const isAlone = results.filter(isFigure).length === 1;
  const shown: ShownResult[] = [];
  let number = 0;
  for (const result of results) {
    if (isFigure(result)) {
      number += 1;
      const files = await figureFiles(result, isAlone ? file : `${file}-${number}`, drawSvg);
      shown.push({ figure: result, files });
    } else shown.push(textOfResult(result));
  }
  return shown;
}

/** The files that a result brings with it. */
export function filesOfResult(result: ShownResult): PageFile[] {
  return typeof result === "string" ? [] : Object.values(result.files);
}
