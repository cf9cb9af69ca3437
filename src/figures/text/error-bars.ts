import type { Bar } from "../bars.ts";
import type { Pen } from "./pen.ts";
import { placeOn, type Scale } from "./scale.ts";

/** A bar in whole cells, paler where its error reaches into it, and beyond its end a line as far as the error goes. */
export function errorBarOf(
  { value, low = value, high = value }: Bar,
  scale: Scale,
  columns: number,
  pen: Pen,
): string {
  if (scale[0] === scale[1]) return "";
  const [full, pale] = [pen.glyphs.fromLeft.at(-1) ?? "#", paleSign(pen)];
  const { across, range, up } = pen.glyphs;
  const at = (place: number) => placeOn(scale, place, columns);
  const [zero, end, from, to] = [at(0), at(value), at(low), at(high)];
  const cells = new Array<string>(columns).fill(" ");
  // Zero's own cell belongs to its line where bars go both ways.
  const hasLine = scale[0] < 0;
  if (value > 0) cells.fill(full, zero + (hasLine ? 1 : 0), end + 1);
  if (value < 0) cells.fill(full, end, zero);
  for (let cell = from; cell <= to && to > from; cell++) cells[cell] = cells[cell] === full ? pale : across;
  if (to > from && cells[to] === across) cells[to] = range.end;
  if (to > from && cells[from] === across) cells[from] = range.start;
  if (hasLine && cells[zero] === " ") cells[zero] = up;
  return pen.inColour(cells.join("").trimEnd());
}

/** What the signs of an error mean. */
export function errorKey(pen: Pen): string {
  return `${paleSign(pen)}${pen.glyphs.across}${pen.glyphs.range.end} one deviation to either side`;
}

function paleSign(pen: Pen): string {
  return pen.glyphs.shades[1] ?? "*";
}
