import { extentOf } from "../extent.ts";
import { formatNumber } from "../numbers.ts";
import { type Cloud, cellOf, type Dot, type Size } from "./cloud.ts";
import type { Sign } from "./grid.ts";
import type { Pen } from "./pen.ts";

/** In each cell a sign for the largest of the amounts there; equal steps from the smallest amount to the largest. */
export function sizeCloud(
  dots: readonly Dot[],
  amounts: readonly number[],
  title: string,
  { columns, rows }: Size,
  pen: Pen,
): Cloud {
  const [min, max] = extentOf(amounts);
  const signs = pen.glyphs.sizes;
  const step = max / signs.length - min / signs.length;
  const levelOf = (amount: number) =>
    step > 0 ? Math.min(Math.floor((amount - min) / step), signs.length - 1) : signs.length - 1;
  const levels = Array.from({ length: rows }, () => new Array<number>(columns).fill(-1));
  dots.forEach((dot, i) => {
    const { row, column } = cellOf(dot);
    const cells = levels[row];
    if (cells !== undefined) cells[column] = Math.max(cells[column] ?? -1, levelOf(amounts[i] ?? min));
  });
  const signOf = (level: number): Sign | undefined => {
    const text = signs[level];
    return text === undefined ? undefined : { text, colour: 0 };
  };
  const number = (value: number) => formatNumber(value);
  const key = signs.map((sign, level) => {
    const range = `${number(min + level * step)}–${number(level === signs.length - 1 ? max : min + (level + 1) * step)}`;
    return `${pen.inColour(sign)} ${pen.words(range)}`;
  });
  const only = `${pen.inColour(signs.at(-1) ?? "")} ${pen.words(number(max))}`;
  return {
    grid: levels.map((row) => row.map(signOf)),
    key: [...(step > 0 ? key : [only]), pen.fit(title, 30)],
    notes: [],
  };
}
