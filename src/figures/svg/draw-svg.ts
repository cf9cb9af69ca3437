import type { Figure } from "../figure.ts";
import { linesOfText } from "./letter-widths.ts";
import { escaped } from "./markup.ts";
import { drawPlot, type Plot } from "./plot.ts";
import { fontFamily, type Theme, type ThemeName, themes } from "./themes.ts";

export interface SvgOptions {
  /** Light unless given. */
  readonly theme?: ThemeName | undefined;
  /** Pixels that the picture may be wide; a wider one is drawn smaller. As wide as it needs unless given. */
  readonly width?: number | undefined;
  /** Is told what Vega finds odd in the spec. */
  readonly warn?: ((message: string) => void) | undefined;
}

/** Pixels around the drawing, and the least that words are given to run in. */
const MARGIN = 16;
const LEAST = 400;

/**
 * Draws a figure as SVG, with its title above and its caption below. It needs no font, file or network, and the same figure
 * gives the same bytes. Vega is loaded here and nowhere else.
 *
 * @returns an svg element with a title for screen readers, fit for a file or for the midst of a page
 * @example writeFileSync("proline.svg", await drawSvg(figure, { theme: "dark" }))
 */
export async function drawSvg(figure: Figure, options: SvgOptions = {}): Promise<string> {
  const { theme: name = "light", warn = () => undefined } = options;
  const theme = themes[name];
  const isEmpty = figure.spec.data.values.length === 0;
  const plot = isEmpty ? nothing : await drawPlot(figure.spec, theme, warn);
  const inner = Math.max(plot.width, LEAST);
  const words = (text: string, fontSize: number, colour: string, isBold = false): Plot =>
    setWords(text, inner, fontSize, colour, isBold);
  const parts = [
    words(figure.title, 16, theme.ink, true),
    ...figure.notes.map((note) => words(note, 13, theme.quiet)),
    plot,
    words(figure.caption ?? "", 13, theme.quiet),
  ].filter(({ height }) => height > 0);
  return framed(figure, stacked(parts), inner + 2 * MARGIN, theme, options.width);
}

const nothing: Plot = { markup: "", width: 0, height: 0 };

function setWords(text: string, width: number, fontSize: number, colour: string, isBold: boolean): Plot {
  const lines = linesOfText(text, width, fontSize, isBold);
  const lineHeight = Math.round(fontSize * 1.4);
  const weight = isBold ? ' font-weight="600"' : "";
  const set = lines.map(
    (line, i) =>
      `<text y="${i * lineHeight + fontSize}" font-size="${fontSize}" fill="${colour}"${weight}>${escaped(line)}</text>`,
  );
  return { markup: set.join(""), width, height: lines.length * lineHeight };
}

/** Parts below one another, and how high they are together. */
function stacked(parts: readonly Plot[]): { markup: string; height: number } {
  let y = MARGIN;
  const placed = parts.map(({ markup, height }) => {
    const part = `<g transform="translate(${MARGIN},${y})">${markup}</g>`;
    y += height + 10;
    return part;
  });
  return { markup: placed.join(""), height: y - 10 + MARGIN };
}

function framed(
  figure: Figure,
  { markup, height }: { markup: string; height: number },
  width: number,
  theme: Theme,
  most = width,
): string {
  const scale = Math.min(1, most / width);
  const size = `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}" viewBox="0 0 ${width} ${height}"`;
  const about = [figure.caption ?? "", ...figure.notes].filter((text) => text !== "").join(" ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" aria-label="${escaped(figure.title)}" ${size} font-family="${fontFamily}">`,
    `<title>${escaped(figure.title)}</title>`,
    about === "" ? "" : `<desc>${escaped(about)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${theme.background}"/>`,
    markup,
    "</svg>",
  ].join("");
}
