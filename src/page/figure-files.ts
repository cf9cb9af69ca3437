import type { Figure } from "../figures/index.ts";
import type { SvgOptions } from "../figures/svg/draw-svg.ts";

/** A file that belongs to a page; its path is from the page's own folder, with slashes. */
export interface PageFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A figure's drawings, by where they are looked at. */
export interface FigureFiles {
  readonly light: PageFile;
  readonly dark: PageFile;
  /** For a phone: drawn anew in its width, since what is only made smaller can't be read. */
  readonly lightNarrow: PageFile;
  readonly darkNarrow: PageFile;
}

/** Pixels between the margins of a page, on a phone and elsewhere, as page.css has them. */
const NARROW = 328;
const WIDE = 672;

/** `drawSvg`, from wherever it is loaded. */
export type DrawSvg = (figure: Figure, options: SvgOptions) => Promise<string>;

/**
 * Draws a figure in all the forms that a page needs.
 *
 * @param name what the files are called, without an ending
 * @example await figureFiles(figure, "figures/02-whoDecides", drawSvg)
 */
export async function figureFiles(figure: Figure, name: string, drawSvg: DrawSvg): Promise<FigureFiles> {
  const draw = async (ending: string, theme: "light" | "dark", width: number): Promise<PageFile> => ({
    path: `${name}${ending}.svg`,
    content: await drawSvg(figure, { theme, width }),
  });
  return {
    light: await draw("", "light", WIDE),
    dark: await draw("-dark", "dark", WIDE),
    lightNarrow: await draw("-narrow", "light", NARROW),
    darkNarrow: await draw("-narrow-dark", "dark", NARROW),
  };
}
