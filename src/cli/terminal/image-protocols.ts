import type { Image } from "../../figures/png/draw-png.ts";

/** The ways in which terminals take images. */
export type Protocol = "kitty" | "iterm" | "sixel";

/** The size of an image on a terminal's screen. */
export interface Cells {
  readonly columns: number;
  readonly rows: number;
}

/** Kitty takes no longer pieces. */
const KITTY_CHUNK = 4096;

/** What makes a terminal show an image where its cursor is: one line without a line feed. */
export function imageSequence(image: Image, protocol: Protocol, cells: Cells): Promise<string> {
  if (protocol === "kitty") return Promise.resolve(kittySequence(image.png, cells));
  if (protocol === "iterm") return Promise.resolve(itermSequence(image.png, cells));
  return sixelSequence(image);
}

/** @see https://sw.kovidgoyal.net/kitty/graphics-protocol/ */
function kittySequence(png: Uint8Array, { columns }: Cells): string {
  const data = Buffer.from(png).toString("base64");
  const chunks = data.match(new RegExp(`.{1,${KITTY_CHUNK}}`, "g")) ?? [];
  return chunks
    .map((chunk, i) => {
      const more = i < chunks.length - 1 ? 1 : 0;
      // Transmit and show a PNG so wide, its height as its shape has it, and answer nothing.
      const keys = i === 0 ? `a=T,f=100,q=2,c=${columns},m=${more}` : `m=${more}`;
      return `\x1b_G${keys};${chunk}\x1b\\`;
    })
    .join("");
}

/** @see https://iterm2.com/documentation-images.html */
function itermSequence(png: Uint8Array, { columns, rows }: Cells): string {
  const keys = `inline=1;size=${png.length};width=${columns};height=${rows};preserveAspectRatio=1`;
  return `\x1b]1337;File=${keys}:${Buffer.from(png).toString("base64")}\x07`;
}

/** @see https://vt100.net/docs/vt3xx-gp/chapter14.html */
async function sixelSequence({ pixels, width, height }: Image): Promise<string> {
  const { image2sixel } = await import("sixel");
  // Its line feeds are only there for people, and a pager would cut at them.
  return image2sixel(pixels, width, height, 256, 1).replaceAll("\n", "");
}
