import type { Stage } from "groundwork/data";

/** The mean of the first column. */
export function firstColumn({ table }: Stage): string {
  const column = table.matrix().map(([first = 0]) => first);
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  return `${table.featureNames[0]} is ${mean.toFixed(1)} in the middle.`;
}
