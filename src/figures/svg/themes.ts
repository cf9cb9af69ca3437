/** What a figure is drawn on: a light page, or a dark one. */
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
  /** Colours of the palette that would be lost on this background, and what is drawn in their place. */
  readonly instead: Readonly<Record<string, string>>;
}

/** Fonts that each system has, none of which must be fetched. Without quotes, which resvg takes for a part of the name. */
export const fontFamily =
  "system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Noto Sans, Liberation Sans, DejaVu Sans, Arial, sans-serif";

/** The colours that every figure shares; a page that shows figures takes them too. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: {
    background: "#ffffff",
    ink: "#1b1f24",
    quiet: "#525a65",
    faint: "#e3e6ea",
    instead: { "#F0E442": "#C9B800" },
  },
  dark: {
    background: "#15181d",
    ink: "#e8eaed",
    quiet: "#a7afba",
    faint: "#31363e",
    instead: { "#0072B2": "#2B8CCB", "#882255": "#BE4A83" },
  },
};
