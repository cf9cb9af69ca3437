/** Digits of 11 bits: their 2048 counters stay in the fastest cache, and two of them hold ranks up to four million. */
const DIGIT_BITS = 11;
/** Up to here, moving pairs one by one costs less than counting digits. */
const FEW = 48;

/**
 * Pairs of a key, a whole number from 0 to 2^32 - 1, and the position it belongs to. The caller writes the first
 * `count` of both arrays and sorts them; room for the largest count is taken once, and no sort takes more.
 *
 * Many pairs are sorted digit by digit, the last digit first, which compares nothing and costs the same whatever
 * the order: linear where sorting by comparison is n log n. Pairs of equal keys keep their order.
 * @see https://en.wikipedia.org/wiki/Radix_sort
 */
export class SortedPairs {
  keys: Uint32Array;
  positions: Int32Array;
  #otherKeys: Uint32Array;
  #otherPositions: Int32Array;
  readonly #counts = new Int32Array(1 << DIGIT_BITS);

  constructor(capacity: number) {
    this.keys = new Uint32Array(capacity);
    this.positions = new Int32Array(capacity);
    this.#otherKeys = new Uint32Array(capacity);
    this.#otherPositions = new Int32Array(capacity);
  }

  /** Sorts the first `count` pairs by their keys, which lie between `least` and `most`. */
  sort(count: number, least: number, most: number): void {
    if (count <= FEW) {
      this.#insertOneByOne(count);
      return;
    }
    // Only the digits in which keys can differ are looked at, counted from the smallest key. All of it is done with
    // 32-bit integers, hence `| 0`: for keys beyond 2^31, the difference would otherwise be taken between floats.
    const bits = 32 - Math.clz32(most - least);
    const passes = Math.ceil(bits / DIGIT_BITS);
    const width = Math.ceil(bits / passes);
    for (let pass = 0; pass < passes; pass++) this.#sortByDigit(count, least | 0, pass * width, width);
  }

  #insertOneByOne(count: number): void {
    const { keys, positions } = this;
    for (let i = 1; i < count; i++) {
      const key = keys[i]!;
      const position = positions[i]!;
      let slot = i;
      for (; slot > 0 && keys[slot - 1]! > key; slot--) {
        keys[slot] = keys[slot - 1]!;
        positions[slot] = positions[slot - 1]!;
      }
      keys[slot] = key;
      positions[slot] = position;
    }
  }

  #sortByDigit(count: number, least: number, shift: number, width: number): void {
    const { keys, positions } = this;
    const [sortedKeys, sortedPositions] = [this.#otherKeys, this.#otherPositions];
    const mask = (1 << width) - 1;
    const next = this.#firstSlots(count, least, shift, mask);
    for (let i = 0; i < count; i++) {
      const key = keys[i]!;
      const digit = (((key | 0) - least) >>> shift) & mask;
      const slot = next[digit]!;
      next[digit] = slot + 1;
      sortedKeys[slot] = key;
      sortedPositions[slot] = positions[i]!;
    }
    [this.keys, this.#otherKeys] = [sortedKeys, keys];
    [this.positions, this.#otherPositions] = [sortedPositions, positions];
  }

  /** Where the first pair of each digit goes: after all pairs of smaller digits. */
  #firstSlots(count: number, least: number, shift: number, mask: number): Int32Array {
    const { keys } = this;
    const slots = this.#counts;
    slots.fill(0, 0, mask + 1);
    for (let i = 0; i < count; i++) slots[(((keys[i]! | 0) - least) >>> shift) & mask]! += 1;
    let before = 0;
    for (let digit = 0; digit <= mask; digit++) {
      const here = slots[digit]!;
      slots[digit] = before;
      before += here;
    }
    return slots;
  }
}
