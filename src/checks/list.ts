import { Arbitrary, array, type Random, Stream, Value } from "fast-check";

interface Length {
  readonly minLength: number;
  readonly maxLength: number;
}

/**
 * A list that shrinks until no item can be left out: fast-check's own array with a least length only tries to leave out items
 * at its front, and so can stop at `[-1, 0]` where `[-1]` fails as well.
 */
export function list<Item>(item: Arbitrary<Item>, length: Length): Arbitrary<Item[]> {
  return new List(array(item, length), length.minLength);
}

class List<Item> extends Arbitrary<Item[]> {
  private readonly inner: Arbitrary<Item[]>;
  private readonly minLength: number;

  constructor(inner: Arbitrary<Item[]>, minLength: number) {
    super();
    this.inner = inner;
    this.minLength = minLength;
  }

  override generate(random: Random, biasFactor: number | undefined): Value<Item[]> {
    return this.inner.generate(random, biasFactor);
  }

  override canShrinkWithoutContext(value: unknown): value is Item[] {
    return this.inner.canShrinkWithoutContext(value);
  }

  override shrink(value: Item[], context: unknown): Stream<Value<Item[]>> {
    return this.inner.shrink(value, context).join(this.withOneLess(value));
  }

  private withOneLess(value: Item[]): Stream<Value<Item[]>> {
    if (value.length <= this.minLength) return Stream.nil();
    return Stream.of(...value.keys()).map((left) => new Value(value.toSpliced(left, 1), undefined));
  }
}
