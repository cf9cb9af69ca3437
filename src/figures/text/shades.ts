import { isDiverging } from "../heatmap-spec.ts";
import { formatNumber } from "../numbers.ts";
import { divergingShades, noShade, type Shade, sequentialShades } from "../palette.ts";
import type { Pen } from "./pen.ts";
import { cellsOf } from "./words.ts";

/** How a value looks: a sign to fill its cell with, and the shade below. */
export interface Tone {
  readonly sign: string;
  readonly shade: Shade;
  /** Where colour hides the signs that only imitate it, those with a meaning of their own stay. */
  readonly ink: "seen" | "unseen";
}

/** Numbers from the smallest to the largest, and as many shades. */
export interface ShadeScale {
  readonly domain: readonly number[];
  readonly range: readonly string[];
}

/** Below the middle, from far to near: heavier minus signs, since shades alone would not tell the two sides apart. */
const minusSigns = { blocks: [..."≡=-"], ascii: [..."%=-"] };

/** The tone of each value on a scale; without a value, a question mark. */
export function tonesOn({ domain, range }: ShadeScale, pen: Pen): (value: number | null) => Tone {
  const [min = 0, max = 1] = [domain[0], domain.at(-1)];
  const shareOf = (value: number) => Math.min(Math.max((value - min) / (max - min), 0), 1);
  const tones = isDiverging(range) ? divergingTones(pen) : sequentialTones(pen);
  const levelOf = isDiverging(range) ? oneOfEqual : nothingOrMore;
  const none: Tone = { sign: "?", shade: noShade, ink: "seen" };
  return (value) => (value === null ? none : (tones[levelOf(shareOf(value), tones.length)] ?? none));
}

function sequentialTones({ glyphs }: Pen): Tone[] {
  const signs = [" ", ...glyphs.shades];
  return sequentialShades.map((shade, i) => ({ sign: signs[i] ?? " ", shade, ink: "unseen" }));
}

function divergingTones({ glyphs, isAscii }: Pen): Tone[] {
  const [light = "", dark = "", , full = ""] = glyphs.shades;
  const minus = isAscii ? minusSigns.ascii : minusSigns.blocks;
  const signs = [...minus, " ", light, dark, full];
  return divergingShades.map((shade, i) => ({
    sign: signs[i] ?? " ",
    shade,
    ink: i < minus.length ? "seen" : "unseen",
  }));
}

function oneOfEqual(share: number, levels: number): number {
  return Math.min(Math.floor(share * levels), levels - 1);
}

/** What is more than the least shows, as a rare mistake should. */
function nothingOrMore(share: number, levels: number): number {
  return Math.ceil(share * (levels - 1));
}

/** A ramp of all tones between the numbers at its ends. */
export function shadeKey(scale: ShadeScale, pen: Pen): string {
  const [min = 0, max = 1] = [scale.domain[0], scale.domain.at(-1)];
  const [from = "", to = ""] = [min, max].map((end) => pen.words(formatNumber(end)));
  const signs = Math.min(21, pen.width - cellsOf(from) - cellsOf(to) - 2);
  const toneOf = tonesOn(scale, pen);
  const ramp = Array.from({ length: signs }, (_, i) => {
    const share = i / (signs - 1);
    const { sign, shade, ink } = toneOf(min * (1 - share) + max * share);
    return pen.onShade(sign, shade, ink);
  });
  return `${from} ${ramp.join("")} ${to}`;
}
