import type { Loader, LoggerInterface } from "vega";

import type { VegaLiteSpec } from "../spec.ts";
import { widthOfText } from "./letter-widths.ts";
import { inTheme, withOwnIds } from "./markup.ts";
import { copyForVega } from "./spec-copy.ts";
import { fontFamily, type Theme } from "./themes.ts";
import { type Layout, vegaConfig } from "./vega-config.ts";
import type { Piece } from "./words.ts";

/** Draws a spec with Vega, without title and description, which stand around the plot. */
export async function drawPlot(
  spec: VegaLiteSpec,
  theme: Theme,
  warn: (message: string) => void,
  layout: Layout,
): Promise<Piece> {
  const [vegaLite, vega] = await Promise.all([import("vega-lite"), import("vega")]);
  measureLikeUs(vega);
  const logger = loggerTo(warn);
  const { spec: compiled } = vegaLite.compile(copyForVega(spec, layout.plotWidth), {
    config: vegaConfig(theme, layout),
    logger,
  });
  const view = new vega.View(vega.parse(compiled), { renderer: "none", loader: closedLoader, logger });
  try {
    return opened(inTheme(withOwnIds(await view.toSVG()), theme));
  } finally {
    view.finalize();
  }
}

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  readonly limit?: number;
}

/** Vega guesses at widths where it has no canvas, and badly; its metrics, which its types leave out, take a better guess. */
function measureLikeUs(vega: object): void {
  if ("textMetrics" in vega && typeof vega.textMetrics === "object" && vega.textMetrics !== null)
    Object.assign(vega.textMetrics, { width: widthForVega });
}

function widthForVega({ fontSize = 11, fontWeight, limit = 0 }: TextItem, text: unknown): number {
  const isBold = fontWeight === "bold" || Number(fontWeight) >= 600;
  const width = widthOfText(String(text ?? "").trim(), fontSize, isBold);
  // It will be cut to its limit.
  return limit > 0 ? Math.min(width, limit) : width;
}

/** A figure holds all that it shows: nothing is ever fetched for it. */
const refuse = (what: string) =>
  Promise.reject(new Error(`A figure may load nothing, and this one asks for ${what}.`));
const closedLoader: Loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

function loggerTo(warn: (message: string) => void): LoggerInterface {
  const say = (...words: readonly unknown[]) => {
    warn(words.join(" "));
    return logger;
  };
  const ignore = () => logger;
  function level(): number;
  function level(_: number): LoggerInterface;
  function level(value?: number): number | LoggerInterface {
    return value === undefined ? 2 : logger;
  }
  const logger: LoggerInterface = { level, error: say, warn: say, info: ignore, debug: ignore };
  return logger;
}

/** What stands inside Vega's own svg element, to be put into ours. */
function opened(svg: string): Piece {
  const [, tag = "", inner = ""] = /^<svg([^>]*)>(.*)<\/svg>\s*$/s.exec(svg) ?? [];
  const size = (name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(tag)?.[1]);
  const markup = inner.replaceAll(` font-family="${fontFamily}"`, "");
  return { markup, width: size("width"), height: size("height") };
}
