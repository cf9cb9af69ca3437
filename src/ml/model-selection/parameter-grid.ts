import { shown } from "../check-input.ts";

/** The values to try for each parameter. */
export type ParamGrid<Params> = { readonly [Name in keyof Params]: readonly Params[Name][] };

/**
 * Every combination of the values, those of the last name changing fastest.
 * @throws {TypeError|RangeError} when a name has not an array of values, or an empty one
 * @example parameterGrid({ depth: [1, 2], leaf: [5] }) // [{ depth: 1, leaf: 5 }, { depth: 2, leaf: 5 }]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.ParameterGrid.html
 */
export function parameterGrid<const Params extends object>(grid: ParamGrid<Params>): Params[] {
  let combinations: object[] = [{}];
  for (const [name, values] of Object.entries<unknown>(grid)) {
    if (!Array.isArray(values)) {
      throw new TypeError(`parameterGrid needs an array of values for ${name}, got ${shown(values)}.`);
    }
    if (values.length === 0)
      throw new RangeError(`parameterGrid needs at least one value for ${name}, got none.`);
    combinations = combinations.flatMap((chosen) => values.map((value) => ({ ...chosen, [name]: value })));
  }
  return combinations as Params[];
}
