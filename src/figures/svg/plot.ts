import type { Loader, LoggerInterface } from "vega";
import type { TopLevelSpec } from "vega-lite";

import type { VegaLiteSpec } from "../spec.ts";
import { oneLine } from "../text/words.ts";
import { widthOfText } from "./letter-widths.ts";
import { inTheme, withOwnIds } from "./markup.ts";
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
  const { spec: compiled } = vegaLite.compile(ownCopy(spec), { config: vegaConfig(theme, layout), logger });
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
}

/** Vega guesses at widths where it has no canvas, and badly; its metrics, which its types leave out, take a better guess. */
function measureLikeUs(vega: object): void {
  if ("textMetrics" in vega && typeof vega.textMetrics === "object" && vega.textMetrics !== null)
    Object.assign(vega.textMetrics, { width: widthForVega });
}

function widthForVega({ fontSize = 11, fontWeight }: TextItem, text: unknown): number {
  return widthOfText(String(text ?? ""), fontSize, fontWeight === "bold" || Number(fontWeight) >= 600);
}

/** Vega writes into the rows that it is given, and names that come from data may hold what XML can't. */
function ownCopy({ title, description, ...drawing }: VegaLiteSpec): TopLevelSpec {
  return JSON.parse(JSON.stringify(drawing), (_, value: unknown) =>
    typeof value === "string" ? oneLine(value) : value,
  );
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
