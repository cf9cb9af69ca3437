/**
 * Seeded random numbers. The generator is xoshiro128** by Blackman and Vigna, its state filled from the
 * seed by SplitMix64, as its authors advise. The same seed gives the same numbers on every machine.
 * @see https://prng.di.unimi.it/ and https://vigna.di.unimi.it/ftp/papers/ScrambledLinear.pdf
 */
import { shown } from "./check-input.ts";

const TWO_53 = 2 ** 53;

/**
 * A source of random numbers, every one of them determined by `randomState`.
 * @throws {RangeError} when randomState is not a whole number from 0 to 2^53 - 1
 * @example
 * const random = new Random(0);
 * random.integer(1, 7); // a throw of a die
 */
export class Random {
  readonly #next: () => number;

  constructor(randomState: number) {
    if (!Number.isSafeInteger(randomState) || randomState < 0) {
      throw new RangeError(`Random needs a whole number randomState ≥ 0, got ${shown(randomState)}.`);
    }
    const seed = splitMix64(BigInt(randomState));
    const [first, second] = [seed(), seed()];
    this.#next = xoshiro128StarStar([lowHalf(first), highHalf(first), lowHalf(second), highHalf(second)]);
  }

  /** A number from the uniform distribution on [0, 1), a multiple of 2^-53. */
  uniform(): number {
    return this.#bits53() / TWO_53;
  }

  /**
   * A number from the normal distribution, by the method of Box and Muller.
   * @throws {RangeError} when the mean is not finite, or the deviation is negative or not finite
   * @see https://en.wikipedia.org/wiki/Box%E2%80%93Muller_transform
   */
  normal(mean = 0, deviation = 1): number {
    if (!Number.isFinite(mean))
      throw new RangeError(`Random.normal needs a finite mean, got ${shown(mean)}.`);
    if (!Number.isFinite(deviation) || deviation < 0) {
      throw new RangeError(`Random.normal needs a finite deviation ≥ 0, got ${shown(deviation)}.`);
    }
    // 1 - u lies in (0, 1], where the logarithm is finite.
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    return mean + deviation * radius * Math.cos(angle);
  }

  /**
   * A whole number from `low` to `high - 1`, each equally likely.
   * @throws {RangeError} when low or high is not a whole number, high ≤ low, or they lie more than 2^53 apart
   */
  integer(low: number, high: number): number {
    const count = high - low;
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || count < 1 || count > TWO_53) {
      throw new RangeError(
        `Random.integer needs whole numbers low < high, at most 2^53 apart, got ${shown(low)} and ${shown(high)}.`,
      );
    }
    // Beyond the last full multiple of count, low remainders would come up more often: draw again.
    const limit = TWO_53 - (TWO_53 % count);
    let bits = this.#bits53();
    while (bits >= limit) bits = this.#bits53();
    return low + (bits % count);
  }

  /**
   * A new array with the same values, every order equally likely (Fisher and Yates).
   * @see https://en.wikipedia.org/wiki/Fisher%E2%80%93Yates_shuffle
   */
  shuffle<T>(values: readonly T[]): T[] {
    const shuffled = [...values];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = this.integer(0, i + 1);
      const swapped = shuffled[i]!;
      shuffled[i] = shuffled[j]!;
      shuffled[j] = swapped;
    }
    return shuffled;
  }

  /**
   * One of the values, each equally likely.
   * @throws {RangeError} when there are none
   */
  choice<T>(values: readonly T[]): T {
    if (values.length === 0) throw new RangeError("Random.choice needs at least one value, got none.");
    return values[this.integer(0, values.length)]!;
  }

  #bits53(): number {
    const high = this.#next() >>> 5;
    const low = this.#next() >>> 6;
    return high * 2 ** 26 + low;
  }
}

/**
 * A function that returns the next 32 bits of xoshiro128**, as a whole number from 0 to 2^32 - 1.
 * The state must not be zero throughout.
 * @see https://prng.di.unimi.it/xoshiro128starstar.c
 */
export function xoshiro128StarStar(state: readonly [number, number, number, number]): () => number {
  let [s0, s1, s2, s3] = state;
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotateLeft(s3, 11);
    return result;
  };
}

/**
 * A function that returns the next 64 bits of SplitMix64, as a whole number from 0 to 2^64 - 1.
 * @see https://prng.di.unimi.it/splitmix64.c
 */
export function splitMix64(seed: bigint): () => bigint {
  let state = seed;
  return () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let bits = state;
    bits = BigInt.asUintN(64, (bits ^ (bits >> 30n)) * 0xbf58476d1ce4e5b9n);
    bits = BigInt.asUintN(64, (bits ^ (bits >> 27n)) * 0x94d049bb133111ebn);
    return bits ^ (bits >> 31n);
  };
}

function rotateLeft(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}

function lowHalf(bits: bigint): number {
  return Number(BigInt.asUintN(32, bits));
}

function highHalf(bits: bigint): number {
  return Number(bits >> 32n);
}
