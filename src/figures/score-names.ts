import { formatNumber } from "./numbers.ts";

/** A curve's name with the score that sums the curve up, if there is one: "forest (AUC 0.85)". */
export function withScore(name: string, score: string, value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? name : `${name} (${score} ${formatNumber(value)})`;
}
