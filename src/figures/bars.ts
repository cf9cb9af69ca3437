import { isDrawable, leftOutNotes, samenessNotes } from "./drawable.ts";
import { formatNumber } from "./numbers.ts";
import { classColours } from "./palette.ts";
import { type Axis, type FigureOf, figureOf, type Words } from "./spec.ts";

export interface BarsOptions extends Words {
  readonly xTitle: string;
  /** How a value is printed, for example `percent`. Three significant digits unless given. */
  readonly format?: ((value: number) => string) | undefined;
}

/** A bar, with its value as a reader sees it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

export type BarsFigure = FigureOf<"bars", Bar, { readonly encoding: { readonly x: Axis } }>;

/**
 * Amounts as horizontal bars in the order given, each with its number.
 *
 * Values that are not finite are left out, and the figure says how many.
 *
 * @param values amounts by label, or a list of labels and amounts
 * @throws RangeError if a label comes twice
 * @example bars({ proline: 0.998, alcohol: 0.0000031 }, { title: "Proline decides", xTitle: "share", format: percent })
 */
export function bars(
  values: Readonly<Record<string, number>> | readonly { readonly label: string; readonly value: number }[],
  options: BarsOptions,
): BarsFigure {
  const { format = formatNumber, xTitle } = options;
  const given = isList(values) ? values : Object.entries(values).map(([label, value]) => ({ label, value }));
  refuseRepeatedLabels(given.map(({ label }) => label));

  const rows = given
    .filter(({ value }) => isDrawable(value))
    .map(({ label, value }) => ({ label, value, text: visiblyNonZero(value, format) }));
  const leftOut = given.filter(({ value }) => !isDrawable(value)).map(({ label }) => label);
  const amounts = rows.map(({ value }) => value);
  const notes = [
    ...leftOutNotes(leftOut.length, given.length, "values", leftOut),
    ...samenessNotes(amounts, "value"),
  ];
  const label = { field: "label", type: "nominal", title: null, sort: null, axis: { labelLimit: 240 } };
  return figureOf("bars", options, notes, rows, {
    layer: [
      { mark: { type: "bar", color: classColours[0]?.hex } },
      {
        transform: [{ calculate: "max(0, datum.value)", as: "end" }],
        mark: { type: "text", align: "left", dx: 4 },
        encoding: { x: { field: "end", type: "quantitative" }, text: { field: "text", type: "nominal" } },
      },
    ],
    encoding: { x: { field: "value", type: "quantitative", title: xTitle }, y: label },
  });
}

/** Vega-Lite would draw bars of one label on top of each other. */
function refuseRepeatedLabels(labels: readonly string[]): void {
  const seen = new Set<string>();
  for (const label of labels) {
    if (seen.has(label))
      throw new RangeError(`bars needs a label of its own for each bar, got "${label}" twice.`);
    seen.add(label);
  }
}

function isList(values: object): values is readonly { readonly label: string; readonly value: number }[] {
  return Array.isArray(values);
}

/** A format with few digits prints a tiny value as zero; then the text says on which side of zero it is. */
function visiblyNonZero(value: number, format: (value: number) => string): string {
  const text = format(value);
  const zero = format(0);
  const looksZero = [zero, `-${zero}`, `−${zero}`].includes(text);
  if (value === 0 || !looksZero) return text;
  return value > 0 ? `> ${zero}` : `< ${zero}`;
}
