import { type Canvas, cellAt, type DotPlace } from "./strokes.ts";

/** A line has a sign at each of its points if that leaves so many columns for each. */
const ROOMY = 8;
/** Else it has about so many signs. */
const SIGNS = 6;

/**
 * The cells in which a line shows its own sign: at its points if they are few, else at some of them, for each line
 * elsewhere, so that of lines which lie on one another all can be seen.
 *
 * @param places the line's points
 * @param line which of how many lines it is
 */
export function signCells(
  places: readonly DotPlace[],
  canvas: Canvas,
  line: { readonly number: number; readonly of: number },
): number[] {
  if (places.length <= canvas.columns / ROOMY) return places.map((place) => cellAt(canvas, place));
  const apart = (canvas.columns * canvas.dotsAcross) / SIGNS;
  const cells: number[] = [];
  let walked = apart * (1 - (line.number + 0.5) / line.of);
  places.forEach((place, i) => {
    walked += Math.abs(place.x - (places[i - 1] ?? place).x);
    if (walked < apart) return;
    walked %= apart;
    cells.push(cellAt(canvas, place));
  });
  return cells.length > 0 ? cells : places.slice(0, 1).map((place) => cellAt(canvas, place));
}
