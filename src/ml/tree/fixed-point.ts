/**
 * A number with so many digits after the point, as Python's format writes it: never with an exponent, and what lies
 * exactly between two numbers goes to the one with the even last digit.
 * @example fixedPoint(0.125, 2) // "0.12"
 */
export function fixedPoint(value: number, decimals: number): string {
  if (Math.abs(value) >= 1e21)
    return BigInt(value).toString() + (decimals > 0 ? `.${"0".repeat(decimals)}` : "");
  // What lies between two such numbers is written out in full by one digit more, so a hundred are enough to tell.
  const digits = value.toFixed(MOST_DECIMALS);
  const end = digits.length - (MOST_DECIMALS - decimals);
  const kept = digits.slice(0, decimals > 0 ? end : end - 1);
  const isBetween = /^50*$/.test(digits.slice(end));
  return isBetween && Number(kept.at(-1)) % 2 === 0 ? kept : value.toFixed(decimals);
}

/** As many as toFixed writes. */
const MOST_DECIMALS = 100;
