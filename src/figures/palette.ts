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
