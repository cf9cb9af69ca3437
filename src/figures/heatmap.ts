import { isDrawable, leftOutNotes, samenessNotes } from "./drawable.ts";
import { extentOf, openExtent } from "./extent.ts";
import { type HeatCell, type HeatmapLook, type HeatmapSpec, heatmapSpec } from "./heatmap-spec.ts";
import { formatNumber } from "./numbers.ts";
import { type FigureOf, figureOf, type Words } from "./spec.ts";

export interface HeatmapOptions extends Words, HeatmapLook {
  /** The values of the lightest and the darkest shade, or of the two darkest. What the values need, unless given. */
  readonly domain?: readonly [number, number] | undefined;
  /** How a value is printed. Three significant digits unless given. */
  readonly format?: ((value: number) => string) | undefined;
  /** Which cells get an outline, such as the best one. */
  readonly marked?: ((row: number, column: number) => boolean) | undefined;
}

export type HeatmapFigure = FigureOf<"heatmap", HeatCell, HeatmapSpec>;

/**
 * Numbers by row and column as shaded cells.
 *
 * Cells without a finite number stay without a shade, and the figure says how many.
 *
 * @param cells rows from the top, `[nRows, nColumns]`
 * @throws RangeError if there are not as many cells as names, a name comes twice or the domain has no length
 * @example heatmap([[0.81, 0.84]], { title: "…", rows: ["depth 3"], columns: ["10 trees", "100 trees"], valueTitle: "accuracy" })
 */
export function heatmap(cells: readonly (readonly number[])[], options: HeatmapOptions): HeatmapFigure {
  refuseUnlikeShapes(cells, options);
  const all = cells.flat();
  const drawable = all.filter(isDrawable);
  return heatmapOf(cells, options, [
    ...leftOutNotes(all.length - drawable.length, all.length, "cells"),
    ...samenessNotes(drawable, "value"),
  ]);
}

/** A heatmap with notes of its own, for cells that are as many as there are names. */
export function heatmapOf(
  cells: readonly (readonly number[])[],
  options: HeatmapOptions,
  notes: readonly string[],
): HeatmapFigure {
  const { rows, columns, format = formatNumber, showValues, marked = () => false } = options;
  const values = rows.flatMap((row, i) =>
    columns.map((column, j): HeatCell => {
      const value = cells[i]?.[j];
      const text = showValues === false ? "" : isDrawable(value) ? format(value) : "?";
      const place = { row, column, value: isDrawable(value) ? withoutSign(value) : null, text };
      return marked(i, j) ? { ...place, marked: true } : place;
    }),
  );
  const spec = heatmapSpec(values, domainOf(values, options), options);
  return figureOf("heatmap", options, notes, values, spec);
}

/** −0 does not survive JSON. */
function withoutSign(value: number): number {
  return value === 0 ? 0 : value;
}

function domainOf(cells: readonly HeatCell[], { domain, scale }: HeatmapOptions): readonly [number, number] {
  if (domain !== undefined) {
    if (isDrawable(domain[0]) && isDrawable(domain[1]) && domain[0] < domain[1]) return domain;
    throw new RangeError(`heatmap needs a domain from a number to a larger one, got ${domain.join(" to ")}.`);
  }
  const [min, max] = extentOf(cells.flatMap(({ value }) => value ?? []));
  if (scale !== "diverging") return openExtent([min, max]);
  const farthest = Math.max(-min, max);
  return farthest > 0 ? [-farthest, farthest] : [-1, 1];
}

function refuseUnlikeShapes(cells: readonly (readonly number[])[], { rows, columns }: HeatmapOptions): void {
  if (cells.length !== rows.length)
    throw new RangeError(`heatmap needs a name for each row, got ${rows.length} for ${cells.length} rows.`);
  const unlike = cells.findIndex((row) => row.length !== columns.length);
  if (unlike >= 0)
    throw new RangeError(
      `heatmap needs a cell for each of ${columns.length} columns, got ${cells[unlike]?.length} in row ${unlike}.`,
    );
  refuseRepeats("row", rows);
  refuseRepeats("column", columns);
}

/** Vega-Lite would draw cells of one name on top of each other. */
function refuseRepeats(kind: string, names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new RangeError(`heatmap needs a name of its own for each ${kind}, got "${twice}" twice.`);
}
