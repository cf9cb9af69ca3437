/** Whole and part cells that show an amount; what is not zero shows at least the smallest part. */
export function filledCells(cells: number, parts: readonly string[]): string[] {
  const smallest = cells > 0 ? 1 : 0;
  const count = Math.max(smallest, Math.round(cells * parts.length));
  const whole = new Array<string>(Math.floor(count / parts.length)).fill(parts.at(-1) ?? "");
  const rest = parts[(count % parts.length) - 1];
  return rest === undefined ? whole : [...whole, rest];
}
