import { cellsOf, signsOf } from "../text/words.ts";

/**
 * Widths of Helvetica's letters in thousandths of the font size, rounded: what a sans-serif system font is like. Vega would
 * otherwise guess four fifths for each, which leaves holes beside every label.
 *
 * @see https://github.com/ArtifexSoftware/urw-base35-fonts
 */
const lettersByWidth: Readonly<Record<number, string>> = {
  222: "'ijl|",
  278: " !,./:;I[\\]ft",
  333: '"()-`r{}',
  390: "*^",
  500: "Jcksvxyz",
  556: "#$0123456789?L_abdeghnopqu",
  584: "+<=>~FTZ",
  667: "&ABEKPSVXY",
  722: "CDHNRUw",
  778: "GOQ",
  833: "Mm%",
  944: "W",
  1015: "@",
};

const widths = new Map(
  Object.entries(lettersByWidth).flatMap(([width, letters]) =>
    Array.from(letters, (letter) => [letter, Number(width) / 1000] as const),
  ),
);

/** The widest of the system fonts, Verdana and DejaVu Sans, are this much wider than Helvetica; bold ones again. */
const MARGIN = 1.14;
const BOLD = 1.14;

/**
 * About how many pixels a line of text takes in a sans-serif font, rather too many than too few.
 *
 * @param fontSize in pixels
 * @example widthOfText("proline", 12) // 45
 */
export function widthOfText(text: string, fontSize: number, isBold = false): number {
  let ems = 0;
  for (const letter of text) ems += widths.get(letter) ?? widthOfRare(letter);
  return Math.ceil(ems * fontSize * MARGIN * (isBold ? BOLD : 1));
}

function widthOfRare(letter: string): number {
  return cellsOf(letter) * 0.58;
}

/** A text in lines of at most `width` pixels, broken between words where that is possible. */
export function linesOfText(text: string, width: number, fontSize: number, isBold = false): string[] {
  const lines: string[] = [];
  let line = "";
  const fits = (piece: string) => widthOfText(piece, fontSize, isBold) <= width;
  for (const word of text.split(/\s+/u).filter((each) => each !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else {
      if (line !== "") lines.push(line);
      const pieces = fits(word) ? [word] : piecesOf(word, fits);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? "";
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** A word that is too long for a line, cut where it must be. */
function piecesOf(word: string, fits: (piece: string) => boolean): string[] {
  const pieces = [""];
  for (const sign of signsOf(word)) {
    const longer = (pieces.at(-1) ?? "") + sign;
    if (fits(longer) || longer === sign) pieces[pieces.length - 1] = longer;
    else pieces.push(sign);
  }
  return pieces;
}
