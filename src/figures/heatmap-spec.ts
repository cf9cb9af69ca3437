import { classColours, divergingShades, inks, noShade, sequentialShades } from "./palette.ts";

/** Numbers in more cells than this are no picture. */
const MOST_WRITTEN = { columns: 12, rows: 40 };

/** Pixels: across a sign, up a line, and along a side that many cells share. */
const SIGN = 7;
const LINE = 16;
const SIDE = 420;
/** So many lines of cells are high enough for a name each. */
const MOST_NAMED = 40;
/** Smaller cells than this would be all outline. */
const LEAST_OUTLINED = 20;

/** From where on light ink is read better than dark: on a scale of 0 to 1, or of 1 over 0 to 1 where there is a middle. */
export const lightInkFrom = { sequential: 0.79, diverging: 0.88 };

/** A value in its place, and as a reader sees it. */
export interface HeatCell {
  readonly row: string;
  readonly column: string;
  /** Null for what is not a number, infinite or too large to draw. */
  readonly value: number | null;
  /** Empty if it is not to be written. */
  readonly text: string;
  /** Outlined, since it is more than one of many. */
  readonly marked?: true;
}

/** What a heatmap looks like, besides its cells. */
export interface HeatmapLook {
  /** A name of its own for each row, from the top. */
  readonly rows: readonly string[];
  /** A name of its own for each column, from the left. */
  readonly columns: readonly string[];
  /** What the rows are. */
  readonly rowTitle?: string | undefined;
  /** What the columns are. */
  readonly columnTitle?: string | undefined;
  /** What the numbers are, with their unit. */
  readonly valueTitle?: string | undefined;
  /** `"diverging"` has a middle, and two sides that differ in kind. `"sequential"` unless given. */
  readonly scale?: "sequential" | "diverging" | undefined;
  /** Whether values are written into their cells. Where they can be read, unless given. */
  readonly showValues?: boolean | undefined;
  /** Whether columns follow one another as on an axis, so that some of their names tell of the others. */
  readonly ordered?: boolean | undefined;
}

/** Row or column names, as far as our own drawings read them. */
interface Names {
  readonly field: string;
  /** Ordinal names follow one another as on an axis. */
  readonly type: "nominal" | "ordinal";
  readonly title: string | null;
  readonly scale: { readonly domain: readonly string[] };
  readonly axis: object;
}

/** The Vega-Lite properties of a heatmap, as far as our own drawings read them. */
export interface HeatmapSpec {
  readonly encoding: {
    readonly x: Names;
    readonly y: Names;
    readonly color: {
      readonly title: string | null;
      /** As many numbers as shades, from the smallest to the largest. */
      readonly scale: { readonly domain: readonly number[]; readonly range: readonly string[] };
    };
  };
  readonly [property: string]: unknown;
}

/** Whether a heatmap's shades go two ways from a middle. */
export function isDiverging(range: readonly string[]): boolean {
  return range.length === divergingShades.length;
}

/** Draws cells by row and column, shaded over a domain, with values where they can be read. */
export function heatmapSpec(
  cells: readonly HeatCell[],
  domain: readonly [number, number],
  look: HeatmapLook,
): HeatmapSpec {
  const { rows, columns, rowTitle = null, columnTitle = null, valueTitle = null } = look;
  const isWritten =
    look.showValues ?? (columns.length <= MOST_WRITTEN.columns && rows.length <= MOST_WRITTEN.rows);
  const texts = cells.map(({ text }) => text);
  const across = isWritten ? writtenWidth(texts, columns) : sharedOut(columns.length);
  const up = isWritten ? 36 : look.ordered ? Math.max(LINE, sharedOut(rows.length)) : sharedOut(rows.length);
  const isOutlined = across >= LEAST_OUTLINED && cells.some(({ marked }) => marked);
  return {
    width: isWritten ? { step: across } : across * columns.length,
    height: up * rows.length,
    layer: [
      { mark: { type: "rect" } },
      ...(cells.some(({ value }) => value === null) ? [emptyLayer] : []),
      ...(isOutlined ? [outlineLayer] : []),
      ...(isWritten ? [textLayer(domain, look)] : []),
    ],
    encoding: {
      x: {
        field: "column",
        type: look.ordered ? "ordinal" : "nominal",
        title: columnTitle,
        scale: { domain: columns },
        axis: acrossAxis(columns, across, look),
      },
      y: {
        field: "row",
        type: "nominal",
        title: rowTitle,
        scale: { domain: rows },
        axis: { labelLimit: 400, labelOverlap: up < LINE },
      },
      color: colorOf(domain, look.scale, valueTitle, up * rows.length),
    },
  };
}

/** The width of a cell that holds its number, and its column's name if all are short. */
function writtenWidth(texts: readonly string[], columns: readonly string[]): number {
  const forTexts = Math.max(48, SIGN * longestOf(texts) + 12);
  const forNames = Math.max(forTexts, SIGN * longestOf(columns) + 12);
  return forNames * columns.length <= SIDE ? forNames : forTexts;
}

function longestOf(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}

/** The length of a cell's side where many share the plot's. */
function sharedOut(count: number): number {
  const least = count <= MOST_NAMED ? LINE + 1 : 5;
  return Math.min(Math.max(Math.floor(SIDE / Math.max(count, 1)), least), 36);
}

/** Names that are too long for their cells are written aslant. */
function acrossAxis(columns: readonly string[], step: number, { ordered }: HeatmapLook): object {
  if (ordered) return { orient: "bottom", labelAngle: 0, labelOverlap: true };
  const isSlanted = longestOf(columns) * SIGN > step - 4;
  const overlap = step < LINE - 2;
  return {
    orient: "top",
    labelAngle: isSlanted ? -45 : 0,
    labelLimit: 160,
    labelOverlap: overlap,
    ...(step < 24 ? { labelFontSize: 10 } : {}),
  };
}

function colorOf(
  domain: readonly [number, number],
  scale: HeatmapLook["scale"],
  title: string | null,
  height: number,
) {
  const shades = scale === "diverging" ? divergingShades : sequentialShades;
  const stops = shades.map((_, i) => {
    const share = i / (shades.length - 1);
    return domain[0] * (1 - share) + domain[1] * share;
  });
  const range = shades.map(({ hex }) => hex);
  return {
    field: "value",
    type: "quantitative",
    title,
    legend: { titleLimit: 0, gradientLength: Math.min(Math.max(height, 60), 200) },
    scale: { domain: stops, range, interpolate: "rgb", clamp: true },
  };
}

/** Without it, Vega-Lite would leave holes that look like the page. */
const emptyLayer = {
  transform: [{ filter: "datum.value === null" }],
  mark: { type: "rect" },
  encoding: { color: { value: noShade.hex } },
};

const outlineLayer = {
  transform: [{ filter: "datum.marked === true" }],
  mark: { type: "rect", filled: false, strokeWidth: 2.5 },
  encoding: { color: { value: classColours[1]?.hex } },
};

function textLayer([min, max]: readonly [number, number], { scale = "sequential" }: HeatmapLook): object {
  const share = `(datum.value - (${min})) / ${max - min}`;
  const depth = scale === "diverging" ? `abs(2 * ${share} - 1)` : share;
  return {
    mark: { type: "text" },
    encoding: {
      text: { field: "text", type: "nominal" },
      color: {
        condition: {
          test: `datum.value !== null && ${depth} > ${lightInkFrom[scale]}`,
          value: inks.light.hex,
        },
        value: inks.dark.hex,
      },
    },
  };
}
