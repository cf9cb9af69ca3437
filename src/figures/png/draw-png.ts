export interface PngOptions {
  /** Pixels of the image for each of the drawing: 2, unless given, for screens that have so many. */
  readonly zoom?: number | undefined;
  /** Pixels that the image may be high; a higher one is drawn smaller. */
  readonly mostHeight?: number | undefined;
  /** Files of fonts, the most wanted first, for the words where the system has no font that the drawing names. */
  readonly fontFiles?: readonly string[] | undefined;
}

/** A drawing in pixels. */
export interface Image {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, row by row: red, green, blue, opacity. */
  readonly pixels: Uint8Array;
  /** The same as a file. */
  readonly png: Uint8Array;
}

/**
 * Draws in pixels what `drawSvg` gave. resvg is loaded for it, and only here.
 *
 * @example writeFileSync("proline.png", (await drawPng(await drawSvg(figure))).png)
 */
export async function drawPng(svg: string, options: PngOptions = {}): Promise<Image> {
  const { zoom = 2, mostHeight = Number.POSITIVE_INFINITY, fontFiles = [] } = options;
  const { renderAsync } = await import("@resvg/resvg-js");
  const value = Math.min(zoom, mostHeight / heightOf(svg));
  const font = fontFiles.length > 0 ? { fontFiles: [...fontFiles] } : {};
  const image = await renderAsync(svg, { fitTo: { mode: "zoom", value }, font });
  return { width: image.width, height: image.height, pixels: image.pixels, png: image.asPng() };
}

function heightOf(svg: string): number {
  return Number(/^<svg [^>]* height="(\d+)"/.exec(svg)?.[1]);
}
