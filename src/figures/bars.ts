import { isDrawable, leftOutNotes, samenessNotes } from "./drawable.ts";
import { formatNumber } from "./numbers.ts";
import { classColours } from "./palette.ts";
import { moreNotes } from "./sample.ts";
import { type Axis, type FigureOf, figureOf, type Words } from "./spec.ts";

export interface BarsOptions extends Words {
  readonly xTitle: string;
  /** How a value is printed, for example `percent`. Three significant digits unless given. */
  readonly format?: ((value: number) => string) | undefined;
}

/** An amount by name, and how far a line for its error goes to either side. */
export interface Amount {
  readonly label: string;
  readonly value: number;
  readonly deviation?: number | undefined;
}

/** A bar, with its value as a reader sees it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  /** The ends of the line for its error. */
  readonly low?: number;
  readonly high?: number;
}

export type BarsFigure = FigureOf<"bars", Bar, { readonly encoding: { readonly x: Axis } }>;

/** More bars than this are no picture. */
const MOST_BARS = 60;

/**
 * Amounts as horizontal bars in the order given, each with its number, and its error if one is given.
 *
 * Values that are not finite are left out, of more than 60 bars the first are drawn, and the figure says so.
 *
 * @param values amounts by label, or a list of labels and amounts
 * @throws RangeError if a label comes twice
 * @example bars({ proline: 0.998, alcohol: 0.0000031 }, { title: "Proline decides", xTitle: "share", format: percent })
 */
export function bars(
  values: Readonly<Record<string, number>> | readonly Amount[],
  options: BarsOptions,
): BarsFigure {
  const given = isList(values) ? values : Object.entries(values).map(([label, value]) => ({ label, value }));
  return barsOf(given, options, { who: "bars", most: MOST_BARS, thing: "bar" });
}

/**
 * Bars for a builder of that name, so many of them at most; `thing` is what each is.
 *
 * @throws RangeError if a label comes twice
 */
export function barsOf(
  given: readonly Amount[],
  options: BarsOptions,
  { who, most, thing }: { readonly who: string; readonly most: number; readonly thing: string },
): BarsFigure {
  const { format = formatNumber } = options;
  refuseRepeatedLabels(
    given.map(({ label }) => label),
    who,
  );
  const drawable = given.filter(({ value }) => isDrawable(value));
  const leftOut = given.filter(({ value }) => !isDrawable(value)).map(({ label }) => label);
  const rows = drawable.slice(0, most).map((amount) => barOf(amount, format));
  const notes = [
    ...leftOutNotes(leftOut.length, given.length, "values", leftOut),
    ...samenessNotes(
      drawable.map(({ value }) => value),
      "value",
    ),
    ...moreNotes(drawable.length - rows.length, thing),
  ];
  return figureOf("bars", options, notes, rows, specOf(rows, options.xTitle));
}

function specOf(rows: readonly Bar[], xTitle: string) {
  const hasErrors = rows.some(({ low }) => low !== undefined);
  const color = classColours[0]?.hex;
  const errors = {
    transform: [{ filter: "isValid(datum.low)" }],
    mark: { type: "errorbar", ticks: { height: 8 }, thickness: 1.5 },
    encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
  };
  const numbers = {
    transform: [{ calculate: "max(0, datum.value, isValid(datum.high) ? datum.high : 0)", as: "end" }],
    mark: { type: "text", align: "left", dx: 4 },
    encoding: { x: { field: "end", type: "quantitative" }, text: { field: "text", type: "nominal" } },
  };
  const label = { field: "label", type: "nominal", title: null, sort: null };
  const x = { field: "value", type: "quantitative", title: xTitle } as const;
  return {
    layer: [
      // Where there are errors, a paler bar lets their lines be seen upon it.
      { mark: { type: "bar", color, ...(hasErrors ? { opacity: 0.6 } : {}) } },
      ...(hasErrors ? [errors] : []),
      numbers,
    ],
    encoding: { x, y: label },
  };
}

/** Vega-Lite would draw bars of one label on top of each other. */
function refuseRepeatedLabels(labels: readonly string[], who: string): void {
  const seen = new Set<string>();
  for (const label of labels) {
    if (seen.has(label))
      throw new RangeError(`${who} needs a label of its own for each bar, got "${label}" twice.`);
    seen.add(label);
  }
}

function isList(values: object): values is readonly Amount[] {
  return Array.isArray(values);
}

function barOf({ label, value, deviation }: Amount, format: (value: number) => string): Bar {
  const text = visiblyNonZero(value, format);
  if (!isDrawable(deviation)) return { label, value, text };
  const size = Math.abs(deviation);
  return {
    label,
    value,
    text: `${text} ± ${visiblyNonZero(size, format)}`,
    low: value - size,
    high: value + size,
  };
}

/** A format with few digits prints a tiny value as zero; then the text says on which side of zero it is. */
function visiblyNonZero(value: number, format: (value: number) => string): string {
  const text = format(value);
  const zero = format(0);
  const looksZero = [zero, `-${zero}`, `−${zero}`].includes(text);
  if (value === 0 || !looksZero) return text;
  return value > 0 ? `> ${zero}` : `< ${zero}`;
}
