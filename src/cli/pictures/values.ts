import { isNumberType } from "../../data/column.ts";
import type { ProfiledTable } from "../../data/profile/profile-table.ts";
import { type Figure, histogram } from "../../figures/index.ts";
import { about, number } from "../profile-words.ts";
import { captionOf, numbersOf, presentIn, profileOf, titleOf } from "./sampled-values.ts";

/**
 * How a column's numbers lie; undefined where it has none.
 *
 * @param half the title's first word
 */
export function valuesFigure(table: ProfiledTable, name: string, half = "Half"): Figure | undefined {
  const [values, column] = [numbersOf(table, name), profileOf(table, name)];
  if (!(values && column && "quartiles" in column && column.quartiles && isNumberType(column.type)))
    return undefined;
  const { value, exact } = column.quartiles;
  const [lower, , upper] = value.map((quartile) => about({ value: Number(quartile), exact }, number));
  return histogram(presentIn(values), {
    title: `${half} of ${name} lies from ${lower} to ${upper}`,
    xTitle: titleOf(column),
    ...captionOf(table),
  });
}
