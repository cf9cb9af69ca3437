/** What has been learned of a column of words. */
export interface Encoder {
  /** Each different word once. The first level stands for the first new column, and so on. */
  levels: string[];
}

/**
 * Learns the levels of a column: each different word once, in the order of `sort()`.
 *
 * Words are taken as they are; the empty word is a word like any other.
 */
export function fitOneHot(values: string[]): Encoder {
  // answer:
  return { levels: [...new Set(values)].sort() };
  // end
}

/**
 * Gives a row for each value, with a number for each level of the encoder: 1 where the level is the value, and 0 elsewhere.
 *
 * The levels are taken as they stand in the encoder. A value that is none of them gets a row of zeros.
 */
export function oneHot(encoder: Encoder, values: string[]): number[][] {
  // answer:
  return values.map((value) => encoder.levels.map((level) => (level === value ? 1 : 0)));
  // end
}

/**
 * Gives each value's place in `order`, from 0 for the first word there.
 *
 * Nobody can guess the place of a word that is not in the order: for such a value, throw an error.
 */
export function ordinal(values: string[], order: string[]): number[] {
  // answer:
  return values.map((value) => {
    const place = order.indexOf(value);
    if (place === -1) throw new RangeError(`ordinal needs words from the order, got "${value}".`);
    return place;
  });
  // end
}
