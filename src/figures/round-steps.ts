/** A step of 1, 2 or 5 times a power of ten. */
export interface RoundStep {
  readonly mantissa: 1 | 2 | 5;
  readonly exponent: number;
}

/** The smallest round step that cuts a span into at most so many parts. */
export function roundStep(span: number, parts: number): RoundStep {
  const wanted = span / parts;
  const exponent = Math.floor(Math.log10(wanted));
  for (const mantissa of [1, 2, 5] as const) {
    const step = { mantissa, exponent };
    if (multiple(step, 1) >= wanted) return step;
  }
  return { mantissa: 1, exponent: exponent + 1 };
}

/** A whole number of steps, read from its decimal form so that 3 × 0.1 is 0.3. */
export function multiple({ mantissa, exponent }: RoundStep, count: number): number {
  return Number(`${count * mantissa}e${exponent}`);
}

/** How many whole steps lie at or below a value. */
export function stepsBelow(step: RoundStep, value: number): number {
  let count = Math.floor(value / multiple(step, 1));
  // The division may round across a step: 0.3 / 0.1 is 2.9999999999999996.
  if (multiple(step, count + 1) <= value) count++;
  if (multiple(step, count) > value) count--;
  return count;
}

/** The multiples of a step from `min` to `max`, ends included. */
export function multiplesWithin(step: RoundStep, [min, max]: readonly [number, number]): number[] {
  const below = stepsBelow(step, min);
  const first = multiple(step, below) === min ? below : below + 1;
  const last = stepsBelow(step, max);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => multiple(step, first + i));
}
