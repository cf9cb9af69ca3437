/** The square of the distance between the `width` numbers of A from `a` on and those of B from `b` on. */
export function squaredDistance(
  A: Float64Array,
  a: number,
  B: Float64Array,
  b: number,
  width: number,
): number {
  // Two sums, so that one need not wait for the other.
  let even = 0;
  let odd = 0;
  let j = 0;
  for (; j + 1 < width; j += 2) {
    const difference = A[a + j]! - B[b + j]!;
    const next = A[a + j + 1]! - B[b + j + 1]!;
    even += difference * difference;
    odd += next * next;
  }
  if (j < width) {
    const difference = A[a + j]! - B[b + j]!;
    even += difference * difference;
  }
  return even + odd;
}
