import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The signs of a text as a reader counts them. */
export function signsOf(text: string): string[] {
  // Finding signs takes long, and each letter of ASCII is one.
  if (/^[ -~]*$/.test(text)) return [...text];
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** How many cells of a terminal a text takes. */
export function cellsOf(text: string): number {
  return stringWidth(text);
}

/** A text on one line without anything a terminal would act on: names come from data, and data may hold escape codes. */
export function oneLine(text: string): string {
  const withoutControls = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
  return withoutControls.replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, "").trim();
}

/** What stands for a sign that ASCII does not have and that would otherwise be lost. */
const inAscii: Readonly<Record<string, string>> = {
  "−": "-",
  "–": "-",
  "—": "-",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "…": "...",
  "×": "x",
  "·": "*",
  "•": "*",
  "°": " deg",
  µ: "u",
  "±": "+/-",
  "≈": "~",
  "≠": "!=",
  "≤": "<=",
  "≥": ">=",
  "∞": "inf",
  "→": "->",
  ß: "ss",
  æ: "ae",
  ø: "o",
  œ: "oe",
};

/** A text in ASCII: accents dropped, common signs spelled, anything else a question mark. */
export function toAscii(text: string): string {
  const spelled = text.replace(/[^\p{ASCII}]/gu, (sign) => inAscii[sign] ?? sign);
  return spelled
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{ASCII}]/gu, "?");
}

/** Shortens a text in its middle, where names that differ differ least, so that it takes at most `room` cells. */
export function shorten(text: string, room: number, ellipsis: string): string {
  if (cellsOf(text) <= room) return text;
  const left = Math.max(0, room - cellsOf(ellipsis));
  const signs = signsOf(text);
  const head = takeCells(signs, Math.ceil(left / 2));
  const tail = takeCells(signs.reverse(), Math.floor(left / 2)).reverse();
  return [...head, ellipsis.slice(0, room), ...tail].join("");
}

function takeCells(signs: readonly string[], room: number): string[] {
  let cells = 0;
  const end = signs.findIndex((sign) => {
    cells += cellsOf(sign);
    return cells > room;
  });
  return signs.slice(0, end < 0 ? signs.length : end);
}

/** A text in lines of at most `width` cells, broken between words where that is possible. */
export function wrap(text: string, width: number): string[] {
  return text === "" ? [] : wrapAnsi(text, width, { hard: true }).split("\n");
}

/** A text with spaces before it, up to a number of cells. */
export function padStart(text: string, cells: number): string {
  return " ".repeat(Math.max(0, cells - cellsOf(text))) + text;
}

/** A text with spaces after it, up to a number of cells. */
export function padEnd(text: string, cells: number): string {
  return text + " ".repeat(Math.max(0, cells - cellsOf(text)));
}

/** Numbers as texts of one width, their decimal points below one another. */
export function alignPoints(texts: readonly string[]): string[] {
  const wholes = texts.map((text) => cellsOf(/^[^\d]*\d*/.exec(text)?.[0] ?? ""));
  const widest = Math.max(0, ...wholes);
  const aligned = texts.map((text, i) => " ".repeat(widest - (wholes[i] ?? 0)) + text);
  const width = Math.max(0, ...aligned.map(cellsOf));
  return aligned.map((text) => padEnd(text, width));
}

/** Short pieces side by side, on as many lines as they need. */
export function flow(pieces: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = `${lines.at(-1)}   ${piece}`;
    if (lines.length > 0 && cellsOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}
