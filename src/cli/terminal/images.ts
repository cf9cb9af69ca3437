import { createRequire } from "node:module";

import type { Figure } from "../../figures/index.ts";
import { drawPng } from "../../figures/png/draw-png.ts";
import type { drawSvg } from "../../figures/svg/draw-svg.ts";
import { imageSequence, type Protocol } from "./image-protocols.ts";
import { mayShowImages, protocolFrom } from "./image-support.ts";
import { printable } from "./printable.ts";
import type { Terminal } from "./screen.ts";
import { askTerminal, type TerminalAnswers } from "./terminal-answers.ts";

type DrawSvg = typeof drawSvg;
type Environment = Readonly<Record<string, string | undefined>>;

/** Where images are to be shown. */
interface Place {
  readonly terminal: Terminal;
  readonly env: Environment;
  note(text: string): void;
}

/** Makes images for a terminal that can show them. */
export interface Images {
  /** A line of text that makes the terminal show a figure; undefined where it must be drawn as text. */
  lineFor(figure: Figure): Promise<string | undefined>;
  /** How many rows of the screen a line takes: more than one if it is an image. */
  rowsOf(line: string): number;
}

/** How a terminal is to show images. */
interface Canvas {
  readonly protocol: Protocol;
  readonly theme: "light" | "dark";
  /** The pixels of one cell. */
  readonly cell: { readonly width: number; readonly height: number };
}

/** The pixels of an image for each of the drawing's. */
const ZOOM = 2;
/** The pixels of a cell where the terminal doesn't say. */
const USUAL_CELL = { width: 10, height: 20 };
/** How many of a drawing's pixels are to be as wide as a cell, so that its words are about as large as the terminal's. */
const DRAWN_CELL = 8;

/**
 * Makes images as this terminal takes them. What it can is found out when the first figure comes.
 *
 * @param loadDrawSvg called when the first figure is to be an image
 * @param wanted true to show them whatever the terminal says, false to show none, undefined to go by what it says
 */
export function imagesFor(
  place: Place,
  loadDrawSvg: () => Promise<DrawSvg>,
  wanted: boolean | undefined,
): Images {
  const rows = new Map<string, number>();
  const isAskedFor = wanted === true;
  let canvas: Promise<Canvas | undefined> | undefined;
  let hasFailed = false;
  const draw = async (figure: Figure) => {
    canvas ??= canvasOf(place, isAskedFor);
    const found = await canvas;
    if (found === undefined) return undefined;
    const image = await imageOf(figure, found, place.terminal, await loadDrawSvg());
    rows.set(image.line, image.rows);
    return image.line;
  };
  // A picture is a nicety: whatever goes wrong with it, the figure is there as text.
  const giveUp = (reason: unknown) => {
    if (isAskedFor && !hasFailed) place.note(`Figures are shown as text: ${reasonOf(reason)}`);
    hasFailed = true;
    return undefined;
  };
  return {
    lineFor: async (figure) =>
      wanted === false || hasFailed || isEmpty(figure) ? undefined : draw(figure).catch(giveUp),
    rowsOf: (line) => rows.get(line) ?? 1,
  };
}

function reasonOf(reason: unknown): string {
  return printable(reason instanceof Error ? reason.message : String(reason));
}

function isEmpty({ spec }: Figure): boolean {
  return spec.data.values.length === 0;
}

async function canvasOf({ terminal, env }: Place, isAskedFor: boolean): Promise<Canvas | undefined> {
  const isTerminal = terminal.output.isTTY === true;
  if (!isAskedFor && !(isTerminal && mayShowImages(env))) return undefined;
  const known = protocolFrom(env);
  const answers = isTerminal && mayShowImages(env) ? await askTerminal(terminal) : {};
  const protocol = known ?? (answers.hasSixel || isAskedFor ? "sixel" : undefined);
  return protocol && { protocol, theme: themeOf(answers, env), cell: answers.cell ?? USUAL_CELL };
}

/** COLORFGBG names the background last, of sixteen colours: 7 and 15 are white. */
function themeOf({ isDark }: TerminalAnswers, { COLORFGBG = "" }: Environment): "light" | "dark" {
  return (isDark ?? !/;(7|15)$/.test(COLORFGBG)) ? "dark" : "light";
}

async function imageOf(
  figure: Figure,
  { protocol, theme, cell }: Canvas,
  terminal: Terminal,
  drawSvg: DrawSvg,
): Promise<{ line: string; rows: number }> {
  // Sixels are shown pixel by pixel, other images at the size that is asked for.
  const zoom = protocol === "sixel" ? cell.width / DRAWN_CELL : ZOOM;
  const cellWidth = DRAWN_CELL * zoom;
  const cellHeight = (cellWidth * cell.height) / cell.width;
  // The prompt for more stands below it.
  const mostHeight = Math.max(5, (terminal.output.rows || 40) - 4) * cellHeight;
  const width = terminal.width * DRAWN_CELL;
  const svg = await drawSvg(figure, { theme, width });
  const image = await drawPng(svg, { zoom, mostHeight, fontFiles: fontFiles() });
  const cells = { columns: Math.ceil(image.width / cellWidth), rows: Math.ceil(image.height / cellHeight) };
  return { line: await imageSequence(image, protocol, cells), rows: cells.rows };
}

/** KaTeX brings fonts with it: there is text on a machine that has none. */
function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url);
  const names = ["SansSerif-Regular", "SansSerif-Bold", "Main-Regular"];
  return names.map((name) => resolve(`katex/dist/fonts/KaTeX_${name}.ttf`));
}
