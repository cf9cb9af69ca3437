/** The square of the distance between the `width` numbers of A from `a` on and those of B from `b` on. */
export function squaredDistance(
  A: Float64Array,
  a: number,
  B: Float64Array,
  b: number,
  width: number,
): number {
  // Four at a time, in two sums of which neither waits for the other: quicker than one by one.
  let sum = 0;
  let next = 0;
  let j = 0;
  for (; j + 3 < width; j += 4) {
    const d0 = A[a + j]! - B[b + j]!;
    const d1 = A[a + j + 1]! - B[b + j + 1]!;
    const d2 = A[a + j + 2]! - B[b + j + 2]!;
    const d3 = A[a + j + 3]! - B[b + j + 3]!;
    sum += d0 * d0 + d1 * d1;
    next += d2 * d2 + d3 * d3;
  }
  for (; j < width; j++) {
    const difference = A[a + j]! - B[b + j]!;
    sum += difference * difference;
  }
  return sum + next;
}
