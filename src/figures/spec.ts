const schema = "https://vega.github.io/schema/vega-lite/v6.json";

/**
 * A complete Vega-Lite v6 spec with its data inside. What is named here is what our own drawings read; the rest
 * (marks, layers, sizes) is for Vega-Lite alone.
 *
 * @see https://vega.github.io/vega-lite/docs/spec.html
 */
export interface VegaLiteSpec<Row = unknown> {
  readonly $schema: typeof schema;
  readonly title: { readonly text: string; readonly subtitle: readonly string[] };
  readonly description?: string;
  readonly data: { readonly values: readonly Row[] };
  readonly [property: string]: unknown;
}

/** The words around a figure: what is seen, and what to make of it. */
export interface Words {
  readonly title: string;
  readonly caption?: string | undefined;
}

/** A figure of one kind, whose spec holds `Row`s and what `Drawing` names: plain data that survives JSON. */
export interface FigureOf<Kind extends string, Row, Drawing> {
  readonly kind: Kind;
  readonly title: string;
  readonly caption?: string;
  /** What a reader must know about the data: rows left out, nothing to draw, all values the same. */
  readonly notes: readonly string[];
  readonly spec: VegaLiteSpec<Row> & Drawing;
}

/** A quantitative position channel, as far as our own drawings read it. */
export interface Axis {
  readonly field: string;
  readonly type: "quantitative";
  readonly title: string;
}

/**
 * Puts a figure together: the words go where people and Vega-Lite each look for them.
 *
 * @param drawing the Vega-Lite properties besides schema, title, description and data
 */
export function figureOf<Kind extends string, Row, Drawing extends object>(
  kind: Kind,
  { title, caption }: Words,
  notes: readonly string[],
  values: readonly Row[],
  drawing: Drawing,
): FigureOf<Kind, Row, Drawing> {
  return {
    kind,
    title,
    ...(caption === undefined ? {} : { caption }),
    notes,
    spec: {
      $schema: schema,
      title: { text: title, subtitle: notes },
      ...(caption === undefined ? {} : { description: caption }),
      data: { values },
      ...drawing,
    },
  };
}

/** Whether a value is a Vega-Lite spec with its data inside. */
export function isVegaLiteSpec(value: unknown): value is VegaLiteSpec {
  if (typeof value !== "object" || value === null) return false;
  if (!("$schema" in value) || value.$schema !== schema) return false;
  if (!("data" in value) || typeof value.data !== "object" || value.data === null) return false;
  return "values" in value.data && Array.isArray(value.data.values);
}
