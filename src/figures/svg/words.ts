import { linesOfText } from "./letter-widths.ts";
import { escaped } from "./markup.ts";

/** A piece of a picture: the inside of an SVG, and its size in pixels. */
export interface Piece {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

export interface Type {
  /** In pixels. */
  readonly fontSize: number;
  readonly colour: string;
  readonly isBold?: boolean;
}

/** A piece that is not there. */
export const nothing: Piece = { markup: "", width: 0, height: 0 };

/** Sets a text in lines of at most `width` pixels. */
export function setWords(text: string, width: number, type: Type): Piece {
  const lines = linesOfText(text, width, type.fontSize, type.isBold);
  const lineHeight = Math.round(type.fontSize * 1.4);
  const set = lines.map((line, i) => setLine(line, 0, i * lineHeight + type.fontSize, type));
  return { markup: set.join(""), width, height: lines.length * lineHeight };
}

/** Sets one line from a place on, or so that it ends there. */
export function setLine(text: string, x: number, y: number, type: Type, anchor = "start"): string {
  const { fontSize, colour, isBold } = type;
  const place = `x="${x}" y="${y}"${anchor === "start" ? "" : ` text-anchor="${anchor}"`}`;
  const weight = isBold ? ' font-weight="600"' : "";
  return `<text ${place} font-size="${fontSize}" fill="${colour}"${weight}>${escaped(text)}</text>`;
}
