/** How many classes can be told apart. */
export const MAX_CLASSES = 10;

/**
 * A colour for each class: the Okabe–Ito colours, which colour-blind people can tell apart, those that stand out on
 * light and dark first and black as grey, then two of Paul Tol's. `ansi` is the nearest of a terminal's 256.
 *
 * @see https://jfly.uni-koeln.de/color/
 * @see https://sronpersonalpages.nl/~pault/
 */
export const classColours: readonly { readonly hex: string; readonly ansi: number }[] = [
  { hex: "#0072B2", ansi: 32 },
  { hex: "#D55E00", ansi: 166 },
  { hex: "#009E73", ansi: 36 },
  { hex: "#CC79A7", ansi: 175 },
  { hex: "#E69F00", ansi: 214 },
  { hex: "#56B4E9", ansi: 74 },
  { hex: "#F0E442", ansi: 185 },
  { hex: "#7F7F7F", ansi: 244 },
  { hex: "#882255", ansi: 89 },
  { hex: "#999933", ansi: 100 },
];

/** A shape for each class, in Vega's names, so that a figure reads without colour too. */
export const classShapes: readonly string[] = [
  "circle",
  "cross",
  "triangle-up",
  "square",
  "diamond",
  "triangle-down",
  "triangle-right",
  "triangle-left",
  "stroke",
  "wedge",
];

/** A colour to fill a cell with, the nearest of a terminal's 256, and which ink is read on both. */
export interface Shade {
  readonly hex: string;
  readonly ansi: number;
  readonly ink: "dark" | "light";
}

/** Ink for words on a shade. */
export const inks: Readonly<Record<Shade["ink"], { readonly hex: string; readonly ansi: number }>> = {
  dark: { hex: "#000000", ansi: 16 },
  light: { hex: "#FFFFFF", ansi: 231 },
};

/**
 * From little to much: ColorBrewer's Blues, each darker than the one before and none lost on a light or a dark page.
 *
 * @see https://colorbrewer2.org/#type=sequential&scheme=Blues&n=5
 */
export const sequentialShades: readonly Shade[] = [
  { hex: "#EFF3FF", ansi: 255, ink: "dark" },
  { hex: "#BDD7E7", ansi: 153, ink: "dark" },
  { hex: "#6BAED6", ansi: 74, ink: "dark" },
  { hex: "#3182BD", ansi: 67, ink: "dark" },
  { hex: "#08519C", ansi: 25, ink: "light" },
];

/**
 * From far below the middle (blue) over the middle (nearly white) to far above (red), which colour-blind people can tell
 * apart: ColorBrewer's RdBu, turned round.
 *
 * @see https://colorbrewer2.org/#type=diverging&scheme=RdBu&n=7
 */
export const divergingShades: readonly Shade[] = [
  { hex: "#2166AC", ansi: 25, ink: "light" },
  { hex: "#67A9CF", ansi: 74, ink: "dark" },
  { hex: "#D1E5F0", ansi: 153, ink: "dark" },
  { hex: "#F7F7F7", ansi: 255, ink: "dark" },
  { hex: "#FDDBC7", ansi: 223, ink: "dark" },
  { hex: "#EF8A62", ansi: 209, ink: "dark" },
  { hex: "#B2182B", ansi: 124, ink: "light" },
];

/** What has no value: neither little nor much. */
export const noShade: Shade = { hex: "#A8A8A8", ansi: 248, ink: "dark" };
