import type { Config } from "vega-lite";

import { fontFamily, type Theme } from "./themes.ts";

/** Pixels along the axes of a plot whose spec gives none, and of its letters. */
export const PLOT_WIDTH = 480;
export const PLOT_HEIGHT = 280;
export const FONT_SIZE = 12;

export interface Layout {
  /** Whether there is little room: legends stand below the plot and not beside it, and long names are cut sooner. */
  readonly isNarrow: boolean;
  readonly plotWidth?: number;
}

/** The look of a plot, as Vega-Lite reads it. */
export function vegaConfig(theme: Theme, layout: Layout): Config {
  const { plotWidth = PLOT_WIDTH } = layout;
  return {
    // The picture around the plot has a background, and a name for those who can't see it.
    background: "transparent",
    aria: false,
    font: fontFamily,
    padding: 0,
    view: {
      stroke: null,
      continuousWidth: plotWidth,
      continuousHeight: PLOT_HEIGHT,
      discreteWidth: { step: 28 },
      discreteHeight: { step: 24 },
    },
    ...axisConfig(theme, layout),
    ...keyConfig(theme, layout),
    text: { color: theme.ink, fontSize: FONT_SIZE, limit: 320 },
    rule: { color: theme.quiet },
  };
}

function axisConfig(theme: Theme, { isNarrow }: Layout): Config {
  const { quiet, faint } = theme;
  return {
    axis: {
      ...wordsConfig(theme),
      titlePadding: 8,
      gridColor: faint,
      domainColor: quiet,
      tickColor: quiet,
      tickSize: 4,
      labelLimit: isNarrow ? 120 : 240,
    },
    axisX: { labelAngle: 0, labelOverlap: true },
    axisQuantitative: { domain: false, ticks: false, labelPadding: 6, tickCount: 6 },
    axisTemporal: { grid: false },
    axisBand: { grid: false, ticks: false, labelPadding: 6 },
  };
}

/** Legends, and the names of plots that stand below one another. */
function keyConfig(theme: Theme, { isNarrow, plotWidth = PLOT_WIDTH }: Layout): Config {
  return {
    legend: {
      ...wordsConfig(theme),
      labelLimit: 200,
      titleLimit: 200,
      ...(isNarrow ? { orient: "bottom", columns: 1 } : {}),
    },
    header: {
      ...wordsConfig(theme),
      labelColor: theme.ink,
      labelOrient: "top",
      labelAnchor: "start",
      labelPadding: 4,
      labelLimit: plotWidth,
    },
  };
}

function wordsConfig({ ink, quiet }: Theme) {
  return {
    labelColor: quiet,
    labelFontSize: FONT_SIZE,
    titleColor: ink,
    titleFontSize: FONT_SIZE,
    titleFontWeight: "normal",
  } as const;
}
