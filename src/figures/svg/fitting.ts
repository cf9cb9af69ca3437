import type { VegaLiteSpec } from "../spec.ts";
import { drawPlot } from "./plot.ts";
import type { Theme } from "./themes.ts";
import { PLOT_WIDTH } from "./vega-config.ts";
import type { Piece } from "./words.ts";

/** A plot is never made narrower than this, in pixels without its axes; it is shown smaller instead. */
const LEAST = 160;
/** Where there is less room than this, a legend beside the plot would take what the plot needs. */
const NARROW = 480;

/**
 * Draws a spec so that it fits into a width where that can be: the plot gives up what labels and legend need.
 *
 * @param room pixels
 */
export async function drawFitting(
  spec: VegaLiteSpec,
  theme: Theme,
  room: number,
  warn: (message: string) => void,
): Promise<Piece> {
  const isNarrow = room < NARROW;
  const natural = await drawPlot(spec, theme, warn, { isNarrow });
  if (natural.width <= room) return natural;
  const { width = PLOT_WIDTH, height } = spec;
  // A width by steps goes with the number of categories.
  if (typeof width !== "number") return natural;
  const narrower = Math.max(LEAST, Math.floor(width - (natural.width - room)));
  if (narrower >= width) return natural;
  const isSquare = height === width;
  const narrowed = {
    ...spec,
    ...(spec.width === undefined ? {} : { width: narrower }),
    ...(isSquare ? { height: narrower } : {}),
  };
  return drawPlot(narrowed, theme, warn, { isNarrow, plotWidth: narrower });
}
