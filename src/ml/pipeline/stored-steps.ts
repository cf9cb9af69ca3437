import { shown } from "../check-input.ts";
import { StoredFields } from "../stored.ts";

/** An estimator under the name that it has among others. */
export type NamedStep = readonly [name: string, step: object];

/** The classes that stored estimators are read with, by their names: `{ StandardScaler, KNeighborsClassifier }`. */
export type EstimatorClasses = Readonly<
  Record<string, { fromJSON(json: unknown, classes: EstimatorClasses): object }>
>;

/**
 * Named estimators as plain data.
 * @throws {TypeError} when one has no toJSON
 */
export function storedSteps(who: string, steps: readonly NamedStep[]): { name: string; step: unknown }[] {
  return steps.map(([name, step]) => {
    if ("toJSON" in step && typeof step.toJSON === "function") return { name, step: step.toJSON() };
    throw new TypeError(`${who}.toJSON needs a toJSON in each step, got none in ${shown(name)}.`);
  });
}

/**
 * The named estimators that storedSteps wrote down.
 * @throws {TypeError|RangeError} when the list holds something else, or the class of one is not among those given
 */
export function readSteps(who: string, list: readonly unknown[], classes: EstimatorClasses): NamedStep[] {
  return list.map((item) => {
    const fields = new StoredFields(`${who}.fromJSON`, item);
    return [fields.text("name"), readStep(who, fields.fields("step"), fields.value("step"), classes)];
  });
}

function readStep(who: string, fields: StoredFields, json: unknown, classes: EstimatorClasses): object {
  const name = fields.text("estimator");
  const EstimatorClass = Object.hasOwn(classes, name) ? classes[name] : undefined;
  if (EstimatorClass === undefined) {
    throw new RangeError(
      `${who}.fromJSON needs the class ${name} to read its steps, got ${Object.keys(classes).join(", ") || "none"}.`,
    );
  }
  return EstimatorClass.fromJSON(json, classes);
}
