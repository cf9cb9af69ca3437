import type { TopLevelSpec } from "vega-lite";

import type { VegaLiteSpec } from "../spec.ts";
import { oneLine } from "../text/words.ts";
import { linesOfText } from "./letter-widths.ts";
import { FONT_SIZE, PLOT_HEIGHT, PLOT_WIDTH } from "./vega-config.ts";

/** The title of an axis or a legend may take so many lines; what is longer is cut off. */
const MOST_LINES = 3;
/** Channels that have a legend, and the pixels that it should not exceed. */
const LEGENDS = { color: 160, fill: 160, size: 160, shape: 160, opacity: 160 };

/**
 * A copy for Vega, which writes into the rows that it is given. Names come from data: what XML can't hold is left out of them,
 * and titles that are longer than their axis, or wider than a legend, are broken into lines. Title and description are not for Vega to draw.
 */
export function copyForVega(
  { title, description, ...drawing }: VegaLiteSpec,
  plotWidth = PLOT_WIDTH,
): TopLevelSpec {
  const { width, height } = drawing;
  const room: Readonly<Record<string, number>> = {
    ...LEGENDS,
    x: typeof width === "number" ? width : plotWidth,
    y: typeof height === "number" ? height : PLOT_HEIGHT,
  };
  return JSON.parse(JSON.stringify(drawing), (key, value: unknown) => {
    if (typeof value === "string") return oneLine(value);
    const length = room[key];
    return length !== undefined && isTitled(value)
      ? { ...value, title: fewLines(value.title, length) }
      : value;
  });
}

function isTitled(value: unknown): value is { readonly title: string } {
  return typeof value === "object" && value !== null && "title" in value && typeof value.title === "string";
}

function fewLines(title: string, room: number): string | string[] {
  const lines = linesOfText(title, room, FONT_SIZE);
  if (lines.length < 2) return title;
  const cut = lines.slice(0, MOST_LINES);
  return lines.length > MOST_LINES ? [...cut.slice(0, -1), `${cut.at(-1)}…`] : cut;
}
