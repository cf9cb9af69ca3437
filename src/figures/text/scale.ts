import { openExtent } from "../extent.ts";
import { multiple, multiplesWithin, type RoundStep, roundStep, stepsBelow } from "../round-steps.ts";

/** The numbers at the two ends of an axis; `min < max`. */
export type Scale = readonly [min: number, max: number];

/** A place on an axis, counted in cells from its start, and what is written there. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** A scale that holds the extent and starts and ends at round numbers close to it. */
export function roundScale(extent: Scale): Scale {
  const [min, max] = openExtent(extent);
  const step = roundStep(max - min, 20);
  const below = stepsBelow(step, max);
  const isRound = multiple(step, below) === max;
  return [multiple(step, stepsBelow(step, min)), multiple(step, isRound ? below : below + 1)];
}

/** Where a value falls among `count` places from one end of the scale to the other, ends included. */
export function placeOn([min, max]: Scale, value: number, count: number): number {
  return Math.round(((value - min) / (max - min)) * (count - 1));
}

/** Cells from one label's start to the next one's: the least that can be read, and enough to read it at ease. */
export interface Spacing {
  readonly least: number;
  readonly ease: number;
}

/**
 * Round numbers along a scale, as many as are read with ease; if need be closer, so that two of them show the scale.
 *
 * @param most about how many there may be
 * @param at where a value goes
 * @param spacing what a label needs
 */
export function ticksOn(
  scale: Scale,
  most: number,
  at: (value: number) => number,
  spacing: (label: string) => Spacing,
): Tick[] {
  const choices = Array.from({ length: Math.max(1, most - 1) }, (_, i) => {
    const step = roundStep(scale[1] - scale[0], Math.max(2, most - i));
    const values = multiplesWithin(step, scale);
    return values.map((value) => ({ at: at(value), label: tickLabel(value, step, scale) }));
  });
  return readableTicks(choices, spacing);
}

/**
 * Of choices of ticks, each sparser than the one before, the first that is read with ease; if there is none, the
 * sparsest that can be read and still shows the scale by two ticks.
 */
export function readableTicks(
  choices: readonly (readonly Tick[])[],
  spacing: (label: string) => Spacing,
): Tick[] {
  const keeps = (ticks: readonly Tick[], which: keyof Spacing) =>
    ticks.every(({ at, label }, i) => i === 0 || at - (ticks[i - 1]?.at ?? 0) >= spacing(label)[which]);
  const readable = choices.filter((ticks) => ticks.length > 1 && keeps(ticks, "least"));
  const single = choices.at(-1)?.slice(-1) ?? [];
  return [...(readable.find((ticks) => keeps(ticks, "ease")) ?? readable.at(-1) ?? single)];
}

/** With just the digits that the step needs, so that all labels of an axis have the same number of decimals. */
function tickLabel(value: number, step: RoundStep, [min, max]: Scale): string {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  const largest = Math.max(Math.abs(min), Math.abs(max));
  if (size === 0) return "0";
  const decimals = Math.max(0, -step.exponent);
  if (largest >= 1e-4 && largest < 1e9 && decimals <= 9) return sign + size.toFixed(decimals);
  const digits = Math.floor(Math.log10(size)) - step.exponent;
  return sign + size.toExponential(Math.min(Math.max(digits, 0), 15)).replace("e+", "e");
}
