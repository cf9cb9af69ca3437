import { type ScatterFigure, scatter } from "./scatter.ts";
import type { Words } from "./spec.ts";

export interface ResidualsOptions extends Words {
  /** The unit of the target, such as "kWh". */
  readonly unit?: string | undefined;
}

/**
 * By how much each prediction is off, over what was predicted: points above the line were predicted too low.
 *
 * @param data actual and predicted values, in the unit of the target
 * @throws RangeError if there are not as many predicted values as actual ones
 * @example residuals({ actual: [20, 31], predicted: [22, 30] }, { title: "Errors grow with the load", unit: "kWh" })
 */
export function residuals(
  { actual, predicted }: { readonly actual: ArrayLike<number>; readonly predicted: ArrayLike<number> },
  options: ResidualsOptions,
): ScatterFigure {
  if (actual.length !== predicted.length)
    throw new RangeError(
      `residuals needs as many predicted values as actual ones, got ${predicted.length} and ${actual.length}.`,
    );
  const { title, caption, unit } = options;
  const inUnit = unit === undefined ? "" : ` (${unit})`;
  const errors = Float64Array.from(actual, (value, i) => value - Number(predicted[i]));
  return scatter(
    { x: predicted, y: errors },
    {
      title,
      caption,
      xTitle: `predicted${inUnit}`,
      yTitle: `actual − predicted${inUnit}`,
      marks: [{ y: 0, label: "no error" }],
    },
  );
}
