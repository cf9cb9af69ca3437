import { isDrawable } from "./drawable.ts";
import { openExtent } from "./extent.ts";

/** How values lie along an axis: evenly, evenly with ticks at whole numbers only, by their powers of ten, or as dates. */
export type AxisKind = "linear" | "whole" | "log" | "dates";

/** A position channel of a line, as far as our own drawing reads it. */
export interface LineAxis {
  readonly field: string;
  readonly type: "quantitative" | "temporal";
  readonly title: string;
  /** A domain is given if one was asked for, or if the values alone give none; else the axis fits them. */
  readonly scale: {
    readonly zero?: false;
    readonly nice?: false;
    readonly type?: "log" | "utc";
    readonly domain?: readonly [number, number];
  };
  readonly axis?: { readonly format: string; readonly tickCount?: number; readonly tickMinStep?: 1 };
}

/** Half of a smaller number may be zero, and the axis around it would have no end. */
const LEAST_POWER = 1e-300;
/** The latest moment that a date can be, in milliseconds since 1970; the earliest is as far before. */
const LAST_DATE = 8.64e15;
const DAY = 86_400_000;

/** Whether a value has a place on an axis of a kind. */
export function isPlaced(value: unknown, kind: AxisKind): value is number {
  if (!isDrawable(value)) return false;
  if (kind === "log") return value >= LEAST_POWER;
  return kind === "dates" ? Math.abs(value) <= LAST_DATE : true;
}

/** Why a number that could be drawn elsewhere has no place on an axis of a kind. */
export const whyUnplaced: Readonly<Partial<Record<AxisKind, string>>> = {
  log: "zero or less, which a logarithmic axis does not have",
  dates: "too large for a date",
};

/** A position channel of Vega-Lite, which shows a domain or, without one, what the values need. */
export function lineAxis(
  field: string,
  title: string,
  kind: AxisKind,
  domain: readonly [number, number] | undefined,
): LineAxis {
  const asked = domain === undefined ? {} : { domain, nice: false as const };
  if (kind === "dates") {
    const axis = dateLabels(domain === undefined ? DAY : domain[1] - domain[0]);
    return { field, type: "temporal", title, scale: { type: "utc", ...asked }, axis };
  }
  if (kind === "log")
    return { field, type: "quantitative", title, scale: { type: "log", nice: false, ...asked } };
  const whole = { axis: { format: "d", tickMinStep: 1 as const } };
  const scale = { zero: false as const, ...asked };
  return { field, type: "quantitative", title, scale, ...(kind === "whole" ? whole : {}) };
}

/** Vega's own labels leave the year out where it does not change; so many ticks that no two labels are the same. */
function dateLabels(span: number): { format: string; tickCount: number } {
  if (span > 6 * 366 * DAY) return { format: "%Y", tickCount: 6 };
  if (span > 190 * DAY) return { format: "%Y-%m", tickCount: 6 };
  if (span > 6 * DAY) return { format: "%Y-%m-%d", tickCount: 5 };
  const seconds = span > 360_000 ? "" : span > 6_000 ? ":%S" : ":%S.%L";
  return { format: `%Y-%m-%d %H:%M${seconds}`, tickCount: 3 };
}

/** The kind of a position channel's axis. */
export function kindOf({ type, scale, axis }: LineAxis): AxisKind {
  if (type === "temporal") return "dates";
  if (scale.type === "log") return "log";
  return axis?.tickMinStep === undefined ? "linear" : "whole";
}

/** An extent that an axis of a kind can show: one of (nearly) no length is opened to either side. */
export function openExtentOf([min, max]: readonly [number, number], kind: AxisKind): [number, number] {
  if (kind === "log") return max / min > 1 + 1e-9 ? [min, max] : [min / 2, max * 2];
  if (kind === "dates") return max > min ? [min, max] : [min - DAY / 2, max + DAY / 2];
  return openExtent([min, max]);
}
