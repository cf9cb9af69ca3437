import type { AxisKind } from "../line-axis.ts";
import { formatNumber } from "../numbers.ts";
import { dateTicks, type Labelled, writtenDate } from "./date-ticks.ts";
import { placeOn, readableTicks, roundScale, type Scale, type Spacing, type Tick, ticksOn } from "./scale.ts";

/** An axis of a plot of lines, in cells. */
export interface CellAxis {
  readonly ticks: readonly Tick[];
  /** Where a value lies among so many places from the start of the axis to its end. */
  placeOf(value: number, count: number): number;
  /** A value as a sentence says it. */
  written(value: number): string;
}

/** Powers of ten that two ticks may lie apart. */
const LEAPS = [1, 2, 3, 5, 10, 20, 50, 100, 200];

/** What an axis shows, and whether it must show just that; else a linear axis goes on to round numbers. */
export interface Span {
  readonly ends: Scale;
  readonly isFixed: boolean;
}

/** How long an axis is, the dots in each of its cells, and about how many ticks it may have. */
export interface Length {
  readonly cells: number;
  readonly dots: number;
  readonly most: number;
}

/** An axis with its ticks. */
export function cellAxis(
  kind: AxisKind,
  { ends, isFixed }: Span,
  { cells, dots, most }: Length,
  spacing: (label: string) => Spacing,
): CellAxis {
  const unitOf = kind === "log" ? Math.log10 : (value: number) => value;
  const exact: Scale = [unitOf(ends[0]), unitOf(ends[1])];
  const isEven = kind === "linear" || kind === "whole";
  const scale = isEven && !isFixed ? roundScale(exact) : exact;
  const placeOf = (value: number, count: number) => placeOn(scale, unitOf(value), count);
  const at = (value: number) => Math.floor(placeOf(value, cells * dots) / dots);
  const chosen = (choices: readonly (readonly Labelled[])[]) =>
    readableTicks(
      choices.map((ticks) => ticks.map(({ value, label }) => ({ at: at(value), label }))),
      spacing,
    );
  if (kind === "dates") return { placeOf, written: writtenDate, ticks: chosen(dateTicks(scale, most)) };
  const written = (value: number) => formatNumber(value, 4);
  const powers = kind === "log" ? powerTicks(scale) : [];
  if (powers.some((ticks) => ticks.length > 1)) return { placeOf, written, ticks: chosen(powers) };
  const [min, max] = kind === "log" ? ends : scale;
  const mostWhole = kind === "whole" && max - min >= 2 ? Math.floor(max - min) : most;
  return { placeOf, written, ticks: ticksOn([min, max], Math.min(most, mostWhole), at, spacing) };
}

/** Powers of ten along a scale of exponents, with their doubles and fives, then alone, then leaving some out. */
function powerTicks([min, max]: Scale): Labelled[][] {
  const within = (mantissas: readonly number[], leap: number) => {
    const first = Math.floor(min / leap) * leap;
    const count = Math.floor((max - first) / leap) + 1;
    return Array.from({ length: count }, (_, i) => first + i * leap)
      .flatMap((exponent) => mantissas.map((mantissa) => Number(`${mantissa}e${exponent}`)))
      .filter((value) => value > 0 && Math.log10(value) >= min && Math.log10(value) <= max)
      .map((value) => ({ value, label: powerLabel(value) }));
  };
  const close = max - min <= 4 ? [within([1, 2, 5], 1)] : [];
  return [...close, ...LEAPS.map((leap) => within([1], leap))].filter((ticks) => ticks.length > 0);
}

/** Short, so that small powers leave room for the plot: "0.001", "5000", but "1e-4" and "2e5". */
function powerLabel(value: number): string {
  return value >= 1e-3 && value < 1e5 ? formatNumber(value) : value.toExponential().replace("e+", "e");
}
