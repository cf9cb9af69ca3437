/**
 * Checks that there is one target for each row.
 * @throws {TypeError} when y is not an array
 * @throws {RangeError} when the lengths differ
 */
export function checkSameLength(who: string, nSamples: number, y: readonly unknown[]): void {
  if (!Array.isArray(y)) throw new TypeError(`${who} needs an array of targets, got ${shown(y)}.`);
  if (y.length !== nSamples) {
    throw new RangeError(
      `${who} needs one target for each row, got ${nSamples} rows and ${y.length} targets.`,
    );
  }
}

/**
 * Checks that a count is a whole number, `least` or more.
 * @throws {RangeError} when it is not
 */
export function checkCount(who: string, name: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${who} needs a whole number ${name} ≥ ${least}, got ${shown(value)}.`);
  }
}

/** The error of a method, or of learned state, that is asked for before `fit`. */
export function notFitted(who: string): TypeError {
  return new TypeError(`${who} needs a fitted estimator, got one that has not learned yet: call fit first.`);
}

/** A value as an error message names it: short, and without running any of the value's own code. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "function") return "a function";
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
