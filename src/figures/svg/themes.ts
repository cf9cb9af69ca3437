import type { Config } from "vega-lite";

/** What a figure is drawn on, and by whom it is read: in the light of day, or on a dark page. */
export type ThemeName = "light" | "dark";

/** Colours as CSS has them. */
export interface Theme {
  readonly background: string;
  /** Titles and what must be read. */
  readonly ink: string;
  /** Labels of axes, notes, captions. */
  readonly quiet: string;
  /** The grid and other lines that only guide the eye. */
  readonly faint: string;
}

/** Fonts that each system has, none of which must be fetched. */
export const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', Arial, sans-serif";

/** The colours that every figure shares; a page that shows figures takes them too. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: { background: "#ffffff", ink: "#1b1f24", quiet: "#525a65", faint: "#e3e6ea" },
  dark: { background: "#15181d", ink: "#e8eaed", quiet: "#a7afba", faint: "#31363e" },
};

/** The look of a plot, as Vega-Lite reads it. */
export function vegaConfig({ background, ink, quiet, faint }: Theme): Config {
  return {
    background,
    font: fontFamily,
    padding: 0,
    view: {
      stroke: null,
      continuousWidth: 480,
      continuousHeight: 280,
      discreteWidth: { step: 28 },
      discreteHeight: { step: 24 },
    },
    axis: {
      labelColor: quiet,
      titleColor: ink,
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: "normal",
      titlePadding: 8,
      gridColor: faint,
      domainColor: quiet,
      tickColor: quiet,
      tickSize: 4,
      labelLimit: 240,
    },
    axisX: { labelAngle: 0, labelOverlap: true },
    axisQuantitative: { domain: false, ticks: false, labelPadding: 6, tickCount: 6 },
    axisBand: { grid: false, ticks: false, labelPadding: 6 },
    legend: {
      labelColor: quiet,
      titleColor: ink,
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: "normal",
      labelLimit: 200,
    },
    header: {
      labelColor: ink,
      titleColor: ink,
      labelFontSize: 12,
      titleFontSize: 12,
      labelFontWeight: "normal",
    },
    title: { color: ink, fontSize: 14, anchor: "start" },
    text: { color: ink, fontSize: 12 },
    rule: { color: quiet },
    // Vega-Lite's own way with nothing would draw a point where there is none.
    mark: { invalid: "filter" },
  };
}
