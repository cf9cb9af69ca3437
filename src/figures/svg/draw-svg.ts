import type { Figure } from "../figure.ts";
import { drawFitting } from "./fitting.ts";
import { escaped } from "./markup.ts";
import { drawTable } from "./table.ts";
import { fontFamily, type Theme, type ThemeName, themes } from "./themes.ts";
import { nothing, type Piece, setWords, type Type } from "./words.ts";

export interface SvgOptions {
  /** Light unless given. */
  readonly theme?: ThemeName | undefined;
  /** Pixels that the picture may be wide. As wide as it needs unless given. */
  readonly width?: number | undefined;
  /** Is told what Vega finds odd in the spec. */
  readonly warn?: ((message: string) => void) | undefined;
}

/** Pixels around the drawing, between its parts, and the least that words are given to run in. */
const MARGIN = 16;
const BETWEEN = 10;
const LEAST = 440;

/**
 * Draws a figure as SVG, with its title above and its caption below. It needs no font, file or network, and the same figure
 * gives the same bytes. Vega is loaded for it, and only here.
 *
 * @returns an svg element with a title for screen readers, fit for a file or for the midst of a page
 * @throws RangeError if the width is not a number of at least 160
 * @example writeFileSync("proline.svg", await drawSvg(figure, { theme: "dark" }))
 */
export async function drawSvg(figure: Figure, options: SvgOptions = {}): Promise<string> {
  const { theme: name = "light", width: most = Number.POSITIVE_INFINITY, warn = () => undefined } = options;
  if (!(most >= 160)) throw new RangeError(`drawSvg needs a width of at least 160 pixels, got ${most}.`);
  const theme = themes[name];
  const room = most - 2 * MARGIN;
  const plot = await drawPlot(figure, theme, room, warn);
  const inner = Math.max(plot.width, Math.min(LEAST, room));
  const quiet: Type = { fontSize: 13, colour: theme.quiet };
  const parts = [
    setWords(figure.title, inner, { fontSize: 16, colour: theme.ink, isBold: true }),
    ...figure.notes.map((note) => setWords(note, inner, quiet)),
    plot,
    setWords(figure.caption ?? "", inner, quiet),
  ];
  return framed(figure, stacked(parts, inner), theme, most);
}

function drawPlot(figure: Figure, theme: Theme, room: number, warn: (message: string) => void) {
  if (figure.spec.data.values.length === 0) return nothing;
  return figure.kind === "table" ? drawTable(figure, theme) : drawFitting(figure.spec, theme, room, warn);
}

/** Parts below one another, with a margin around them all. */
function stacked(parts: readonly Piece[], width: number): Piece {
  let y = MARGIN;
  const placed = parts
    .filter(({ height }) => height > 0)
    .map(({ markup, height }) => {
      const part = `<g transform="translate(${MARGIN},${y})">${markup}</g>`;
      y += height + BETWEEN;
      return part;
    });
  return { markup: placed.join(""), width: width + 2 * MARGIN, height: y - BETWEEN + MARGIN };
}

/** A picture that is still wider than it may be, such as a table of many columns, is shown smaller. */
function framed(figure: Figure, { markup, width, height }: Piece, theme: Theme, most: number): string {
  const scale = Math.min(1, most / width);
  const size = `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`;
  const name = escaped(figure.title || figure.caption || figure.kind);
  const about = [figure.caption ?? "", ...figure.notes].filter((text) => text !== "").join(" ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}`,
    ` viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}" font-family="${fontFamily}">`,
    `<title>${name}</title>`,
    about === "" ? "" : `<desc>${escaped(about)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${theme.background}"/>`,
    markup,
    "</svg>",
  ].join("");
}
