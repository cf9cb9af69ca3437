/** More rounds than any matrix was seen to need. */
const MAX_SWEEPS = 40;

/**
 * Turns vectors pair by pair until they are perpendicular where `products` says they are not: Jacobi's eigenvalue
 * method. Small eigenvalues come out with as many right digits as large ones, which other methods don't promise.
 * @param products the products of the images of the vectors with each other, `[size, size]`, symmetric
 * @param vectors `[size, size]`, one a row
 * @returns the vectors, turned, and the eigenvalue of each, in no order
 * @see Demmel and Veselić (1992), Jacobi's method is more accurate than QR, SIAM Journal on Matrix Analysis 13
 */
export function turnedApart(
  products: Float64Array,
  vectors: Float64Array,
  size: number,
): { vectors: Float64Array; eigenvalues: Float64Array } {
  const G = products.slice();
  const V = vectors.slice();
  const rounding = Number.EPSILON * size;
  let largest = 0;
  for (let k = 0; k < size; k++) largest = Math.max(largest, G[k * size + k]!);
  // Images as short as this are made by rounding, and have no direction to be turned from.
  const noise = rounding * rounding * largest;
  for (let sweep = 0, nTurned = 1; nTurned > 0 && sweep < MAX_SWEEPS; sweep++) {
    nTurned = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const first = G[p * size + p]!;
        const second = G[q * size + q]!;
        if (!(first > noise && second > noise)) continue;
        if (Math.abs(G[p * size + q]!) <= rounding * Math.sqrt(first) * Math.sqrt(second)) continue;
        turn(G, V, size, p, q);
        nTurned += 1;
      }
    }
  }
  return { vectors: V, eigenvalues: Float64Array.from({ length: size }, (_, k) => G[k * size + k]!) };
}

/** Turns vectors p and q in their plane by the angle that makes their product 0. */
function turn(G: Float64Array, V: Float64Array, size: number, p: number, q: number): void {
  const cotangent = (G[q * size + q]! - G[p * size + p]!) / (2 * G[p * size + q]!);
  const tangent = (cotangent < 0 ? -1 : 1) / (Math.abs(cotangent) + Math.hypot(1, cotangent));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = tangent * cosine;
  mixRows(V, size, p, q, cosine, sine);
  mixRows(G, size, p, q, cosine, sine);
  for (let row = 0; row < size; row++) {
    const atP = G[row * size + p]!;
    const atQ = G[row * size + q]!;
    G[row * size + p] = cosine * atP - sine * atQ;
    G[row * size + q] = sine * atP + cosine * atQ;
  }
  G[p * size + q] = 0;
  G[q * size + p] = 0;
}

function mixRows(
  rows: Float64Array,
  width: number,
  p: number,
  q: number,
  cosine: number,
  sine: number,
): void {
  for (let j = 0; j < width; j++) {
    const atP = rows[p * width + j]!;
    const atQ = rows[q * width + j]!;
    rows[p * width + j] = cosine * atP - sine * atQ;
    rows[q * width + j] = sine * atP + cosine * atQ;
  }
}
