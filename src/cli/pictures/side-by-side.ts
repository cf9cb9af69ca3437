import { isNumberType } from "../../data/column.ts";
import type { ColumnProfile } from "../../data/profile/profile.ts";
import type { ProfiledTable } from "../../data/profile/profile-table.ts";
import { distributions, type Figure } from "../../figures/index.ts";
import { captionOf, numbersOf, presentIn, titleOf } from "./sampled-values.ts";
import { valuesFigure } from "./values.ts";

/** Columns that are drawn, the first. */
const MOST_DRAWN = 12;

/** The first few of more columns than this, such as the pixels of a picture, stand for nothing. */
const MOST_COLUMNS = 40;

/** Fewer different numbers than this are classes. */
const LEAST_DISTINCT = 3;

/** So few rows have no distribution to speak of. */
const LEAST_ROWS = 30;

/** How the numbers lie in each feature, side by side; undefined where there are none, or too many, or few rows. */
export function sideBySideFigure(table: ProfiledTable): Figure | undefined {
  const features = table.profile.columns.filter(isFeature);
  const [only] = features;
  if (only === undefined || features.length > MOST_COLUMNS || table.profile.rows < LEAST_ROWS)
    return undefined;
  if (features.length === 1) return valuesFigure(table, only.name);
  const drawn = features.slice(0, MOST_DRAWN);
  const values = drawn.map((column) => {
    return [titleOf(column), presentIn(numbersOf(table, column.name) ?? new Float64Array())] as const;
  });
  const which = features.length > MOST_DRAWN ? `the first ${MOST_DRAWN} of ` : "";
  return distributions(Object.fromEntries(values), {
    title: `How the values lie in ${which}${features.length} columns of numbers`,
    ...captionOf(table, "Bars count rows; each column has its own axes."),
  });
}

/** Numbers that are neither what is to be predicted nor names. */
function isFeature({ type, roles, distinct }: ColumnProfile): boolean {
  return isNumberType(type) && distinct.value >= LEAST_DISTINCT && roles.every((role) => role === "leak");
}
