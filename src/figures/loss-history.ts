import { type LineFigure, line } from "./line.ts";
import type { Words } from "./spec.ts";

/** A loss after each epoch, from the first on. */
export interface LossHistory {
  readonly train: ArrayLike<number>;
  readonly validation?: ArrayLike<number> | undefined;
}

export interface LossHistoryOptions extends Words {
  /** The loss, with its unit; "loss" unless given. */
  readonly yTitle?: string | undefined;
  readonly yScale?: "linear" | "log" | undefined;
  /** The epoch whose weights were kept, counted from 1; a rule marks it. */
  readonly chosen?: number | undefined;
}

/**
 * How a model's loss fell, epoch by epoch, on the rows that it learns from and on those that it only is measured on.
 *
 * @throws RangeError if there are two losses and they don't count as many epochs
 * @example lossHistory({ train: [0.9, 0.4, 0.2], validation: [0.9, 0.5, 0.6] }, { title: "It learns by heart from epoch 2", chosen: 2 })
 */
export function lossHistory(
  { train, validation }: LossHistory,
  { yTitle = "loss", chosen, ...options }: LossHistoryOptions,
): LineFigure {
  if (validation !== undefined && validation.length !== train.length)
    throw new RangeError(
      `lossHistory needs as many validation as train, got ${validation.length} and ${train.length}.`,
    );
  const x = Array.from(train, (_, i) => i + 1);
  const series = [
    { name: "training", x, y: train },
    ...(validation === undefined ? [] : [{ name: "validation", x, y: validation }]),
  ];
  const marks = chosen === undefined ? [] : [{ x: chosen, label: "epoch kept" }];
  return line(series, { ...options, xTitle: "epoch", xScale: "whole", yTitle, marks });
}
