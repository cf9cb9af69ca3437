import { classColours, inks, type Shade } from "../palette.ts";
import { oneLine, shorten, toAscii, wrap } from "./words.ts";

/** The signs that a drawing is made of; each takes one cell. */
export interface Glyphs {
  readonly across: string;
  readonly up: string;
  readonly corner: string;
  /** Where a line turns off to a branch of a tree, and to the last one. */
  readonly branch: string;
  readonly lastBranch: string;
  readonly tickUp: string;
  readonly tickAcross: string;
  /** Lines through a plot, lighter than its axes. */
  readonly ruleUp: string;
  readonly ruleAcross: string;
  readonly ellipsis: string;
  /** A cell filled from its left by growing parts, the last one whole. */
  readonly fromLeft: readonly string[];
  /** A cell filled from its right, likewise. */
  readonly fromRight: readonly string[];
  /** A cell filled from below, likewise. */
  readonly fromBelow: readonly string[];
  /** From few to many. */
  readonly shades: readonly string[];
  /** One for each class, as unlike each other as possible. */
  readonly marks: readonly string[];
  /** For a point, from a small amount to a large one. */
  readonly sizes: readonly string[];
  readonly range: {
    readonly start: string;
    readonly end: string;
    readonly box: string;
    readonly median: string;
  };
}

const blocks: Glyphs = {
  across: "─",
  up: "│",
  corner: "└",
  branch: "├",
  lastBranch: "└",
  tickUp: "┤",
  tickAcross: "┬",
  ruleUp: "┊",
  ruleAcross: "┈",
  ellipsis: "…",
  fromLeft: [..."▏▎▍▌▋▊▉█"],
  fromRight: [..."▐█"],
  fromBelow: [..."▁▂▃▄▅▆▇█"],
  shades: [..."░▒▓█"],
  marks: [..."●+▲□×■○▼►◊"],
  sizes: [..."·○●"],
  range: { start: "├", end: "┤", box: "█", median: "┃" },
};

const ascii: Glyphs = {
  across: "-",
  up: "|",
  corner: "+",
  branch: "|",
  lastBranch: "`",
  tickUp: "+",
  tickAcross: "+",
  ruleUp: "|",
  ruleAcross: "-",
  ellipsis: "..",
  fromLeft: [..."-#"],
  fromRight: [..."-#"],
  fromBelow: [...".:#"],
  shades: [...".:*#"],
  marks: [..."o+*x#@%&$="],
  sizes: [...".o@"],
  range: { start: "<", end: ">", box: "=", median: "#" },
};

/** What a drawing needs to know about where it will be read. */
export interface Pen {
  readonly width: number;
  readonly isAscii: boolean;
  readonly glyphs: Glyphs;
  /** Words as they may be printed: on one line, harmless, in ASCII if that is asked. */
  words(text: string): string;
  /** Words shortened to a number of cells. */
  fit(text: string, cells: number): string;
  /** Words in lines no longer than the width. */
  lines(text: string): string[];
  bold(text: string): string;
  faint(text: string): string;
  /** A text in the colour of a class; the first one is also the colour of what has no class. */
  inColour(text: string, colour?: number): string;
  /** A text on a shade, in ink that is read there or in the shade's own colour: what then only fills is not seen. */
  onShade(text: string, shade: Shade, ink: "seen" | "unseen"): string;
}

/** A pen for a terminal of a width, with or without colour, with or without more than ASCII. */
export function makePen(options: { width: number; colour: boolean; ascii: boolean }): Pen {
  const glyphs = options.ascii ? ascii : blocks;
  const words = (text: string) => (options.ascii ? toAscii(oneLine(text)) : oneLine(text));
  const paint = (text: string, on: string, off: string) =>
    options.colour && text !== "" ? `\x1b[${on}m${text}\x1b[${off}m` : text;
  return {
    width: options.width,
    isAscii: options.ascii,
    glyphs,
    words,
    fit: (text, cells) => shorten(words(text), cells, glyphs.ellipsis),
    lines: (text) => wrap(words(text), options.width),
    bold: (text) => paint(text, "1", "22"),
    faint: (text) => paint(text, "2", "22"),
    inColour: (text, colour = 0) => paint(text, `38;5;${classColours[colour]?.ansi ?? 39}`, "39"),
    onShade: (text, { ansi, ink: readable }, ink) =>
      paint(text, `48;5;${ansi};38;5;${ink === "seen" ? inks[readable].ansi : ansi}`, "39;49"),
  };
}
