import { type AxisKind, isPlaced, openExtentOf } from "./line-axis.ts";
import type { Guide } from "./line-layers.ts";
import type { Mark } from "./marks.ts";
import type { AxisKinds, Step } from "./trace.ts";

type Domain = readonly [number, number];

interface Wishes {
  readonly xDomain?: Domain | undefined;
  readonly yDomain?: Domain | undefined;
  readonly equalAxes?: boolean | undefined;
  readonly guide?: Guide | undefined;
}

/**
 * What each axis must show where Vega-Lite's own choice would not do: a domain asked for, equal axes, a single value. For
 * dates it is always given, since the way to write them depends on it.
 */
export function domainsOf(
  steps: readonly Step[],
  marks: readonly Mark[],
  kinds: AxisKinds,
  { xDomain, yDomain, equalAxes, guide }: Wishes,
): { x: Domain | undefined; y: Domain | undefined } {
  const ends = guide === undefined ? [] : [guide.from, guide.to];
  const placed = (values: readonly number[], kind: AxisKind) =>
    values.filter((value) => isPlaced(value, kind));
  const x = extentAlong("x", steps, marks, placed([...(xDomain ?? []), ...ends.map(([x]) => x)], kinds.x));
  const y = extentAlong("y", steps, marks, placed([...(yDomain ?? []), ...ends.map(([, y]) => y)], kinds.y));
  if (equalAxes && kinds.x === "linear" && kinds.y === "linear") return equallyLong(x, y);
  return {
    x: domainAlong(x, kinds.x, xDomain ?? guide),
    y: domainAlong(y, kinds.y, yDomain ?? guide),
  };
}

/** The extent along one axis of all that a plot of lines holds; undefined if there is nothing. */
export function extentAlong(
  axis: "x" | "y",
  steps: readonly Step[],
  marks: readonly Mark[],
  others: readonly number[] = [],
): Domain | undefined {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const hold = (value: number | null | undefined) => {
    if (value === null || value === undefined) return;
    if (value < min) min = value;
    if (value > max) max = value;
  };
  for (const step of steps) {
    hold(step[axis]);
    if (axis === "x") continue;
    hold(step.low);
    hold(step.high);
  }
  for (const mark of marks) hold(mark[axis]);
  for (const other of others) hold(other);
  return min <= max ? [min, max] : undefined;
}

function domainAlong(extent: Domain | undefined, kind: AxisKind, asked: unknown): Domain | undefined {
  if (extent === undefined) return undefined;
  const open = openExtentOf(extent, kind);
  const isOpen = open[0] === extent[0] && open[1] === extent[1];
  return isOpen && kind !== "dates" && asked === undefined ? undefined : open;
}

function equallyLong(x: Domain = [0, 1], y: Domain = [0, 1]): { x: Domain; y: Domain } {
  const [xOpen, yOpen] = [openExtentOf(x, "linear"), openExtentOf(y, "linear")];
  const length = Math.max(xOpen[1] - xOpen[0], yOpen[1] - yOpen[0]);
  return { x: around(xOpen, length), y: around(yOpen, length) };
}

function around([min, max]: Domain, length: number): Domain {
  if (max - min >= length) return [min, max];
  const middle = min / 2 + max / 2;
  return [middle - length / 2, middle + length / 2];
}
