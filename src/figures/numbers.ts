/**
 * Writes a number for a reader: so many significant digits, never rounding a whole part, no needless zeros.
 *
 * @param digits significant digits, 1 or more
 * @example formatNumber(0.99823) // "0.998"
 * @example formatNumber(1065.4)  // "1065"
 * @example formatNumber(-2.5)    // "−2.5", with a real minus sign
 * @example formatNumber(3.14e-7) // "3.14e-7"
 */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return "NaN";
  const sign = value < 0 ? "−" : "";
  return sign + formatSize(Math.abs(value), digits);
}

function formatSize(size: number, digits: number): string {
  if (size === Number.POSITIVE_INFINITY) return "∞";
  if (size === 0) return "0";
  if (size >= 1e9 || size < 1e-6) return size.toExponential(digits - 1).replace(/\.?0*e\+?/, "e");
  if (size >= 10 ** digits || Number.isInteger(size)) return size.toFixed(0);
  return String(Number(size.toPrecision(digits)));
}

/**
 * Writes a share as a percentage. Only a whole is "100%" and only nothing is "0%".
 *
 * @param share 1 is the whole
 * @example percent(0.99823)  // "99.8%"
 * @example percent(0.999961) // "99.996%": three digits would claim the whole
 * @example percent(0.0000066) // "<0.01%"
 */
export function percent(share: number): string {
  if (share > 0 && share < 0.0001) return "<0.01%";
  for (let digits = 3; digits <= 12; digits++) {
    const text = formatNumber(share * 100, digits);
    if (text !== "100" || share === 1) return `${text}%`;
  }
  return "100%";
}
